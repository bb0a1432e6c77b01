package org.backshadow.optimize;

import java.util.Comparator;
import java.util.List;
import org.apache.commons.math3.optim.PointValuePair;
import org.apache.commons.math3.optim.nonlinear.scalar.noderiv.NelderMeadSimplex;

/**
 * The simplex method of Nelder and Mead, by Commons Math: without gradients, from values at M + 1
 * corners that crawl downhill. The point of a step is its lowest corner; the values there and at
 * the highest corner differ by the step's residual.
 *
 * <p><b>Cost</b>: M + 1 values in the first step, then usually one or two a step. For few
 * parameters; with shots it stalls where the corners differ by less than their errors.
 * <b>Source</b>: Nelder and Mead, Computer J. 7, 308 (1965).
 *
 * <pre>{@code
 * var f = expectation(circuit(1).rx(0, param("a")).ry(0, param("b")), pauliSum("Z"));
 * minimize(f).from(0.4, 0.9).optimizer(new NelderMead(0.5)).steps(60).run().value() // -1.0
 * }</pre>
 *
 * @param size of the first simplex, in radians
 */
public record NelderMead(double size) implements Optimizer<NelderMead.Corners> {
  static final double DEFAULT_SIZE = 0.5;
  private static final Comparator<PointValuePair> LOWEST_FIRST =
      Comparator.comparingDouble(PointValuePair::getValue);

  /**
   * The size is checked.
   *
   * @throws IllegalArgumentException if it is not positive and finite
   */
  public NelderMead {
    Minimization.requirePositive("nelderMead", "size", size);
  }

  @Override
  public boolean usesGradients() {
    return false;
  }

  @Override
  public String name() {
    return "nelderMead";
  }

  @Override
  public void requireApplicable(Setting setting) {
    if (setting.batches()) {
      throw new IllegalArgumentException(
          "nelderMead: it compares the losses of different steps, which see different batches; use"
              + " all rows, or adam(0.1) or spsa()");
    }
  }

  @Override
  public Corners start(int parameters) {
    return new Corners(List.of());
  }

  @Override
  public Step<Corners> step(Corners memory, double[] theta, Landscape loss) {
    if (theta.length == 0) {
      return new Step<>(memory, theta, 0);
    }
    var simplex = new Simplex(theta.length, size);
    if (memory.lowestFirst.isEmpty()) {
      simplex.build(theta);
      simplex.evaluate(loss::value, LOWEST_FIRST);
    } else {
      simplex.resume(memory.lowestFirst);
    }
    simplex.iterate(loss::value, LOWEST_FIRST);
    List<PointValuePair> corners =
        List.of(simplex.getPoints()).stream().sorted(LOWEST_FIRST).toList();
    PointValuePair lowest = corners.get(0);
    double range = corners.get(corners.size() - 1).getValue() - lowest.getValue();
    return new Step<>(new Corners(corners), lowest.getPoint(), range);
  }

  /** The corners and their values between two steps. Immutable. */
  public static final class Corners {
    private final List<PointValuePair> lowestFirst;

    private Corners(List<PointValuePair> lowestFirst) {
      this.lowestFirst = List.copyOf(lowestFirst);
    }
  }

  /** Commons Math's simplex, which can be continued where another one was left. */
  private static final class Simplex extends NelderMeadSimplex {
    Simplex(int dimension, double size) {
      super(dimension, size);
    }

    void resume(List<PointValuePair> corners) {
      build(corners.get(0).getPoint());
      setPoints(corners.toArray(PointValuePair[]::new));
    }
  }
}
