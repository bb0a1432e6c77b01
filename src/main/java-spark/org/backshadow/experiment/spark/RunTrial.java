package org.backshadow.experiment.spark;

import java.io.Serializable;
import java.util.List;
import org.backshadow.experiment.checkpoint.Columns;
import org.backshadow.experiment.sweep.Trial;
import org.backshadow.resources.Seed;
import scala.collection.Iterator;
import scala.runtime.AbstractFunction1;

/** What an executor does with its one task. */
final class RunTrial<P extends Record> extends AbstractFunction1<Iterator<Task>, Result>
    implements Serializable {
  private static final long serialVersionUID = 1;

  private final Trial<? super P, ?> trial;
  private final Class<? extends Record> type;

  RunTrial(Trial<? super P, ?> trial, Class<? extends Record> type) {
    this.trial = trial;
    this.type = type;
  }

  @Override
  public Result apply(Iterator<Task> tasks) {
    Task task = tasks.next();
    try {
      // The points are records of this class: the sweep saw to it.
      @SuppressWarnings("unchecked")
      var point = (P) Columns.of(type).records(type, List.of(task.values())).get(0);
      Record result = trial.run(point, new Seed(task.seed()));
      if (result == null) {
        throw new NullPointerException("the trial returned null");
      }
      return new Result(
          task.number(), result.getClass(), Columns.of(result.getClass()).values(result));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new TrialFailed(task.number(), e);
    } catch (Exception | LinkageError | StackOverflowError | AssertionError e) {
      throw new TrialFailed(task.number(), e);
    }
  }

  /** The loader that has the trial's classes. */
  ClassLoader loader() {
    return trial.getClass().getClassLoader();
  }

  /** Whether trial or point is typed in a notebook: JShell compiles into this package. */
  boolean isTyped() {
    return isTyped(trial.getClass()) || isTyped(type);
  }

  private static boolean isTyped(Class<?> some) {
    return some.getName().startsWith("REPL.");
  }

  /** Whether this process's class path, which executors get too, has trial and point. */
  boolean isOnClassPath() {
    return isOnClassPath(trial.getClass()) && isOnClassPath(type);
  }

  private static boolean isOnClassPath(Class<?> some) {
    return some.getClassLoader() == ClassLoader.getSystemClassLoader();
  }
}
