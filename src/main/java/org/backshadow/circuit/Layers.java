package org.backshadow.circuit;

/** How far left each gate can stand. */
final class Layers {
  private Layers() {}

  static int depth(Circuit circuit) {
    int[] filled = new int[circuit.qubits()];
    int depth = 0;
    for (Operation operation : circuit.operations()) {
      int layer = 0;
      for (int qubit : operation.qubits()) {
        layer = Math.max(layer, filled[qubit]);
      }
      for (int qubit : operation.qubits()) {
        filled[qubit] = layer + 1;
      }
      depth = Math.max(depth, layer + 1);
    }
    return depth;
  }
}
