package org.backshadow.hypothesis;

import java.util.Locale;
import org.backshadow.circuit.Operation;
import org.backshadow.pauli.PauliString;
import org.backshadow.pauli.PauliSum;
import org.backshadow.resources.Cost;
import org.backshadow.resources.Seed;
import org.backshadow.state.HermitianMatrix;
import org.backshadow.state.StateVector;
import org.backshadow.state.ThermalVectors;
import org.ejml.simple.SimpleMatrix;
import org.jspecify.annotations.Nullable;

/**
 * A density matrix {@code omega = exp(H) / tr exp(H)} on n qubits: the hypothesis of matrix
 * multiplicative weights. Immutable.
 *
 * <p>It starts as {@code I / 2^n}, from H = 0, and knows nothing but what {@link #toward} has told
 * it. Memory {@code 32 * 4^n} bytes, for H and omega; a prediction or a gate takes {@code 4^n}
 * steps, an update an eigendecomposition of about {@code 8^n}. Source: Aaronson, Chen, Hazan, Kale,
 * Nayak, arXiv:1802.09025.
 *
 * <p>Ours, beyond the paper: {@link #lowRank} puts a state of rank r in the place of {@code exp(H)
 * / tr exp(H)}, for which an update takes some tens of {@code r 4^n} steps.
 *
 * <pre>{@code
 * var omega = HypothesisState.maximallyMixed(2);
 * var next = omega.toward(pauliSum("ZZ"), 0.5);
 * next.expectation(PauliString.of("ZZ")) // 0.4621
 * next.entropy() < omega.entropy() // true
 * }</pre>
 */
public final class HypothesisState {
  /** Beyond this the dense matrix is refused. */
  public static final int MAX_QUBITS = 9;

  /** Beyond this one of low rank is refused: its exponent H is dense. */
  public static final int MAX_QUBITS_OF_LOW_RANK = 10;

  private final HermitianMatrix exponent;
  private final HermitianMatrix density;

  /** {@code ln tr exp(H)}. */
  private final double logPartition;

  /** What stands for the identity, in the present frame; absent where it is the identity. */
  private final @Nullable ThermalVectors start;

  private HypothesisState(
      HermitianMatrix exponent,
      HermitianMatrix density,
      double logPartition,
      @Nullable ThermalVectors start) {
    this.exponent = exponent;
    this.density = density;
    this.logPartition = logPartition;
    this.start = start;
  }

  /**
   * The maximally mixed state, which knows nothing.
   *
   * @throws IllegalArgumentException unless 1 &le; qubits &le; {@value #MAX_QUBITS}
   */
  public static HypothesisState maximallyMixed(int qubits) {
    requireQubits(qubits);
    int dimension = 1 << qubits;
    return new HypothesisState(
        HermitianMatrix.identity(qubits, 0),
        HermitianMatrix.identity(qubits, 1.0 / dimension),
        StrictMath.log(dimension),
        null);
  }

  /**
   * One of rank r that knows nothing: a random state of that rank in the place of the maximally
   * mixed one. Its predictions are off by about {@code 1 / sqrt(r)} times the root of the purity of
   * {@code exp(H) / tr exp(H)}, so that it may make more mistakes than the bound of the full one
   * allows; that is worst for few qubits and rank 1.
   *
   * @throws IllegalArgumentException unless 1 &le; qubits &le; {@value #MAX_QUBITS_OF_LOW_RANK} and
   *     1 &le; rank &le; {@code 2^qubits}
   */
  public static HypothesisState lowRank(int qubits, int rank, Seed seed) {
    requireQubits(qubits, rank);
    ThermalVectors start = ThermalVectors.random(qubits, rank, seed.random());
    HermitianMatrix exponent = HermitianMatrix.identity(qubits, 0);
    ThermalVectors.Gibbs gibbs = start.gibbs(exponent);
    return new HypothesisState(exponent, gibbs.density(), gibbs.logTraceExp(), start);
  }

  /**
   * Refuses a number of qubits that a hypothesis of a rank cannot have.
   *
   * @param rank 0 for a full one
   * @throws IllegalArgumentException with the arithmetic
   */
  public static void requireQubits(int qubits, int rank) {
    if (rank == 0) {
      requireQubits(qubits);
    } else if (qubits < 1 || qubits > MAX_QUBITS_OF_LOW_RANK) {
      throw new IllegalArgumentException(
          "a hypothesis of low rank has 1 to %d qubits, not %d: its exponent takes 16 * 4^n bytes"
              .formatted(MAX_QUBITS_OF_LOW_RANK, qubits));
    } else if (rank < 1 || rank > 1 << qubits) {
      throw new IllegalArgumentException(
          "a hypothesis of rank %d; on %d qubits it is 1 to %d"
              .formatted(rank, qubits, 1 << qubits));
    }
  }

