package org.backshadow.gradient;

import java.util.Locale;
import org.backshadow.estimate.Rounding;

/**
 * A promise about all components of a gradient together, in place of standard errors.
 *
 * <pre>{@code
 * var f = expectation(circuit(1).rx(0, param("a")), pauliSum("Z"));
 * f.at(0.4).gradient(quantumBackprop().epsilon(0.3).seed(7))
 * // quantumBackprop (3,261 copies, seed 7; largest error at most 0.3 at 90 %; ...
 * new Guarantee(0.3, 0.9, true) // largest error at most 0.3 at 90 %
 * }</pre>
 *
 * @param epsilon the largest error
 * @param confidence with which it holds
 * @param proven false where the sizes of the run lie outside of what the proof covers
 */
public record Guarantee(double epsilon, double confidence, boolean proven) {
  /** Half the width of an interval at a confidence: the same for every component. */
  double halfWidth(double wanted) {
    if (wanted > confidence) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "the run promises its largest error at confidence %s, not at %s; run it again with"
                  + " delta(%s)",
              Rounding.significant(confidence, 4),
              Rounding.significant(wanted, 4),
              Rounding.significant(1 - wanted, 4)));
    }
    return epsilon;
  }

  /** {@code largest error at most 0.2 at 90 %}. */
  @Override
  public String toString() {
    return "largest error at most %s at %s %%%s"
        .formatted(
            Rounding.significant(epsilon, 4),
            Rounding.significant(100 * confidence, 4),
            proven ? "" : ", unproven");
  }
}
