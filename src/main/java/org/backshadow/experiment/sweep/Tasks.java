package org.backshadow.experiment.sweep;

import java.util.List;
import java.util.Objects;
import org.backshadow.resources.Seed;

/**
 * The trials of a sweep that are still to be run, numbered, and where their results go.
 *
 * <pre>{@code
 * record Point(int qubits) {}
 * record Row(double value) {}
 * class Listing implements Machines {
 *   public <P extends Record> boolean run(Tasks<P> tasks) {
 *     tasks.numbers().forEach(k -> System.out.println(k + ": " + tasks.values(k)));
 *     return false; // as if interrupted
 *   }
 * }
 * var sweep = sweep(grid(Point.class, List.of(2, 3))).trial((p, seed) -> new Row(p.qubits()));
 * sweep.on(new Listing()).run().isComplete() // false
 * }</pre>
 */
public final class Tasks<P extends Record> {
  /** Takes the values of a trial's result. */
  interface Keeper {
    void keep(int number, Class<? extends Record> type, List<Object> values);
  }

  private final Sweep<P> sweep;
  private final List<Integer> numbers;
  private final Keeper keeper;
  private final Workers.Failure failure;

  Tasks(Sweep<P> sweep, List<Integer> numbers, Keeper keeper, Workers.Failure failure) {
    this.sweep = sweep;
    this.numbers = List.copyOf(numbers);
    this.keeper = keeper;
    this.failure = failure;
  }

  /** What is to be run, in the order of points and repeats. */
  public List<Integer> numbers() {
    return numbers;
  }

  /** What is run at each. */
  public Trial<? super P, ?> trial() {
    return sweep.trial();
  }

  /** The record of the points. */
  public Class<? extends Record> pointType() {
    return sweep.points().get(0).getClass();
  }

  /** The values of a number's point: whole numbers, numbers, text, truth values, lists of them. */
  public List<Object> values(int number) {
    return sweep.values(number);
  }

  /** The seed of a number: the same wherever and however often it runs. */
  public Seed seed(int number) {
    return sweep.seedOf(number);
  }

  /**
   * Takes a result. The first of a number counts: a trial that ran twice, after a loss, gives one
   * row.
   *
   * @param values of the components, as {@link org.backshadow.experiment.checkpoint.Columns#values}
   *     gives them
   */
  public void done(int number, Class<? extends Record> type, List<Object> values) {
    keeper.keep(number, type, Objects.requireNonNull(values));
  }

  /** What to throw when the trial of a number failed: it says at which point. */
  public RuntimeException failed(int number, Throwable cause) {
    return failure.of(number, cause);
  }
}
