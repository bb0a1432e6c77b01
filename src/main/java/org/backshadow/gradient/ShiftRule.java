package org.backshadow.gradient;

import java.util.ArrayList;
import java.util.List;
import org.backshadow.circuit.Channel;
import org.backshadow.circuit.Operation;

/**
 * The derivative of a trigonometric polynomial as a sum of its values.
 *
 * <p>If F has the frequencies f, 2f, ..., Rf in an angle, then {@code dF/da = sum_m c_m F(a +
 * s_m)}, m = 1..2R, with {@code s_m = (2m-1) pi / (2Rf)} and {@code c_m = f (-1)^(m-1) / (4R
 * sin^2((2m-1)pi/(4R)))}. R = 1 is the two-term rule, R = 2 the four-term rule of controlled
 * rotations. Source: Wierichs, Izaac, Wang, Lin, arXiv:2107.12390.
 */
final class ShiftRule {
  /** One value of F: its shift of the angle in radians, or of the strength, and its coefficient. */
  record Shift(double radians, double coefficient) {}

  private ShiftRule() {}

  static List<Shift> of(double frequency, int multiples) {
    var shifts = new ArrayList<Shift>();
    for (int m = 1; m <= 2 * multiples; m++) {
      // Shift 2R+1-m is minus shift m, coefficient too: opposite to the last bit, so that what does
      // not depend on the angle cancels.
      int nearer = Math.min(m, 2 * multiples + 1 - m);
      double x = (2 * nearer - 1) * Math.PI / (2 * multiples);
      double sine = StrictMath.sin(x / 2);
      double size = (nearer % 2 == 1 ? 1 : -1) * frequency / (4 * multiples * sine * sine);
      int side = m == nearer ? 1 : -1;
      shifts.add(new Shift(side * x / frequency, side * size));
    }
    return shifts;
  }

  /**
   * The rule for an angle of a gate, or for a strength that enters a channel as a probability: then
   * {@code dF/ds = F(1) - F(0)}.
   *
   * @throws IllegalArgumentException if its frequencies are not multiples of the smallest, or if a
   *     strength enters in another way
   */
  static List<Shift> of(Operation operation, int angle) {
    if (operation.instruction() instanceof Channel channel) {
      return ofStrength(channel, angle, operation.radians()[angle]);
    }
    List<Double> frequencies = Frequencies.of(operation, angle);
    if (frequencies.isEmpty()) {
      return List.of();
    }
    double smallest = frequencies.get(0);
    double largest = frequencies.get(frequencies.size() - 1);
    for (double frequency : frequencies) {
      double multiple = frequency / smallest;
      if (Math.abs(multiple - Math.rint(multiple)) > 1e-9) {
        throw new IllegalArgumentException(
            "parameterShift: %s has frequencies %s, which are not multiples of the smallest; use"
                    .formatted(operation.gate().label(), frequencies)
                + " hadamardTest() or adjoint()");
      }
    }
    return of(smallest, (int) Math.rint(largest / smallest));
  }

  private static List<Shift> ofStrength(Channel channel, int k, double value) {
    if (!channel.isAffine(k)) {
      throw new IllegalArgumentException(
          "parameterShift: %s of %s is not the probability of an error, so no shift rule has its"
                  .formatted(channel.strength(k), channel.label())
              + " derivative; use adjoint() or finiteDifference()");
    }
    return List.of(new Shift(1 - value, 1), new Shift(-value, -1));
  }
}
