package org.backshadow.shadow;

import org.backshadow.estimate.Estimate;
import org.backshadow.estimate.Rounding;
import org.backshadow.resources.Cost;

/**
 * An entropy in bits, read off a shadow. No unbiased estimator of it exists, so the bias is
 * estimated beside it; it is not subtracted, and the interval does not cover it.
 *
 * <pre>{@code
 * var shadow = classicalShadow(circuit(2).h(0).cx(0, 1)).snapshots(5000).seed(7);
 * EntropyEstimate s = shadow.renyiEntropy(0);
 * s.value() // 1.0002
 * s.bias() < 0.001 // true
 * }</pre>
 *
 * @param bias by how much the value is expected to lie above the true one
 * @param about how it was obtained
 */
public record EntropyEstimate(
    double value,
    double standardError,
    double bias,
    double degreesOfFreedom,
    Cost cost,
    String about)
    implements Estimate {
  @Override
  public String toString() {
    return "%s bits (95 %%), bias about %s (not subtracted), %s copies, %s"
        .formatted(text(), Rounding.significant(bias, 2), Rounding.count(copies()), about);
  }
}
