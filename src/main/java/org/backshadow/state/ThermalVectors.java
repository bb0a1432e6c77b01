package org.backshadow.state;

import java.util.ArrayList;
import java.util.List;
import org.backshadow.circuit.Operation;
import org.backshadow.resources.RandomStream;

/**
 * Orthonormal random vectors g_1 .. g_r on n qubits that stand for the identity: {@code exp(H/2)
 * sum_k |g_k><g_k| exp(H/2)}, normalized, is a state of rank r that stands for the Gibbs state
 * {@code exp(H) / tr exp(H)}.
 *
 * <p>Expectation values are off by about the root of {@code purity / r}: nothing much while the
 * Gibbs state is mixed, nothing again once it is nearly pure. With {@code r = 2^n} it is exact.
 * Memory {@code 16 r 2^n} bytes; time {@code 4^n r} for each of some tens of products with H.
 * Source: Sugiura and Shimizu, arXiv:1112.0740. Exact arithmetic, and no measurement. Immutable.
 *
 * <pre>{@code
 * var h = HermitianMatrix.of(pauliSum("ZI + IZ"));
 * var vectors = ThermalVectors.random(2, 4, new Seed(7).random()); // as many as 2^n: exact
 * vectors.gibbs(h).density().traceDistance(h.gibbs()) < 1e-10 // true
 * }</pre>
 */
public final class ThermalVectors {
  private final int qubits;
  private final List<Amplitudes> vectors;

  private ThermalVectors(int qubits, List<Amplitudes> vectors) {
    this.qubits = qubits;
    this.vectors = vectors;
  }

  /**
   * Random ones.
   *
   * @throws IllegalArgumentException unless {@code 1 <= rank <= 2^qubits}
   */
  public static ThermalVectors random(int qubits, int rank, RandomStream random) {
    if (rank < 1 || rank > 1 << qubits) {
      throw new IllegalArgumentException(
          "a rank of %d; on %d qubits it is 1 to %d".formatted(rank, qubits, 1 << qubits));
    }
    var vectors = new ArrayList<Amplitudes>();
    while (vectors.size() < rank) {
      Amplitudes next =
          Amplitudes.of(qubits, random.gaussians(1 << qubits, 1), random.gaussians(1 << qubits, 1));
      for (int pass = 0; pass < 2; pass++) {
        for (Amplitudes vector : vectors) {
          next.subtract(vector.inner(next), vector);
        }
      }
      next.scale(1 / Math.sqrt(next.normSquared()));
      vectors.add(next);
    }
    return new ThermalVectors(qubits, vectors);
  }

  /** How many vectors there are. */
  public int rank() {
    return vectors.size();
  }

  /** All of them behind a bound gate. */
  public ThermalVectors after(Operation operation) {
    var turned = new ArrayList<Amplitudes>();
    for (Amplitudes vector : vectors) {
      Amplitudes copy = vector.copy();
      copy.apply(operation);
      turned.add(copy);
    }
    return new ThermalVectors(qubits, turned);
  }

  /**
   * A state of rank r for a Gibbs state.
   *
   * @param density of trace 1
   * @param logTraceExp what the vectors say of {@code ln tr exp(H)}
   */
  public record Gibbs(HermitianMatrix density, double logTraceExp) {}

  /** For the Gibbs state {@code exp(H) / tr exp(H)}. */
  public Gibbs gibbs(HermitianMatrix h) {
    var parts = new ArrayList<Lanczos.Exponential>();
    double shift = Double.NEGATIVE_INFINITY;
    for (Amplitudes vector : vectors) {
      var part = new Lanczos(h, vector).halfExponential();
      parts.add(part);
      shift = Math.max(shift, part.shift());
    }
    double trace = 0;
    for (Lanczos.Exponential part : parts) {
      part.vector().scale(StrictMath.exp((part.shift() - shift) / 2));
      trace += part.vector().normSquared();
    }
    int dimension = 1 << qubits;
    double[] re = new double[dimension * dimension];
    double[] im = new double[re.length];
    for (Lanczos.Exponential part : parts) {
      addProjector(part.vector(), 1 / trace, re, im);
    }
    double logTraceExp = shift + StrictMath.log(trace * dimension / rank());
    return new Gibbs(HermitianMatrix.wrap(qubits, re, im), logTraceExp);
  }

  private static void addProjector(Amplitudes v, double weight, double[] re, double[] im) {
    int dimension = v.re.length;
    for (int row = 0; row < dimension; row++) {
      double x = weight * v.re[row];
      double y = weight * v.im[row];
      for (int column = 0; column < dimension; column++) {
        re[row * dimension + column] += x * v.re[column] + y * v.im[column];
        im[row * dimension + column] += y * v.re[column] - x * v.im[column];
      }
    }
  }
}