  /**
   * Refuses a number of qubits that a hypothesis cannot have.
   *
   * @throws IllegalArgumentException with the arithmetic
   */
  public static void requireQubits(int qubits) {
    if (qubits < 1 || qubits > MAX_QUBITS) {
      throw new IllegalArgumentException(
          "a hypothesis has 1 to %d qubits, not %d: its matrix takes 16 * 4^n bytes and 8^n steps"
              .formatted(MAX_QUBITS, qubits));
    }
  }

  /** Those of the register. */
  public int qubits() {
    return density.qubits();
  }

  /** What it predicts for an observable: {@code tr(O omega)}. */
  public double expectation(DenseObservable observable) {
    requireSameQubits(observable.qubits());
    return observable.matrix().traceOfProduct(density);
  }

  /** As {@link #expectation(DenseObservable)}, for a Pauli sum. */
  public double expectation(PauliSum observable) {
    requireSameQubits(observable.qubits());
    return HermitianMatrix.of(observable).traceOfProduct(density);
  }

  /** As {@link #expectation(DenseObservable)}, for a Pauli string. */
  public double expectation(PauliString string) {
    return expectation(PauliSum.of(string));
  }

  /**
   * The update of matrix multiplicative weights: H becomes {@code H + step * observable}, so that
   * the prediction for the observable moves in the direction of the step's sign.
   */
  public HypothesisState toward(DenseObservable observable, double step) {
    requireSameQubits(observable.qubits());
    if (!Double.isFinite(step)) {
      throw new IllegalArgumentException("the step is " + step + "; it must be finite");
    }
    HermitianMatrix next = exponent.plus(step, observable.matrix());
    if (start == null) {
      return new HypothesisState(next, next.gibbs(), next.logTraceExp(), null);
    }
    ThermalVectors.Gibbs gibbs = start.gibbs(next);
    return new HypothesisState(next, gibbs.density(), gibbs.logTraceExp(), start);
  }

  /** As {@link #toward(DenseObservable, double)}, for a Pauli sum. */
  public HypothesisState toward(PauliSum observable, double step) {
    requireSameQubits(observable.qubits());
    return toward(DenseObservable.of(observable), step);
  }

  /** The hypothesis after a bound gate: {@code U omega U^dagger}. */
  public HypothesisState after(Operation operation) {
    return new HypothesisState(
        exponent.after(operation),
        density.after(operation),
        logPartition,
        start == null ? null : start.after(operation));
  }

  /** What an update costs a classical computer. */
  Cost updateCost() {
    int n = qubits();
    long steps = start == null ? 64L << 3 * n : (400L * start.rank()) << 2 * n;
    return Cost.classical(steps, 128L << 2 * n);
  }

  /** The density matrix omega. */
  public SimpleMatrix matrix() {
    return density.matrix();
  }

  /** The probabilities that it predicts for all outcomes in the computational basis. */
  public double[] populations() {
    return density.diagonal();
  }

  /** The von Neumann entropy in bits: n when it knows nothing. */
  public double entropy() {
    if (start != null) {
      return density.entropy();
    }
    // -tr(omega ln omega) with ln omega = H - ln Z
    double nats = logPartition - exponent.traceOfProduct(density);
    return Math.max(0, nats / StrictMath.log(2));
  }

  /** The trace distance to a pure state, {@code ||omega - |psi><psi| ||_1 / 2}: 0 to 1. */
  public double traceDistance(StateVector psi) {
    requireSameQubits(psi.qubits());
    return density.traceDistance(HermitianMatrix.projector(psi));
  }

  /**
   * The relative entropy {@code S(psi || omega) = -<psi| ln omega |psi>} of a pure state in nats:
   * {@code n ln 2} at the start; each real mistake lowers it. For low rank that of the Gibbs state
   * that it stands for, with an estimate of its normalization.
   */
  public double relativeEntropy(StateVector psi) {
    requireSameQubits(psi.qubits());
    return logPartition - exponent.expectation(psi);
  }

  private void requireSameQubits(int other) {
    if (other != qubits()) {
      throw new IllegalArgumentException(
          "the hypothesis has %d qubits, the observable %d".formatted(qubits(), other));
    }
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "hypothesis%s on %d %s, entropy %.4g of %d bits",
        start == null ? "" : " of rank " + start.rank(),
        qubits(),
        qubits() == 1 ? "qubit" : "qubits",
        entropy(),
        qubits());
  }
}
