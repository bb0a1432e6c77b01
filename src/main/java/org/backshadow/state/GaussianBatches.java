package org.backshadow.state;

import java.util.ArrayList;
import java.util.List;
import org.backshadow.circuit.Circuit;
import org.backshadow.circuit.Operation;
import org.backshadow.pauli.PauliString;
import org.backshadow.pauli.PauliSum;
import org.backshadow.resources.Interrupts;
import org.backshadow.resources.RandomStream;

/**
 * Equal batches of copies of a pure state whose collective means are read weakly, in the Gaussian
 * limit of many copies.
 *
 * <p>The mean of an observable A over m copies of phi fluctuates by {@code 1/sqrt(m)} times a
 * normal number. With {@code v = (A - <A>) phi} these numbers for all observables have the
 * covariances {@code Re <v|w>} and the commutators {@code 2i Im <v|w>}: those of quadratures of
 * oscillators in their ground state. A reading with noise is then a Kalman update of means and
 * covariance, and its back-action adds {@code Im <v|w>^2 / s^2} to the variance of whatever does
 * not commute, s the noise of one copy. The state itself enters exactly.
 *
 * <p>Cost: {@code 32 * 4^n} bytes for the covariance, which all batches share; {@code O(4^n)}
 * operations a reading, and one state vector pass for each gate applied so far. Mutable, not
 * thread-safe.
 *
 * <pre>{@code
 * var batches = new GaussianBatches(circuit(1).ry(0, 0.7), 1000, 400);
 * double[] z = batches.read(PauliString.of("Z"), 3, new Seed(7).random());
 * Arrays.stream(z).average().getAsDouble() // 0.7718
 * }</pre>
 */
public final class GaussianBatches {
  /** The most qubits of a copy: a covariance of 32 MiB. */
  public static final int MAX_QUBITS = 10;

  private final long copies;
  private final Amplitudes state;
  private final List<Operation> inverses = new ArrayList<>();
  private final double[][] covariance;
  private final double[][] displacement;

  /**
   * Batches of copies of what a bound circuit prepares.
   *
   * @throws IllegalArgumentException with the arithmetic if the covariance would be too large
   */
  public GaussianBatches(Circuit circuit, int batches, long copies) {
    requireSize(circuit.qubits());
    Simulator.requireBound(circuit);
    this.copies = copies;
    this.state = Amplitudes.zeroState(circuit.qubits());
    circuit.operations().forEach(state::apply);
    int size = 2 << circuit.qubits();
    this.covariance = new double[size][size];
    for (int i = 0; i < size; i++) {
      covariance[i][i] = 0.5;
    }
    this.displacement = new double[batches][size];
  }

  /** Refuses copies of too many qubits. */
  public static void requireSize(int qubits) {
    if (qubits > MAX_QUBITS) {
      throw new IllegalArgumentException(
          "weak readings of copies of %d qubits need a covariance of 2^%d bytes (32 * 4^%d); at most %d qubits are simulated"
              .formatted(qubits, 2 * qubits + 5, qubits, MAX_QUBITS));
    }
  }

  /** Applies a bound gate to each copy. */
  public void apply(Operation operation) {
    state.apply(operation);
    inverses.add(operation.inverse());
  }

  /**
   * Reads the mean of a Pauli string over each batch.
   *
   * @param noise s, the standard deviation that the reading adds, {@code s / sqrt(copies)} on the
   *     mean
   * @return a number a batch
   */
  public double[] read(PauliString string, double noise, RandomStream random) {
    Interrupts.check();
    double mean = state.expectation(string);
    double[] r = quadrature(string, mean);
    double[] reached = product(r);
    double added = noise * noise;
    double variance = dot(r, reached) + added;
    double[] readings = new double[displacement.length];
    for (int b = 0; b < readings.length; b++) {
      double[] d = displacement[b];
      double surprise = Math.sqrt(variance) * random.nextGaussian();
      readings[b] = mean + (dot(r, d) + surprise) / Math.sqrt(copies);
      for (int i = 0; i < d.length; i++) {
        d[i] += reached[i] * surprise / variance;
      }
    }
    disturb(r, reached, variance, added);
    return readings;
  }

  /** {@code sqrt(2) (Re v, Im v)} for {@code v = (A - <A>) phi}, in the frame of the start. */
  private double[] quadrature(PauliString string, double mean) {
    Amplitudes v = state.times(PauliSum.of(string));
    v.subtract(mean, state);
    for (int k = inverses.size() - 1; k >= 0; k--) {
      v.apply(inverses.get(k));
    }
    int dimension = v.re.length;
    double[] r = new double[2 * dimension];
    for (int i = 0; i < dimension; i++) {
      r[i] = StrictMath.sqrt(2) * v.re[i];
      r[dimension + i] = StrictMath.sqrt(2) * v.im[i];
    }
    return r;
  }

  /** What is learned shrinks the covariance, and the conjugate quadrature is spread. */
  private void disturb(double[] r, double[] reached, double variance, double added) {
    int half = r.length / 2;
    double[] conjugate = new double[r.length];
    for (int i = 0; i < half; i++) {
      conjugate[i] = r[half + i];
      conjugate[half + i] = -r[i];
    }
    for (int i = 0; i < r.length; i++) {
      double learned = reached[i] / variance;
      double spread = conjugate[i] / (4 * added);
      double[] row = covariance[i];
      for (int j = 0; j < r.length; j++) {
        row[j] += spread * conjugate[j] - learned * reached[j];
      }
    }
  }

  private double[] product(double[] r) {
    double[] product = new double[r.length];
    for (int i = 0; i < r.length; i++) {
      product[i] = dot(covariance[i], r);
    }
    return product;
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }
}
