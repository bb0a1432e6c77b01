package org.backshadow.hypothesis;

import java.util.List;
import org.backshadow.circuit.Operation;
import org.backshadow.circuit.PauliPropagation;
import org.backshadow.pauli.PauliString;
import org.backshadow.pauli.PauliSum;
import org.backshadow.resources.Once;

/**
 * A density matrix {@code omega = exp(H) / tr exp(H)} on n qubits with H a Pauli sum: the
 * hypothesis of matrix multiplicative weights. Immutable.
 *
 * <p>It starts as {@code I / 2^n}, from H = 0, and knows nothing but what {@link #toward} has told
 * it. Memory {@code 16 * 4^n} bytes; an expectation value after an update costs an
 * eigendecomposition, about {@code 8^n} operations. Source: Aaronson, Chen, Hazan, Kale, Nayak,
 * arXiv:1802.09025.
 */
public final class HypothesisState {
  /** Beyond this the dense matrix is refused. */
  public static final int MAX_QUBITS = 9;

  private final int qubits;
  private final PauliSum exponent;
  private final Once<GibbsState> state;

  private HypothesisState(int qubits, PauliSum exponent) {
    this.qubits = qubits;
    this.exponent = exponent;
    this.state = Once.of(() -> GibbsState.of(exponent));
  }

  /**
   * The maximally mixed state, which knows nothing.
   *
   * @throws IllegalArgumentException unless 1 &le; qubits &le; {@value #MAX_QUBITS}
   */
  public static HypothesisState maximallyMixed(int qubits) {
    if (qubits < 1 || qubits > MAX_QUBITS) {
      throw new IllegalArgumentException(
          "a hypothesis has 1 to %d qubits, not %d: its matrix takes 16 * 4^n bytes and 8^n steps"
              .formatted(MAX_QUBITS, qubits));
    }
    return new HypothesisState(qubits, PauliSum.of(qubits, List.of()));
  }

  public int qubits() {
    return qubits;
  }

  /** What it predicts for an observable: {@code tr(O omega)}. */
  public double expectation(PauliSum observable) {
    if (observable.qubits() != qubits) {
      throw new IllegalArgumentException(
          "the hypothesis has %d qubits, the observable %d".formatted(qubits, observable.qubits()));
    }
    return state.get().expectation(observable);
  }

  /** As {@link #expectation(PauliSum)}, for a Pauli string. */
  public double expectation(PauliString string) {
    return expectation(PauliSum.of(string));
  }

  /**
   * The update of matrix multiplicative weights: H becomes {@code H + step * observable}, so that
   * the prediction for the observable moves in the direction of the step's sign.
   */
  public HypothesisState toward(PauliSum observable, double step) {
    if (!Double.isFinite(step)) {
      throw new IllegalArgumentException("the step is " + step + "; it must be finite");
    }
    return new HypothesisState(qubits, exponent.plus(observable.times(step)));
  }

  /** The hypothesis after a bound gate: {@code U omega U^dagger}. */
  public HypothesisState after(Operation operation) {
    return new HypothesisState(qubits, PauliPropagation.forward(exponent, operation));
  }

  @Override
  public String toString() {
    return exponent.terms().isEmpty()
        ? "hypothesis I/2^" + qubits
        : "hypothesis exp(%s)/Z on %d qubits".formatted(exponent, qubits);
  }
}
