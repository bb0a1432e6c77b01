package org.backshadow.state;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.IntStream;
import org.backshadow.circuit.Circuit;
import org.backshadow.circuit.Operation;
import org.backshadow.outcome.Multinomial;
import org.backshadow.outcome.PauliBases;
import org.backshadow.pauli.PauliString;
import org.backshadow.pauli.PauliSum;
import org.backshadow.resources.Interrupts;
import org.backshadow.resources.Ledger;
import org.backshadow.resources.Seed;
import org.ejml.data.MatrixType;
import org.ejml.simple.SimpleMatrix;

/**
 * A state of n qubits, pure or mixed, known exactly: {@code 2^n x 2^n} complex entries in {@code 16
 * * 4^n} bytes, for n up to {@value #MAX_QUBITS}. Qubit 0 is the most significant bit of a row's
 * index. Immutable.
 *
 * <p>Entropy, fidelity with a mixed state and trace distance take an eigendecomposition, about
 * {@code 8 * 8^n} steps: a second at 8 qubits, half a minute at 10.
 *
 * <pre>{@code
 * DensityMatrix rho = densityMatrix(circuit(2).h(0).cx(0, 1).depolarize(0, 0.1));
 * rho.expectation("ZZ") // 0.8667
 * rho.purity() // 0.8133
 * }</pre>
 */
public final class DensityMatrix {
  /** The most qubits that a density matrix is made of. */
  public static final int MAX_QUBITS = 10;

  /** How far a matrix may be from a state's: in an entry, the trace and the eigenvalues. */
  private static final double TOLERANCE = 1e-9;

  private final MatrixAmplitudes rho;

  DensityMatrix(MatrixAmplitudes rho) {
    this.rho = rho;
  }

  /**
   * The state that a bound circuit, with or without noise, prepares from {@code |0...0>}.
   *
   * <p>Cost: two passes over {@code 4^n} entries per gate, one per channel.
   *
   * @throws IllegalArgumentException if a parameter is not bound, there are more than {@value
   *     #MAX_QUBITS} qubits, or the matrix does not fit into the heap
   */
  public static DensityMatrix of(Circuit circuit) {
    return new DensityMatrix(new MixedSimulator(Ledger.unlimited()).forward(circuit, 1));
  }

  /**
   * The state with this matrix, real or complex.
   *
   * @throws IllegalArgumentException unless it has {@code 2^n} rows and columns, is Hermitian, has
   *     trace 1 and no negative eigenvalue, all to 1e-9
   */
  public static DensityMatrix of(SimpleMatrix matrix) {
    int dimension = matrix.getNumRows();
    int qubits = Integer.numberOfTrailingZeros(dimension);
    if (dimension != matrix.getNumCols()
        || dimension < 2
        || Integer.bitCount(dimension) != 1
        || qubits > MAX_QUBITS) {
      throw new IllegalArgumentException(
          "densityMatrix: that of n qubits is 2^n x 2^n, n from 1 to %d; this one is %d x %d"
              .formatted(MAX_QUBITS, dimension, matrix.getNumCols()));
    }
    MemoryLimit.requireMatrices(qubits, 1);
    MatrixAmplitudes rho = MatrixAmplitudes.of(qubits, matrix);
    for (int row = 0; row < dimension; row++) {
      for (int column = 0; column <= row; column++) {
        double re = rho.re(row, column) - rho.re(column, row);
        double im = rho.im(row, column) + rho.im(column, row);
        if (!(Math.hypot(re, im) <= TOLERANCE)) {
          throw new IllegalArgumentException(
              "densityMatrix: entries %d, %d and %d, %d are not conjugates of each other"
                  .formatted(row, column, column, row));
        }
      }
    }
    double trace = rho.trace();
    if (!(Math.abs(trace - 1) <= TOLERANCE)) {
      throw new IllegalArgumentException("densityMatrix: the trace is " + trace + ", not 1");
    }
    double smallest = rho.hermitian().eigenvalues()[0];
    if (smallest < -TOLERANCE) {
      throw new IllegalArgumentException(
          "densityMatrix: the eigenvalue " + smallest + " is negative, as no probability is");
    }
    return new DensityMatrix(rho);
  }

