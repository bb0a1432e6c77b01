package org.backshadow.state.engine;

/**
 * The Clifford C between the state that is stored and the state that is meant: {@code psi = C
 * stored}. Instead of applying a Clifford gate, the frame takes it up, and what follows is read
 * through it: {@code exp(-i t P / 2) C = C exp(-i t (C^dagger P C) / 2)}.
 *
 * <p>Kept as the images {@code C^dagger X_q C} and {@code C^dagger Z_q C} of every qubit q.
 */
final class Frame {
  private final int qubits;
  private final PhasedString[] ofX;
  private final PhasedString[] ofZ;

  private Frame(int qubits) {
    this.qubits = qubits;
    ofX = new PhasedString[qubits];
    ofZ = new PhasedString[qubits];
  }

  static Frame identity(int qubits) {
    var frame = new Frame(qubits);
    for (int q = 0; q < qubits; q++) {
      frame.ofX[q] = new PhasedString(frame.bit(q), 0, 0);
      frame.ofZ[q] = new PhasedString(0, frame.bit(q), 0);
    }
    return frame;
  }

  /** {@code C^dagger P C} for a string on the register. */
  PhasedString image(PhasedString string) {
    var product = PhasedString.IDENTITY;
    for (long rest = string.x() | string.z(); rest != 0; rest &= rest - 1) {
      int q = qubits - 1 - Long.numberOfTrailingZeros(rest);
      boolean x = (string.x() & bit(q)) != 0;
      boolean z = (string.z() & bit(q)) != 0;
      if (x) {
        product = product.times(ofX[q]);
      }
      if (z) {
        product = product.times(ofZ[q]);
      }
      if (x && z) { // Y = i X Z
        product = product.withPower(1);
      }
    }
    return product.withPower(string.power());
  }

  /** Takes up a Clifford gate on some of the qubits: C becomes gate C. */
  void append(GateConjugation gate, int[] on) {
    var newX = new PhasedString[on.length];
    var newZ = new PhasedString[on.length];
    for (int k = 0; k < on.length; k++) {
      newX[k] = image(lift(gate.ofX(k), on));
      newZ[k] = image(lift(gate.ofZ(k), on));
    }
    for (int k = 0; k < on.length; k++) {
      ofX[on[k]] = newX[k];
      ofZ[on[k]] = newZ[k];
    }
  }

  /** A string on the qubits of a gate, first qubit in the highest bit, as one on the register. */
  PhasedString lift(PhasedString local, int[] on) {
    long x = 0;
    long z = 0;
    for (int k = 0; k < on.length; k++) {
      int from = on.length - 1 - k;
      x |= (local.x() >>> from & 1) * bit(on[k]);
      z |= (local.z() >>> from & 1) * bit(on[k]);
    }
    return new PhasedString(x, z, local.power());
  }

  /**
   * For a frame that only relabels basis states: each bit of the meant index as a parity of bits of
   * the stored one. Entry q has the mask and the flip of qubit q.
   */
  PhasedString bitOf(int qubit) {
    return ofZ[qubit];
  }

  /** For a frame that only relabels basis states: the stored bits that flip with a meant one. */
  PhasedString flipOf(int qubit) {
    return ofX[qubit];
  }

  private long bit(int qubit) {
    return 1L << (qubits - 1 - qubit);
  }
}
