package org.backshadow.experiment.paper.separation;

import org.backshadow.circuit.Circuit;
import org.backshadow.measure.PreparedState;
import org.backshadow.outcome.WalshHadamard;
import org.backshadow.resources.Interrupts;
import org.backshadow.resources.RandomStream;

/**
 * Classical shadows by {@code 2^n + 1} mutually unbiased bases, each as probable. Every string but
 * the identity is read by exactly one of them, so an estimate is {@code 2^n + 1} times the sign
 * where its basis was drawn, with the variance {@code 2^n + 1 - <P>^2} of uniformly random
 * Cliffords, for which these stand here.
 *
 * <p>Basis a reads the strings with {@code z = S_a x}, where {@code S_a[r][c] = tr(a g^(r+c))} in
 * the field with {@code 2^n} elements and root g: a quadratic phase of S and CZ gates, then H on
 * all. The last basis reads Z. Source: Wootters and Fields, Ann. Phys. 191 (1989).
 */
final class UnbiasedBases implements SingleCopies {
  /** Irreducible polynomials of degree 1 to 8 over the field with two elements, as bits. */
  private static final int[] POLYNOMIALS = {0, 0b11, 0b111, 0b1011, 0b10011, 37, 67, 131, 283};

  static final int MAX_QUBITS = 8;

  private final int qubits;
  private final Circuit[] readouts;

  /** For string x of basis a: its z, and its sign. */
  private final int[][] z;

  private final int[][] signs;

  UnbiasedBases(int qubits) {
    if (qubits < 1 || qubits > MAX_QUBITS) {
      throw new IllegalArgumentException(
          "unbiased bases are held for 1 to %d qubits, not %d".formatted(MAX_QUBITS, qubits));
    }
    this.qubits = qubits;
    int dimension = 1 << qubits;
    readouts = new Circuit[dimension + 1];
    z = new int[dimension][dimension];
    signs = new int[dimension][dimension];
    readouts[dimension] = Circuit.of(qubits);
    for (int a = 0; a < dimension; a++) {
      boolean[][] form = form(a);
      readouts[a] = readout(form);
      for (int x = 0; x < dimension; x++) {
        z[a][x] = times(form, x);
        // X^x Z^z = i^power P with the eigenvalue i^-power on the basis's first vector.
        int power = Integer.bitCount(x & z[a][x]) - quadratic(form, x);
        signs[a][x] = (power & 3) == 0 ? 1 : -1;
      }
    }
  }

  @Override
  public double[] estimates(PreparedState state, long copies, RandomStream random) {
    int dimension = 1 << qubits;
    int[] times = new int[dimension + 1];
    for (long t = 0; t < copies; t++) {
      times[random.nextInt(times.length)]++;
    }
    double[] estimates = new double[dimension * dimension];
    for (int a = 0; a <= dimension; a++) {
      if (times[a] > 0) {
        Interrupts.check();
        double[] means = RandomPauliBases.histogram(state.measure(readouts[a], times[a]));
        WalshHadamard.transform(means);
        for (int member = 1; member < dimension; member++) {
          int sign = a < dimension ? signs[a][member] : 1;
          estimates[index(a, member)] = sign * (dimension + 1) * means[member] / copies;
        }
      }
    }
    estimates[0] = 1;
    return estimates;
  }

  /** The string, as {@code z 2^n + x}, that a basis reads as the parity of these outcome bits. */
  int index(int basis, int member) {
    return basis == 1 << qubits ? member << qubits : z[basis][member] << qubits | member;
  }

  /** The symmetric matrix S of a basis; row r belongs to the bit {@code 1 << r}. */
  private boolean[][] form(int a) {
    boolean[][] form = new boolean[qubits][qubits];
    for (int r = 0; r < qubits; r++) {
      for (int c = 0; c < qubits; c++) {
        form[r][c] = trace(product(product(a, 1 << r), 1 << c));
      }
    }
    return form;
  }

  /** Takes the vectors {@code sum_x i^q(x) (-1)^(y.x) |x>} to the bits y. */
  private Circuit readout(boolean[][] form) {
    Circuit readout = Circuit.of(qubits);
    for (int r = 0; r < qubits; r++) {
      int qubit = qubits - 1 - r;
      if (form[r][r]) {
        readout = readout.sdg(qubit);
      }
      for (int c = 0; c < r; c++) {
        if (form[r][c]) {
          readout = readout.cz(qubit, qubits - 1 - c);
        }
      }
    }
    for (int q = 0; q < qubits; q++) {
      readout = readout.h(q);
    }
    return readout;
  }

  private static int times(boolean[][] form, int x) {
    int product = 0;
    for (int r = 0; r < form.length; r++) {
      for (int c = 0; c < form.length; c++) {
        product ^= form[r][c] ? (x >>> c & 1) << r : 0;
      }
    }
    return product;
  }

  /** {@code x^T S x} over the integers. */
  private static int quadratic(boolean[][] form, int x) {
    int sum = 0;
    for (int r = 0; r < form.length; r++) {
      for (int c = 0; c < form.length; c++) {
        sum += form[r][c] ? x >>> r & x >>> c & 1 : 0;
      }
    }
    return sum;
  }

  private int product(int a, int b) {
    int product = 0;
    for (; b > 0; b >>>= 1) {
      product ^= (b & 1) == 1 ? a : 0;
      a <<= 1;
      a ^= (a >>> qubits & 1) == 1 ? POLYNOMIALS[qubits] : 0;
    }
    return product;
  }

  private boolean trace(int a) {
    int power = a;
    int sum = a;
    for (int k = 1; k < qubits; k++) {
      power = product(power, power);
      sum ^= power;
    }
    return (sum & 1) == 1;
  }
}
