package org.backshadow.gradient;

import java.util.ArrayList;
import org.backshadow.circuit.Circuit;
import org.backshadow.pauli.PauliString;
import org.backshadow.pauli.PauliSum;

/**
 * The model whose second derivatives are the metric tensor's: the probability {@code
 * |<psi(theta0)|psi(theta)>|^2} of finding all zeros when the circuit is followed by its inverse at
 * the point. Its maximum, 1, is at the point, and there {@code g = -1/2} times its Hessian. Source:
 * Mari, Bromley, Killoran, arXiv:2008.06517.
 */
final class SampledMetric {
  /** The projector on all zeros is a sum of 2^n strings. */
  private static final int MAX_QUBITS = 12;

  private SampledMetric() {}

  static Model overlap(Model model) {
    Circuit circuit = model.circuit();
    if (circuit.qubits() > MAX_QUBITS) {
      throw new IllegalArgumentException(
          "a metric tensor from shots takes a sum of 2^n Pauli strings: at most %d qubits, not %d"
              .formatted(MAX_QUBITS, circuit.qubits()));
    }
    Circuit.requireUnitary(circuit, "metricTensor", "the metric here is that of pure states");
    Circuit back = model.bound().adjoint();
    return new Model(circuit.then(back), allZeros(circuit.qubits()), model.theta());
  }

  /** {@code |0...0><0...0|}, the mean of all strings of I and Z. */
  private static PauliSum allZeros(int qubits) {
    var terms = new ArrayList<PauliSum.Term>();
    for (long z = 0; z < 1L << qubits; z++) {
      terms.add(new PauliSum.Term(1.0 / (1L << qubits), new PauliString(qubits, 0, z)));
    }
    return PauliSum.of(qubits, terms);
  }
}
