package org.backshadow.state;

import java.util.Arrays;
import java.util.List;
import org.backshadow.circuit.UnitaryForm;

/**
 * Loops over blocks of {@code 2^k} amplitudes: those that differ in the k target bits only, with
 * all control bits 1.
 */
final class BlockKernel {
  private final int targetMask;
  private final int controls;

  /** What to add to a block's first index to reach its element m. */
  private final int[] offset;

  private BlockKernel(int targetMask, int controls, int[] offset) {
    this.targetMask = targetMask;
    this.controls = controls;
    this.offset = offset;
  }

  static BlockKernel of(int qubits, List<Integer> targets, int controls) {
    int count = targets.size();
    int[] offset = new int[1 << count];
    for (int k = 0; k < count; k++) {
      int bit = 1 << (qubits - 1 - targets.get(k));
      int local = 1 << (count - 1 - k);
      for (int m = 0; m < offset.length; m++) {
        offset[m] |= (m & local) != 0 ? bit : 0;
      }
    }
    return new BlockKernel(offset[offset.length - 1], controls, offset);
  }

  private boolean startsBlock(int index) {
    return (index & targetMask) == 0 && (index & controls) == controls;
  }

  void multiply(double[] re, double[] im, UnitaryForm.Diagonal diagonal) {
    for (int m = 0; m < offset.length; m++) {
      double dr = diagonal.re(m, m);
      double di = diagonal.im(m, m);
      if (dr == 1 && di == 0) {
        continue;
      }
      for (int base = 0; base < re.length; base++) {
        if (startsBlock(base)) {
          int i = base | offset[m];
          double ar = re[i];
          re[i] = dr * ar - di * im[i];
          im[i] = dr * im[i] + di * ar;
        }
      }
    }
  }

  void permute(double[] re, double[] im, UnitaryForm.Permutation permutation) {
    double[] oldRe = new double[offset.length];
    double[] oldIm = new double[offset.length];
    for (int base = 0; base < re.length; base++) {
      if (startsBlock(base)) {
        gather(re, im, base, oldRe, oldIm);
        for (int m = 0; m < offset.length; m++) {
          int i = base | offset[permutation.image(m)];
          re[i] = oldRe[m];
          im[i] = oldIm[m];
        }
      }
    }
  }

  void multiply(double[] re, double[] im, UnitaryForm.Dense matrix) {
    int dimension = offset.length;
    double[] mr = new double[dimension * dimension];
    double[] mi = new double[dimension * dimension];
    Arrays.setAll(mr, e -> matrix.re(e / dimension, e % dimension));
    Arrays.setAll(mi, e -> matrix.im(e / dimension, e % dimension));
    double[] oldRe = new double[dimension];
    double[] oldIm = new double[dimension];
    for (int base = 0; base < re.length; base++) {
      if (startsBlock(base)) {
        gather(re, im, base, oldRe, oldIm);
        for (int row = 0; row < dimension; row++) {
          double sumRe = 0;
          double sumIm = 0;
          for (int column = 0; column < dimension; column++) {
            int e = row * dimension + column;
            sumRe += mr[e] * oldRe[column] - mi[e] * oldIm[column];
            sumIm += mr[e] * oldIm[column] + mi[e] * oldRe[column];
          }
          re[base | offset[row]] = sumRe;
          im[base | offset[row]] = sumIm;
        }
      }
    }
  }

  private void gather(double[] re, double[] im, int base, double[] intoRe, double[] intoIm) {
    for (int m = 0; m < offset.length; m++) {
      intoRe[m] = re[base | offset[m]];
      intoIm[m] = im[base | offset[m]];
    }
  }
}
