package org.backshadow.optimize;

import org.backshadow.resources.RandomStream;

/**
 * Simultaneous perturbation: without gradients, from two values of the loss a step, whatever the
 * number of parameters.
 *
 * <p><b>Formula</b>: with signs d drawn for all parameters, {@code theta_i <- theta_i - a_k
 * (L(theta + c_k d) - L(theta - c_k d)) / (2 c_k d_i)}, where {@code a_k = gain / (k + 11)^0.602}
 * and {@code c_k = spread / (k + 1)^0.101} for k = 0, 1, ...; the exponents and the delay of 10
 * steps are those recommended there for a hundred steps.
 *
 * <p>The two values are taken beside the point, so that the points themselves have no measured
 * loss. <b>Source</b>: Spall, IEEE Trans. Aerosp. Electron. Syst. 34, 817 (1998).
 *
 * <pre>{@code
 * var f = expectation(circuit(1).ry(0, param("a")), pauliSum("Z"));
 * var rule = new SimultaneousPerturbation(2, 0.2);
 * minimize(f).from(0.4).optimizer(rule).lossShots(500).steps(100).seed(7).run().value() // -1.0
 * }</pre>
 *
 * @param gain of a step, in radians squared per unit of the loss
 * @param spread of the two values about the point, in radians
 */
public record SimultaneousPerturbation(double gain, double spread) implements Optimizer<Integer> {
  static final double DEFAULT_GAIN = 1;
  static final double DEFAULT_SPREAD = 0.2;
  private static final double DELAY = 10;

  /**
   * Gain and spread are checked.
   *
   * @throws IllegalArgumentException if one is not positive and finite
   */
  public SimultaneousPerturbation {
    Minimization.requirePositive("spsa", "gain", gain);
    Minimization.requirePositive("spsa", "spread", spread);
  }

  @Override
  public boolean usesGradients() {
    return false;
  }

  @Override
  public String name() {
    return "spsa";
  }

  @Override
  public void requireApplicable(Setting setting) {
    if (setting.sampledLoss() && setting.tolerance()) {
      throw new IllegalArgumentException(
          "spsa: with shots it measures beside its points and cannot tell how much the loss changes; use steps(n) or copies(budget) instead of a tolerance");
    }
  }

  @Override
  public Integer start(int parameters) {
    return 0;
  }

  @Override
  public Step<Integer> step(Integer k, double[] theta, Landscape loss) {
    double a = gain / StrictMath.pow(k + 1 + DELAY, 0.602);
    double c = spread / StrictMath.pow(k + 1, 0.101);
    RandomStream random = loss.random();
    double[] above = theta.clone();
    double[] below = theta.clone();
    int[] signs = new int[theta.length];
    for (int i = 0; i < signs.length; i++) {
      signs[i] = random.nextBoolean() ? 1 : -1;
      above[i] += c * signs[i];
      below[i] -= c * signs[i];
    }
    double slope = (loss.value(above) - loss.value(below)) / (2 * c);
    double[] next = theta.clone();
    for (int i = 0; i < signs.length; i++) {
      next[i] -= a * slope * signs[i];
    }
    return new Step<>(k + 1, next);
  }
}