  /** Those of the register. */
  public int qubits() {
    return rho.qubits();
  }

  /** The entries: complex, {@code 2^n} rows and columns. */
  public SimpleMatrix matrix() {
    return rho.matrix();
  }

  /** The exact expectation value {@code tr(O rho)}. */
  public double expectation(PauliSum observable) {
    requireSameQubits(observable.qubits());
    return rho.expectation(observable);
  }

  /** The exact expectation value of a Pauli string such as {@code "XZI"}. */
  public double expectation(String letters) {
    return expectation(PauliSum.of(PauliString.of(letters)));
  }

  /** The exact variance {@code tr(O^2 rho) - tr(O rho)^2} of single measurements. */
  public double variance(PauliSum observable) {
    requireSameQubits(observable.qubits());
    MemoryLimit.requireMatrices(qubits(), 1);
    // A constant shifts the mean only; kept in, a large one would cancel the variance's digits.
    PauliSum moving = observable.traceless();
    double mean = rho.expectation(moving);
    return Math.max(0, rho.deviation(moving, mean).expectation(moving));
  }

  /** The exact probabilities of all outcomes. */
  public Probabilities probabilities() {
    return new Probabilities(qubits(), diagonal());
  }

  /**
   * So many exact draws of all qubits in the computational basis; {@code .seed(7)} sets the seed.
   */
  public Sample sample(long shots) {
    return new Sample(this::distribution, shots, 0);
  }

  /** For drawing many shots from the same state. */
  public Multinomial distribution() {
    return new Multinomial(diagonal());
  }

  private double[] diagonal() {
    double[] p = new double[rho.dimension()];
    Arrays.setAll(p, i -> Math.max(0, rho.re(i, i)));
    return p;
  }

  /** The Bloch vector of one qubit, the others traced out; exact. */
  public BlochVector bloch(int qubit) {
    requireQubits(qubit);
    long bit = 1L << (qubits() - 1 - qubit);
    return new BlochVector(
        rho.expectation(new PauliString(qubits(), bit, 0)),
        rho.expectation(new PauliString(qubits(), bit, bit)),
        rho.expectation(new PauliString(qubits(), 0, bit)));
  }

  /**
   * The density matrix of some qubits, the others traced out: complex, {@code 2^k} rows and
   * columns, the first qubit given the most significant bit.
   */
  public SimpleMatrix reduced(int... qubits) {
    requireQubits(qubits);
    if (qubits.length == 0) {
      throw new IllegalArgumentException("reduced: no qubit is named");
    }
    int[] rest = IntStream.range(0, qubits()).filter(q -> !contains(qubits, q)).toArray();
    int[] kept = places(qubits);
    int[] traced = places(rest);
    var reduced = new SimpleMatrix(kept.length, kept.length, MatrixType.ZDRM);
    for (int row = 0; row < kept.length; row++) {
      for (int column = 0; column < kept.length; column++) {
        double re = 0;
        double im = 0;
        for (int place : traced) {
          re += rho.re(kept[row] | place, kept[column] | place);
          im += rho.im(kept[row] | place, kept[column] | place);
        }
        reduced.set(row, column, re, im);
      }
    }
    return reduced;
  }

  /** The same as a state to look at, which shows itself as a picture. */
  public DensityMatrix subsystem(int... qubits) {
    return new DensityMatrix(MatrixAmplitudes.of(qubits.length, reduced(qubits)));
  }

  /** The index of every bit string on some qubits, all others 0. */
  private int[] places(int... on) {
    int[] places = new int[1 << on.length];
    for (int k = 0; k < on.length; k++) {
      for (int m = 0; m < places.length; m++) {
        places[m] |= (m >> (on.length - 1 - k) & 1) << (qubits() - 1 - on[k]);
      }
    }
    return places;
  }

  private static boolean contains(int[] qubits, int qubit) {
    return Arrays.stream(qubits).anyMatch(q -> q == qubit);
  }

