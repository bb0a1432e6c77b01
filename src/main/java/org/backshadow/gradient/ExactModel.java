package org.backshadow.gradient;

import org.backshadow.circuit.Circuit;
import org.backshadow.pauli.PauliSum;
import org.backshadow.resources.Once;
import org.backshadow.state.CompiledModel;

/** What exact methods share at all points of a model: it is compiled when one first asks. */
final class ExactModel {
  private final Once<CompiledModel> compiled;

  ExactModel(Circuit circuit, PauliSum observable) {
    compiled = Once.of(() -> CompiledModel.of(circuit, observable));
  }

  CompiledModel compiled() {
    return compiled.get();
  }
}
