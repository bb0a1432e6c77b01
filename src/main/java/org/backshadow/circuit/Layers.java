package org.backshadow.circuit;

import java.util.List;
import java.util.stream.IntStream;

/** How far left each gate can stand. */
final class Layers {
  private Layers() {}

  /** The number of layers when a gate waits only for the qubits that it acts on. */
  static int depth(Circuit circuit) {
    int depth = 0;
    for (int layer : of(circuit, false)) {
      depth = Math.max(depth, layer + 1);
    }
    return depth;
  }

  /**
   * The layer of each gate.
   *
   * @param spanning true if a gate also takes the place on the wires between its qubits, as its
   *     drawing does
   */
  static int[] of(Circuit circuit, boolean spanning) {
    List<Operation> operations = circuit.operations();
    int[] layers = new int[operations.size()];
    int[] filled = new int[circuit.qubits()];
    for (int i = 0; i < layers.length; i++) {
      int[] wires = wires(operations.get(i), spanning);
      int layer = 0;
      for (int wire : wires) {
        layer = Math.max(layer, filled[wire]);
      }
      for (int wire : wires) {
        filled[wire] = layer + 1;
      }
      layers[i] = layer;
    }
    return layers;
  }

  private static int[] wires(Operation operation, boolean spanning) {
    int[] wires = operation.qubits().stream().mapToInt(Integer::intValue).sorted().toArray();
    if (!spanning) {
      return wires;
    }
    return IntStream.rangeClosed(wires[0], wires[wires.length - 1]).toArray();
  }
}
