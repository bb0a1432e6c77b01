package org.backshadow.linear;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The workload "eigenvalues and eigenvectors of a complex Hermitian matrix of n qubits", timed in a
 * way that programs in other languages can repeat: the entries are a formula.
 *
 * <pre>{@code
 * EigenWorkload.run(3, 0.01).keySet() // [W, n, L, thr, med_ms, min_ms, reps, val, gn, bytes]
 * }</pre>
 */
public final class EigenWorkload {
  /** Solved so often before the clock counts, for the compiler. */
  private static final double WARM_UP_OPERATIONS = 2e10;

  private static final int FEWEST = 3;
  private static final int MOST = 2000;

  private EigenWorkload() {}

  /**
   * Solves the matrix again and again.
   *
   * <p>Its entries are uniform between -1 and 1, over the root of the dimension: row by row up to
   * the diagonal, real then imaginary part (none on the diagonal), from {@code s = s *
   * 6364136223846793005 + 1442695040888963407} modulo {@code 2^64}, starting at 12345, as {@code (s
   * >>> 11) / 2^52 - 1}.
   *
   * @param qubits 1 to 12
   * @param seconds how long the clock runs, at least for three solutions
   * @return {@code W}, {@code n}, {@code L}, {@code thr}, {@code med_ms}, {@code min_ms}, {@code
   *     reps}, {@code val} (the largest eigenvalue), {@code gn} (the root of the sum of their
   *     squares) and {@code bytes} (of the matrix and its eigenvectors)
   */
  public static Map<String, Object> run(int qubits, double seconds) {
    if (qubits < 1 || qubits > 12 || !(seconds > 0)) {
      throw new IllegalArgumentException(
          "a workload has 1 to 12 qubits and some seconds, not %d and %s"
              .formatted(qubits, seconds));
    }
    int dimension = 1 << qubits;
    double[] re = new double[dimension * dimension];
    double[] im = new double[dimension * dimension];
    fill(dimension, re, im);
    double operations = 18.0 * dimension * dimension * dimension + 20_000;
    int warmUp = (int) Math.min(20_000, Math.max(2, WARM_UP_OPERATIONS / operations));
    HermitianEigen eigen = HermitianEigen.of(dimension, re, im);
    for (int k = 1; k < warmUp; k++) {
      eigen = HermitianEigen.of(dimension, re, im);
    }
    double[] times = new double[MOST];
    int count = 0;
    long start = System.nanoTime();
    while (count < FEWEST || count < MOST && System.nanoTime() - start < seconds * 1e9) {
      long before = System.nanoTime();
      eigen = HermitianEigen.of(dimension, re, im);
      times[count++] = (System.nanoTime() - before) / 1e6;
    }
    Arrays.sort(times, 0, count);
    double[] values = eigen.values();
    var fields = new LinkedHashMap<String, Object>();
    fields.put("W", "W6");
    fields.put("n", qubits);
    fields.put("L", 0);
    fields.put("thr", 1);
    fields.put("med_ms", times[count / 2]);
    fields.put("min_ms", times[0]);
    fields.put("reps", count);
    fields.put("val", values[dimension - 1]);
    fields.put("gn", Math.sqrt(Arrays.stream(values).map(x -> x * x).sum()));
    fields.put("bytes", 32L * dimension * dimension);
    return fields;
  }

  private static void fill(int dimension, double[] re, double[] im) {
    long s = 12345;
    double scale = 1 / Math.sqrt(dimension);
    for (int i = 0; i < dimension; i++) {
      for (int j = 0; j <= i; j++) {
        s = next(s);
        double real = uniform(s) * scale;
        double imaginary = 0;
        if (j < i) {
          s = next(s);
          imaginary = uniform(s) * scale;
        }
        re[i * dimension + j] = real;
        re[j * dimension + i] = real;
        im[i * dimension + j] = imaginary;
        im[j * dimension + i] = -imaginary;
      }
    }
  }

  private static long next(long s) {
    return s * 6364136223846793005L + 1442695040888963407L;
  }

  private static double uniform(long s) {
    return (s >>> 11) * 0x1p-52 - 1;
  }
}
