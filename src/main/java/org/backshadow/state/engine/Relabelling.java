package org.backshadow.state.engine;

import org.backshadow.resources.Interrupts;

/** The move of amplitudes that a frame of relabelled basis states calls for. */
final class Relabelling {
  /** The images within a block of 2^10 indices are looked up. */
  private static final int BLOCK = 10;

  private final int qubits;
  private final int[] imageOfBit;
  private final int imageOfZero;

  private Relabelling(int qubits, int[] imageOfBit, int imageOfZero) {
    this.qubits = qubits;
    this.imageOfBit = imageOfBit;
    this.imageOfZero = imageOfZero;
  }

  static Relabelling of(Frame frame, int qubits) {
    int[] imageOfBit = new int[qubits];
    int imageOfZero = 0;
    for (int q = 0; q < qubits; q++) {
      int bit = 1 << (qubits - 1 - q);
      PhasedString read = frame.bitOf(q);
      imageOfZero |= read.power() == 2 ? bit : 0;
      for (int b = 0; b < qubits; b++) {
        imageOfBit[b] |= (read.z() >>> b & 1) == 1 ? bit : 0;
      }
    }
    return new Relabelling(qubits, imageOfBit, imageOfZero);
  }

  /** Where the amplitude of a stored index belongs. */
  int image(int index) {
    int image = imageOfZero;
    for (int rest = index; rest != 0; rest &= rest - 1) {
      image ^= imageOfBit[Integer.numberOfTrailingZeros(rest)];
    }
    return image;
  }

  /** Writes the stored amplitudes, times the phase {@code c + i s}, where they belong. */
  void apply(Sweep.Parts stored, double c, double s, double[] re, double[] im) {
    int[] within = new int[1 << Math.min(qubits, BLOCK)];
    for (int i = 0; i < within.length; i++) {
      within[i] = image(i) ^ imageOfZero;
    }
    for (int block = 0; block < re.length; block += within.length) {
      Interrupts.check();
      int start = image(block);
      for (int i = 0; i < within.length; i++) {
        double a = stored.re()[block + i];
        double b = stored.im()[block + i];
        re[start ^ within[i]] = c * a - s * b;
        im[start ^ within[i]] = c * b + s * a;
      }
    }
  }
}
