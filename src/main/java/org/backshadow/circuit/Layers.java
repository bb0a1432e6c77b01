package org.backshadow.circuit;

import java.util.List;
import java.util.stream.IntStream;

/** How far left each gate can stand. */
final class Layers {
  private Layers() {}

  /**
   * The number of layers when a gate waits only for the qubits that it acts on. Noise happens
   * meanwhile and takes no layer.
   */
  static int depth(Circuit circuit) {
    int depth = 0;
    int[] filled = new int[circuit.qubits()];
    for (Operation operation : circuit.operations()) {
      if (operation.isUnitary()) {
        depth = Math.max(depth, 1 + place(operation, false, filled));
      }
    }
    return depth;
  }

  /**
   * The layer of each gate and channel in a drawing, where they also take the place on the wires
   * between their qubits.
   */
  static int[] drawn(Circuit circuit) {
    List<Operation> operations = circuit.operations();
    int[] layers = new int[operations.size()];
    int[] filled = new int[circuit.qubits()];
    for (int i = 0; i < layers.length; i++) {
      layers[i] = place(operations.get(i), true, filled);
    }
    return layers;
  }

  /** The first layer that is free, which is then filled. */
  private static int place(Operation operation, boolean spanning, int[] filled) {
    int[] wires = wires(operation, spanning);
    int layer = 0;
    for (int wire : wires) {
      layer = Math.max(layer, filled[wire]);
    }
    for (int wire : wires) {
      filled[wire] = layer + 1;
    }
    return layer;
  }

  private static int[] wires(Operation operation, boolean spanning) {
    int[] wires = operation.qubits().stream().mapToInt(Integer::intValue).sorted().toArray();
    if (!spanning) {
      return wires;
    }
    return IntStream.rangeClosed(wires[0], wires[wires.length - 1]).toArray();
  }
}
