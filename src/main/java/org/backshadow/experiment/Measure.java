package org.backshadow.experiment;

import static java.util.Objects.requireNonNull;

import java.util.OptionalDouble;
import org.backshadow.estimate.Rounding;
import org.backshadow.resources.Cost;

/**
 * What a scaling experiment measures for each method and size.
 *
 * <pre>{@code
 * Measure measure = copiesForError(0.1);
 * measure.label() // copies for error 0.1
 * measure.theory("parameterShift", 16) // OptionalDouble[73.0296]
 * }</pre>
 */
public sealed interface Measure {
  /** The axis label with its unit. */
  String label();

  /** The number that is plotted: of a run's largest error and its cost. */
  double of(double largestError, Cost cost);

  /**
   * The expected growth with the number of parameters up to a factor, where it is known: the dashed
   * line.
   */
  default OptionalDouble theory(String method, int parameters) {
    return OptionalDouble.empty();
  }

  /** What a method spends until it reaches its aim. */
  enum Spending {
    /** Copies of the state. */
    COPIES("copies"),
    /** Gate applications on all copies. */
    GATES("gate applications");

    private final String text;

    Spending(String text) {
      this.text = text;
    }

    double of(Cost cost) {
      return this == COPIES ? cost.copies() : cost.gates();
    }

    OptionalDouble theory(String method, int parameters) {
      return this == COPIES ? Theory.copies(method, parameters) : Theory.gates(method, parameters);
    }
  }

  /**
   * What the smallest budget takes, found by running, at which the largest error is at most
   * epsilon.
   */
  record ForError(Spending spending, double epsilon) implements Measure {
    /**
     * A largest error.
     *
     * @throws IllegalArgumentException if it is not positive and finite
     */
    public ForError {
      requireNonNull(spending, "spending");
      requireEpsilon(epsilon);
    }

    @Override
    public String label() {
      return spending.text + " for error " + epsilon;
    }

    @Override
    public double of(double largestError, Cost cost) {
      return spending.of(cost);
    }

    @Override
    public OptionalDouble theory(String method, int parameters) {
      return spending.theory(method, parameters);
    }
  }

  /** What a run takes whose settings guarantee a largest error, such as Hoeffding's shots. */
  record ForGuarantee(Spending spending, double epsilon, double delta) implements Measure {
    /**
     * A largest error and the probability to miss it.
     *
     * @throws IllegalArgumentException if the error is not positive and finite, or delta not
     *     between 0 and 1
     */
    public ForGuarantee {
      requireNonNull(spending, "spending");
      requireEpsilon(epsilon);
      requireDelta(delta);
    }

    @Override
    public String label() {
      return spending.text + " that guarantee error " + epsilon;
    }

    @Override
    public double of(double largestError, Cost cost) {
      return spending.of(cost);
    }

    @Override
    public OptionalDouble theory(String method, int parameters) {
      return spending.theory(method, parameters);
    }
  }

  /** The largest error of a component at a budget of copies, the mean over repeats. */
  record ErrorAtCopies(long copies) implements Measure {
    /**
     * A number of copies.
     *
     * @throws IllegalArgumentException if it is below 1
     */
    public ErrorAtCopies {
      if (copies < 1) {
        throw new IllegalArgumentException("errorAtCopies: " + copies + " copies are too few");
      }
    }

    @Override
    public String label() {
      return "largest error at %s copies".formatted(Rounding.count(copies));
    }

    @Override
    public double of(double largestError, Cost cost) {
      return largestError;
    }
  }

  /** The gate applications at a number of shots of each circuit. */
  record GatesAtShots(long shots) implements Measure {
    /**
     * A number of shots.
     *
     * @throws IllegalArgumentException if it is below 1
     */
    public GatesAtShots {
      if (shots < 1) {
        throw new IllegalArgumentException("gatesAtShots: " + shots + " shots are too few");
      }
    }

    @Override
    public String label() {
      return "gate applications at %s %s a circuit"
          .formatted(Rounding.count(shots), shots == 1 ? "shot" : "shots");
    }

    @Override
    public double of(double largestError, Cost cost) {
      return cost.gates();
    }

    @Override
    public OptionalDouble theory(String method, int parameters) {
      return Theory.gatesAtShots(method, parameters);
    }
  }

  /**
   * Seconds of a run on this machine: what it took, not what it should. Runs are timed one after
   * the other, after one that is not counted, with so many shots of each circuit. Never the same
   * twice, so that it goes into no checkpoint.
   */
  record Time(long shots) implements Measure {
    /**
     * A number of shots.
     *
     * @throws IllegalArgumentException if it is below 1
     */
    public Time {
      if (shots < 1) {
        throw new IllegalArgumentException("time: " + shots + " shots are too few");
      }
    }

    @Override
    public String label() {
      return "\u23f1 seconds a run at %s shots a circuit".formatted(Rounding.count(shots));
    }

    @Override
    public double of(double largestError, Cost cost) {
      throw new IllegalStateException("time is measured, not counted");
    }
  }

  private static void requireDelta(double delta) {
    if (!(delta > 0 && delta < 1)) {
      throw new IllegalArgumentException(
          "delta is " + delta + "; the probability of failure must be between 0 and 1");
    }
  }

  private static void requireEpsilon(double epsilon) {
    if (!(epsilon > 0) || !Double.isFinite(epsilon)) {
      throw new IllegalArgumentException("epsilon is " + epsilon + "; it must be positive");
    }
  }
}