  /** {@code tr rho^2} of some qubits, the others traced out; of all of them if none is named. */
  public double purity(int... qubits) {
    return part(qubits).normSquared();
  }

  /** The von Neumann entropy {@code -tr rho log2 rho} of some qubits or of all, in bits. */
  public double entropy(int... qubits) {
    return part(qubits).hermitian().entropy();
  }

  private MatrixAmplitudes part(int... qubits) {
    return qubits.length == 0 ? rho : subsystem(qubits).rho;
  }

  /** The fidelity {@code <psi|rho|psi>} with a pure state. */
  public double fidelity(StateVector psi) {
    requireSameQubits(psi.qubits());
    return psi.expectation(rho);
  }

  /**
   * The fidelity {@code (tr sqrt(sqrt(rho) sigma sqrt(rho)))^2} with a mixed state, the square of
   * what some texts call by this name. Source: Jozsa, J. Mod. Opt. 41, 2315 (1994).
   */
  public double fidelity(DensityMatrix sigma) {
    requireSameQubits(sigma.qubits());
    HermitianMatrix root = rho.hermitian().map(DensityMatrix::root);
    double trace = 0;
    for (double value : root.around(sigma.rho.hermitian()).eigenvalues()) {
      trace += root(value);
    }
    return trace * trace;
  }

  /** Of an eigenvalue of a positive matrix; one below 0 is rounding. */
  private static double root(double eigenvalue) {
    return Math.sqrt(Math.max(0, eigenvalue));
  }

  /**
   * Half the sum of the absolute values of the eigenvalues of {@code rho - sigma}: how much better
   * than a coin the best measurement tells the two apart.
   */
  public double traceDistance(DensityMatrix sigma) {
    requireSameQubits(sigma.qubits());
    return rho.hermitian().traceDistance(sigma.rho.hermitian());
  }

  /**
   * Measures a copy in each of these bases: exact draws.
   *
   * @param seed of all copies; each takes a child of it
   * @param first the index of the first copy's child
   * @return the outcomes, qubit 0 the most significant bit
   */
  public long[] snapshots(PauliBases bases, Seed seed, long first) {
    requireSameQubits(bases.qubits());
    return rho.snapshots(bases, seed, first);
  }

  /**
   * The outcomes of a Bell measurement of a copy of this state with one of another: {@code a 2^n +
   * b}, the 2n bits that the readout gives.
   */
  public Multinomial bellDistribution(DensityMatrix other) {
    requireSameQubits(other.qubits());
    return new Multinomial(MixedBellDistribution.probabilities(rho, other.rho));
  }

  /** This state after the gates and channels of a bound circuit. */
  public DensityMatrix after(Circuit circuit) {
    requireSameQubits(circuit.qubits());
    MemoryLimit.requireMatrices(qubits(), 1);
    MatrixAmplitudes next = rho.copy();
    for (Operation operation : circuit.operations()) {
      Interrupts.check();
      next.apply(operation);
    }
    next.normalize();
    return new DensityMatrix(next);
  }

  private void requireQubits(int... qubits) {
    for (int i = 0; i < qubits.length; i++) {
      int qubit = qubits[i];
      if (qubit < 0 || qubit >= qubits()) {
        throw new IllegalArgumentException(
            "qubit %d is outside this %d-qubit state (valid: 0..%d)"
                .formatted(qubit, qubits(), qubits() - 1));
      }
      if (contains(Arrays.copyOf(qubits, i), qubit)) {
        throw new IllegalArgumentException("qubit " + qubit + " stands twice");
      }
    }
  }

  private void requireSameQubits(int qubits) {
    if (qubits != qubits()) {
      throw new IllegalArgumentException(
          "the state has %d qubits, the other has %d".formatted(qubits(), qubits));
    }
  }

  /**
   * In one line, without the entries: {@code density matrix of 2 qubits (exact): purity 0.9612}.
   */
  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "density matrix of %d qubit%s (exact): purity %.4f",
        qubits(),
        qubits() == 1 ? "" : "s",
        purity());
  }
}
