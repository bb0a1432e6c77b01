package org.backshadow.testing.calls;

import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Calls by reflection that are interrupted after some seconds. */
final class Calls implements AutoCloseable {
  private static final int SECONDS = 2;
  private ExecutorService thread = executor();

  /**
   * What came of a call.
   *
   * @param finished false if it took so long that it was interrupted
   * @param failure what was thrown; of one that was interrupted, whether it went on all the same
   */
  record Outcome(boolean finished, @Nullable Object result, @Nullable Throwable failure) {}

  private static ExecutorService executor() {
    return Executors.newSingleThreadExecutor(
        work -> {
          var made = new Thread(work, "calls");
          made.setDaemon(true);
          return made;
        });
  }

  Outcome run(Executable call, @Nullable Object receiver, Object[] arguments) {
    var future = thread.submit(() -> invoke(call, receiver, arguments));
    try {
      return future.get(SECONDS, TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      future.cancel(true);
      thread.shutdown();
      boolean ended = awaitEnd();
      thread = executor();
      return new Outcome(false, null, ended ? null : new AssertionError("deaf to an interrupt"));
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException(call.toString(), e);
    }
  }

  private boolean awaitEnd() {
    try {
      return thread.awaitTermination(20, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Outcome invoke(Executable call, @Nullable Object receiver, Object[] arguments) {
    try {
      Object result =
          call instanceof Method method
              ? method.invoke(receiver, arguments)
              : ((Constructor<?>) call).newInstance(arguments);
      return new Outcome(true, result, null);
    } catch (InvocationTargetException e) {
      return new Outcome(true, null, e.getCause());
    } catch (ReflectiveOperationException | IllegalArgumentException e) {
      throw new IllegalStateException(call + " does not take these arguments", e);
    }
  }

  @Override
  public void close() {
    thread.shutdownNow();
  }
}
