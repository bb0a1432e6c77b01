package org.backshadow.state;

import java.util.ArrayList;
import java.util.List;
import org.backshadow.circuit.Circuit;
import org.backshadow.circuit.Operation;
import org.backshadow.resources.Interrupts;
import org.ejml.simple.SimpleMatrix;

/**
 * The derivatives of a state by the angles of its circuit, all carried through the circuit
 * together.
 *
 * <p>With {@code dU/da = -i G U} the derivative by an angle is {@code -i} times the rest of the
 * circuit applied to {@code G psi}; the {@code -i} drops out of every product of two.
 */
final class Tangents {
  private final Amplitudes psi;
  private final List<Amplitudes> derivatives;

  private Tangents(Amplitudes psi, List<Amplitudes> derivatives) {
    this.psi = psi;
    this.derivatives = derivatives;
  }

  /** One derivative for each pair of a gate and one of its angles, gates in ascending order. */
  static Tangents of(Circuit circuit, int[] gates, int[] angles) {
    MemoryLimit.require(circuit.qubits(), gates.length + 2);
    Amplitudes psi = Amplitudes.zeroState(circuit.qubits());
    var derivatives = new ArrayList<Amplitudes>();
    int next = 0;
    for (int i = 0; i < circuit.size(); i++) {
      Interrupts.check();
      Operation operation = circuit.operations().get(i);
      psi.apply(operation);
      for (Amplitudes derivative : derivatives) {
        derivative.apply(operation);
      }
      for (; next < gates.length && gates[next] == i; next++) {
        var generator = operation.gate().generator(angles[next], operation.radians());
        derivatives.add(psi.times(generator, operation));
      }
    }
    return new Tangents(psi, derivatives);
  }

  /** {@code Re(<di|dj> - <di|psi><psi|dj>)}. */
  SimpleMatrix metric() {
    int count = derivatives.size();
    var metric = new SimpleMatrix(count, count);
    var overlaps = derivatives.stream().map(derivative -> derivative.inner(psi)).toList();
    for (int a = 0; a < count; a++) {
      Interrupts.check();
      for (int b = 0; b <= a; b++) {
        Complex own = derivatives.get(a).inner(derivatives.get(b));
        Complex first = overlaps.get(a);
        Complex second = overlaps.get(b);
        double value = own.re() - (first.re() * second.re() + first.im() * second.im());
        metric.set(a, b, value);
        metric.set(b, a, value);
      }
    }
    return metric;
  }
}
