package org.backshadow.shadow;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.backshadow.estimate.Estimate;
import org.backshadow.estimate.Moments;
import org.backshadow.pauli.PauliEntries;
import org.backshadow.pauli.PauliString;
import org.backshadow.pauli.PauliSum;
import org.backshadow.resources.Cost;
import org.ejml.data.ZMatrixRMaj;
import org.ejml.simple.SimpleMatrix;

/** What a shadow says about some of its qubits: all {@code 4^k} strings on them. */
final class ReducedShadow {
  private static final int MAX_QUBITS = 6;

  /** Groups of the jackknife. */
  private static final int PARTS = 10;

  private final ShadowMeans means;
  private final int k;

  /** Strings on the register, indexed {@code x 2^k + z} by their letters on the kept qubits. */
  private final List<PauliString> strings = new ArrayList<>();

  ReducedShadow(ShadowMeans means, int... kept) {
    this.means = means;
    this.k = requireNonNull(kept, "qubits").length;
    int n = means.snapshots().qubits();
    requireQubits(n, kept);
    for (int index = 0; index < 1 << 2 * k; index++) {
      long x = 0;
      long z = 0;
      for (int i = 0; i < k; i++) {
        long bit = 1L << (n - 1 - kept[i]);
        x |= (index >> (2 * k - 1 - i) & 1) == 1 ? bit : 0;
        z |= (index >> (k - 1 - i) & 1) == 1 ? bit : 0;
      }
      strings.add(new PauliString(n, x, z));
    }
  }

  private static void requireQubits(int n, int... kept) {
    if (kept.length < 1 || kept.length > MAX_QUBITS) {
      throw new IllegalArgumentException(
          "a reduced state of %d qubits; possible are 1 to %d".formatted(kept.length, MAX_QUBITS));
    }
    for (int qubit : kept) {
      if (qubit < 0 || qubit >= n) {
        throw new IllegalArgumentException(
            "qubit %d is outside this %d-qubit shadow (valid: 0..%d)".formatted(qubit, n, n - 1));
      }
    }
    if (Arrays.stream(kept).distinct().count() < kept.length) {
      throw new IllegalArgumentException("a qubit stands twice in " + Arrays.toString(kept));
    }
  }

  /**
   * The purity by all pairs of different snapshots, which is unbiased: {@code 2^-k sum_P w_P^2
   * (S_P^2 - hits_P) / (T(T-1))} with S the sum of a string's signs. The error is the jackknife's.
   */
  Estimate purity() {
    int size = means.snapshots().size();
    if (size < 3) {
      throw new IllegalArgumentException(
          "purity: " + size + " snapshots; at least 3 are needed for pairs and their error");
    }
    double[] pairs = new double[size];
    for (PauliString string : strings.subList(1, strings.size())) {
      double square = means.weight(string) * means.weight(string);
      double sum = means.snapshots().tally(string, 0, size).sum();
      means.snapshots().forEach(string, (t, sign) -> pairs[t] += square * (sign * sum - 1));
    }
    double all = Arrays.stream(pairs).sum();
    double states = 1 << k;
    var without = new Moments();
    for (double own : pairs) {
      without.add((1 + (all - 2 * own) / ((size - 1.0) * (size - 2.0))) / states, 1);
    }
    double spread = (size - 1.0) / size * (size - 1.0);
    return Estimate.of(
        (1 + all / ((double) size * (size - 1))) / states,
        Math.sqrt(spread * without.variance()),
        size - 1);
  }

  /** The linear reconstruction {@code 2^-k sum_P <P> P}: unbiased, but maybe not positive. */
  SimpleMatrix matrix() {
    int dimension = 1 << k;
    double[] re = new double[dimension * dimension];
    double[] im = new double[re.length];
    PauliEntries.add(state(0, means.snapshots().size(), false), re, im);
    var matrix = new ZMatrixRMaj(dimension, dimension);
    for (int row = 0; row < dimension; row++) {
      for (int column = 0; column < dimension; column++) {
        int entry = row * dimension + column;
        matrix.set(row, column, re[entry], im[entry]);
      }
    }
    return SimpleMatrix.wrap(matrix);
  }

  /** The reconstruction from the snapshots within the range, or from all others. */
  private PauliSum state(int from, int to, boolean others) {
    Snapshots snapshots = means.snapshots();
    int size = snapshots.size();
    int count = others ? size - (to - from) : to - from;
    var terms = new ArrayList<PauliSum.Term>();
    for (int index = 0; index < strings.size(); index++) {
      PauliString string = strings.get(index);
      long sum = snapshots.tally(string, from, to).sum();
      long wanted = others ? snapshots.tally(string, 0, size).sum() - sum : sum;
      double value = means.weight(string) * wanted / count / (1 << k);
      terms.add(new PauliSum.Term(value, new PauliString(k, index >> k, index & (1 << k) - 1)));
    }
    return PauliSum.of(k, terms);
  }

  /**
   * The von Neumann entropy of the nearest density matrix, with error and bias by a jackknife that
   * leaves out a tenth of the snapshots at a time.
   */
  EntropyEstimate entropy(Cost cost, String about) {
    int size = means.snapshots().size();
    if (size < 2 * PARTS) {
      throw new IllegalArgumentException(
          "entropy: %d snapshots; at least %d are needed for its bias".formatted(size, 2 * PARTS));
    }
    double whole = Spectrum.entropy(state(0, size, false));
    var without = new Moments();
    for (int part = 0; part < PARTS; part++) {
      int from = MedianOfMeans.start(part, PARTS, size);
      int to = MedianOfMeans.start(part + 1, PARTS, size);
      without.add(Spectrum.entropy(state(from, to, true)), 1);
    }
    double error = Math.sqrt((PARTS - 1.0) * (PARTS - 1.0) / PARTS * without.variance());
    double bias = (PARTS - 1) * (without.mean() - whole);
    return new EntropyEstimate(whole, error, bias, PARTS - 1, cost, about);
  }
}
