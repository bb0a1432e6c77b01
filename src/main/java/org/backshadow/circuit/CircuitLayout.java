package org.backshadow.circuit;

import java.util.ArrayList;
import java.util.List;

/**
 * A circuit in columns, for its drawings: every gate as far left as it can stand with nothing else
 * on the wires from its first to its last qubit.
 *
 * <pre>{@code
 * CircuitLayout.of(circuit(2).h(0).h(1).cx(0, 1)).columns().size() // 2
 * }</pre>
 *
 * @param qubits the number of wires
 * @param columns the gates of each column in the order of the circuit; no column is empty
 */
public record CircuitLayout(int qubits, List<List<Operation>> columns) {
  /** Keeps copies of the lists. */
  public CircuitLayout {
    columns = columns.stream().map(List::copyOf).toList();
  }

  /** Where each gate of a circuit stands. */
  public static CircuitLayout of(Circuit circuit) {
    int[] layers = Layers.drawn(circuit);
    var columns = new ArrayList<List<Operation>>();
    for (int i = 0; i < layers.length; i++) {
      if (layers[i] == columns.size()) {
        columns.add(new ArrayList<>(2));
      }
      columns.get(layers[i]).add(circuit.operations().get(i));
    }
    return new CircuitLayout(circuit.qubits(), columns);
  }
}
