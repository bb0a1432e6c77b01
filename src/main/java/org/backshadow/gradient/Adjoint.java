package org.backshadow.gradient;

import java.util.List;
import org.backshadow.circuit.Channel;
import org.backshadow.circuit.Operation;
import org.backshadow.gradient.Model.Occurrence;
import org.backshadow.state.Simulator;

/**
 * The exact gradient by one forward and one backward pass over the state vector.
 *
 * <p><b>Formula</b>: {@code dF/da = 2 Im <lambda|G|psi>} at each gate with {@code dU/da = -i G U}.
 * With noise the same over density matrices, up to 10 qubits, and {@code dF/ds = tr(A dE/ds(rho))}
 * for a strength s of a channel E, with the observable A taken back to it.
 *
 * <p><b>Cost</b>: at most 3 gate applications a gate and two state vectors; no copies, since a
 * simulator may look. <b>Error</b>: rounding, about 1e-15 times the norm of the observable.
 *
 * <p><b>Source</b>: Jones and Gacon, arXiv:2009.02823.
 *
 * <pre>{@code
 * var f = expectation(circuit(2).ry(0, param("a")).cx(0, 1).ry(1, param("b")), pauliSum("ZZ"));
 * f.at(0.4, 0.9).gradient(adjoint()).values() // [0.0, -0.7833]
 * }</pre>
 */
public record Adjoint() implements ExactGradient {
  @Override
  public String name() {
    return "adjoint";
  }

  @Override
  public void requireApplicable(Model model) {
    Simulator.requireExact(model.circuit());
    if (model.circuit().isUnitary()) {
      return;
    }
    List<Operation> operations = model.bound().operations();
    for (Occurrence occurrence : model.occurrences()) {
      Operation operation = operations.get(occurrence.gate());
      if (operation.instruction() instanceof Channel channel) {
        channel.derivative(occurrence.angle(), operation.radians());
      }
    }
  }

  @Override
  public double[] differentiate(Model model, Simulator simulator) {
    return simulator.gradient(model.exact().compiled(), model.theta());
  }
}
