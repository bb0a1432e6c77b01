package org.backshadow.experiment;

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

  /** The smallest budget, found by running, at which the largest error is at most epsilon. */
  record CopiesForError(double epsilon) implements Measure {
    /**
     * A largest error.
     *
     * @throws IllegalArgumentException if it is not positive and finite
     */
    public CopiesForError {
      requireEpsilon(epsilon);
    }

    @Override
    public String label() {
      return "copies for error " + epsilon;
    }

    @Override
    public double of(double largestError, Cost cost) {
      return cost.copies();
    }

    @Override
    public OptionalDouble theory(String method, int parameters) {
      return Theory.copies(method, parameters);
    }
  }

  /** The gate applications of the smallest budget, as {@link CopiesForError} finds it. */
  record GatesForError(double epsilon) implements Measure {
    /**
     * A largest error.
     *
     * @throws IllegalArgumentException if it is not positive and finite
     */
    public GatesForError {
      requireEpsilon(epsilon);
    }

    @Override
    public String label() {
      return "gate applications for error " + epsilon;
    }

    @Override
    public double of(double largestError, Cost cost) {
      return cost.gates();
    }

    @Override
    public OptionalDouble theory(String method, int parameters) {
      return Theory.gates(method, parameters);
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

  /** The copies of a run whose settings guarantee a largest error, such as Hoeffding's shots. */
  record CopiesForGuarantee(double epsilon, double delta) implements Measure {
    /**
     * A largest error and the probability to miss it.
     *
     * @throws IllegalArgumentException if the error is not positive and finite, or delta not
     *     between 0 and 1
     */
    public CopiesForGuarantee {
      requireEpsilon(epsilon);
      requireDelta(delta);
    }

    @Override
    public String label() {
      return "copies that guarantee error " + epsilon;
    }

    @Override
    public double of(double largestError, Cost cost) {
      return cost.copies();
    }

    @Override
    public OptionalDouble theory(String method, int parameters) {
      return Theory.copies(method, parameters);
    }
  }

  /** The gate applications of a run whose settings guarantee a largest error. */
  record GatesForGuarantee(double epsilon, double delta) implements Measure {
    /**
     * A largest error and the probability to miss it.
     *
     * @throws IllegalArgumentException if the error is not positive and finite, or delta not
     *     between 0 and 1
     */
    public GatesForGuarantee {
      requireEpsilon(epsilon);
      requireDelta(delta);
    }

    @Override
    public String label() {
      return "gate applications that guarantee error " + epsilon;
    }

    @Override
    public double of(double largestError, Cost cost) {
      return cost.gates();
    }

    @Override
    public OptionalDouble theory(String method, int parameters) {
      return Theory.gates(method, parameters);
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
