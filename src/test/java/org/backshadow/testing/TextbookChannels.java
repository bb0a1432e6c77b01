package org.backshadow.testing;

import static java.lang.Math.sqrt;

import java.util.List;
import org.backshadow.circuit.Channel;
import org.backshadow.circuit.Operation;
import org.ejml.simple.SimpleMatrix;

/**
 * Every channel's Kraus operators as they stand in the textbook, typed in again: Nielsen and
 * Chuang, sections 8.3.3 to 8.3.6, whose p of generalized amplitude damping is the population of
 * {@code |0>} and so 1 minus ours.
 */
public final class TextbookChannels {
  private TextbookChannels() {}

  /**
   * The operators of a bound operation on its own qubits: those of the textbook by its name, those
   * given by a user as they are, a gate's unitary as the only one.
   */
  public static List<NaiveMatrix> kraus(Operation operation) {
    if (operation.instruction() instanceof Channel channel) {
      return channel.label().equals("channel")
          ? channel.kraus().stream().map(TextbookChannels::matrix).toList()
          : kraus(channel.label(), operation.radians());
    }
    return List.of(TextbookGates.matrix(operation));
  }

  public static List<NaiveMatrix> kraus(String label, double... s) {
    return switch (label) {
      case "depolarize" ->
          List.of(
              pauli('I', 1 - s[0]),
              pauli('X', s[0] / 3),
              pauli('Y', s[0] / 3),
              pauli('Z', s[0] / 3));
      case "bitFlip" -> List.of(pauli('I', 1 - s[0]), pauli('X', s[0]));
      case "phaseFlip" -> List.of(pauli('I', 1 - s[0]), pauli('Z', s[0]));
      case "amplitudeDamping" -> damping(1, s[0]).subList(0, 2);
      case "phaseDamping" -> List.of(real(1, 0, 0, sqrt(1 - s[0])), real(0, 0, 0, sqrt(s[0])));
      case "generalizedAmplitudeDamping" -> damping(1 - s[1], s[0]);
      default -> throw new IllegalArgumentException("no channel " + label + " in the table");
    };
  }

  private static List<NaiveMatrix> damping(double p, double gamma) {
    return List.of(
        real(1, 0, 0, sqrt(1 - gamma)).times(sqrt(p)),
        real(0, sqrt(gamma), 0, 0).times(sqrt(p)),
        real(sqrt(1 - gamma), 0, 0, 1).times(sqrt(1 - p)),
        real(0, 0, sqrt(gamma), 0).times(sqrt(1 - p)));
  }

  private static NaiveMatrix pauli(char letter, double probability) {
    return TextbookGates.pauli(letter).times(sqrt(probability));
  }

  private static NaiveMatrix real(double a, double b, double c, double d) {
    return NaiveMatrix.real(new double[] {a, b}, new double[] {c, d});
  }

  private static NaiveMatrix matrix(SimpleMatrix k) {
    return NaiveMatrix.generate(k.getNumRows(), k.getNumCols(), k::getReal, k::getImag);
  }
}
