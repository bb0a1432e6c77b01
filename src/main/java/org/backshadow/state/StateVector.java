package org.backshadow.state;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.backshadow.circuit.Circuit;
import org.backshadow.circuit.Operation;
import org.backshadow.outcome.Counts;
import org.backshadow.outcome.Multinomial;
import org.backshadow.outcome.PauliBases;
import org.backshadow.pauli.PauliString;
import org.backshadow.pauli.PauliSum;
import org.backshadow.resources.Interrupts;
import org.backshadow.resources.Seed;
import org.backshadow.state.snapshot.SnapshotTree;
import org.ejml.simple.SimpleMatrix;

/**
 * A pure state of n qubits, known exactly: {@code 2^n} complex amplitudes in {@code 16 * 2^n}
 * bytes. Qubit 0 is the leftmost bit of a bit string. Immutable.
 *
 * <pre>{@code
 * StateVector psi = state(circuit(2).h(0).cx(0, 1));
 * psi.expectation("XX") // 1.0
 * psi.entropy(0) // 1.0
 * }</pre>
 */
public final class StateVector {
  /** The most qubits of which a density matrix is made. */
  public static final int MAX_MATRIX = 10;

  private final Amplitudes amplitudes;

  StateVector(Amplitudes amplitudes) {
    this.amplitudes = amplitudes;
  }

  /** Those of the register. */
  public int qubits() {
    return amplitudes.qubits();
  }

  Amplitudes amplitudes() {
    return amplitudes;
  }

  /** The amplitude of a basis state such as {@code "010"}. */
  public Complex amplitude(String bits) {
    return amplitude((int) Counts.index(bits, qubits()));
  }

  /** The amplitude of a basis state by its index, in whose binary digits qubit 0 comes first. */
  public Complex amplitude(int index) {
    return new Complex(amplitudes.re[index], amplitudes.im[index]);
  }

  /** The exact probabilities of all outcomes. */
  public Probabilities probabilities() {
    MemoryLimit.require(qubits(), 1);
    return new Probabilities(qubits(), probabilityArray());
  }

  /**
   * So many exact draws of all qubits in the computational basis; {@code .seed(7)} sets the seed.
   */
  public Sample sample(long shots) {
    return new Sample(this::distribution, shots, 0);
  }

  /** For drawing many shots from the same state. */
  public Multinomial distribution() {
    MemoryLimit.require(qubits(), 1);
    return new Multinomial(probabilityArray());
  }

  /**
   * Exact single shots, each in a Pauli basis of its own: what copy t gives depends on the seed and
   * on {@code first + t} only.
   *
   * @param first the index of the first copy among those of this seed
   * @throws IllegalArgumentException if the bases are of another number of qubits
   */
  public long[] snapshots(PauliBases bases, Seed seed, long first) {
    requireSameQubits(bases.qubits());
    MemoryLimit.require(qubits(), 1);
    return SnapshotTree.draw(amplitudes.re, amplitudes.im, bases, seed, first);
  }

  /** One shot of all qubits: the first outcome whose cumulative probability exceeds the chance. */
  public long outcome(double chance) {
    if (!(chance >= 0 && chance <= 1)) {
      throw new IllegalArgumentException("chance is " + chance + "; it must be from 0 to 1");
    }
    double left = chance * amplitudes.normSquared();
    int last = 0;
    for (int i = 0; i < amplitudes.re.length; i++) {
      double p = probability(i);
      if (p > 0) {
        last = i;
        if (left < p) {
          break;
        }
        left -= p;
      }
    }
    return last;
  }

  /** The exact expectation value of an observable. */
  public double expectation(PauliSum observable) {
    requireSameQubits(observable.qubits());
    return amplitudes.expectation(observable);
  }

  /** The exact expectation value of a Pauli string such as {@code "XZI"}. */
  public double expectation(String letters) {
    return expectation(PauliSum.of(PauliString.of(letters)));
  }

  /** The exact variance {@code <O^2> - <O>^2} of single measurements. */
  public double variance(PauliSum observable) {
    requireSameQubits(observable.qubits());
    MemoryLimit.require(qubits(), 1);
    // A constant shifts the mean only; kept in, a large one would cancel the variance's digits.
    PauliSum moving = observable.traceless();
    Amplitudes turned = amplitudes.times(moving);
    turned.subtract(amplitudes.expectation(moving), amplitudes);
    return turned.normSquared();
  }

  /** The Bloch vector of one qubit, the others traced out; exact. */
  public BlochVector bloch(int qubit) {
    requireQubits(qubit);
    long bit = 1L << (qubits() - 1 - qubit);
    return new BlochVector(
        amplitudes.expectation(new PauliString(qubits(), bit, 0)),
        amplitudes.expectation(new PauliString(qubits(), bit, bit)),
        amplitudes.expectation(new PauliString(qubits(), 0, bit)));
  }

  /**
   * The density matrix of some qubits, the others traced out: complex, {@code 2^k} rows and
   * columns, the first qubit given the most significant bit.
   */
  public SimpleMatrix reduced(int... qubits) {
    return reducedState(qubits).matrix();
  }

  /** The density matrix {@code |psi><psi|} of all qubits, up to {@value #MAX_MATRIX} of them. */
  public SimpleMatrix densityMatrix() {
    return reduced(IntStream.range(0, qubits()).toArray());
  }

  /** The same as a state to look at, which shows itself as a picture. */
  public DensityMatrix subsystem(int... qubits) {
    return new DensityMatrix(MatrixAmplitudes.of(qubits.length, reduced(qubits)));
  }

  /** The von Neumann entropy of some qubits, in bits: their entanglement with the others. */
  public double entropy(int... qubits) {
    return reducedState(qubits).entropy();
  }

  /** The purity {@code tr rho^2} of some qubits, the others traced out; of all of them, 1. */
  public double purity(int... qubits) {
    return qubits.length == 0 ? 1 : reducedState(qubits).purity();
  }

  private ReducedState reducedState(int... qubits) {
    requireQubits(qubits);
    if (qubits.length < 1 || qubits.length > MAX_MATRIX) {
      throw new IllegalArgumentException(
          "a density matrix of %d qubits; possible are 1 to %d"
              .formatted(qubits.length, MAX_MATRIX));
    }
    return ReducedState.of(amplitudes, qubits);
  }

  private void requireQubits(int... qubits) {
    for (int i = 0; i < qubits.length; i++) {
      int qubit = qubits[i];
      if (qubit < 0 || qubit >= qubits()) {
        throw new IllegalArgumentException(
            "qubit %d is outside this %d-qubit state (valid: 0..%d)"
                .formatted(qubit, qubits(), qubits() - 1));
      }
      if (Arrays.stream(qubits, 0, i).anyMatch(other -> other == qubit)) {
        throw new IllegalArgumentException("qubit " + qubit + " stands twice");
      }
    }
  }

  /** The fidelity {@code |<a|b>|^2} with another pure state. */
  public double fidelity(StateVector other) {
    requireSameQubits(other.qubits());
    return amplitudes.inner(other.amplitudes).squared();
  }

  /** This state after the gates of a bound circuit. */
  public StateVector after(Circuit circuit) {
    requireSameQubits(circuit.qubits());
    Circuit.requireUnitary(
        circuit, "after", "take a DensityMatrix, which has an after(circuit) too");
    MemoryLimit.require(qubits(), 1);
    Amplitudes next = amplitudes.copy();
    for (Operation operation : circuit.operations()) {
      Interrupts.check();
      next.apply(operation);
    }
    return new StateVector(next);
  }

  private double[] probabilityArray() {
    return amplitudes.probabilities();
  }

  /** {@code <psi|rho|psi>}. */
  double expectation(MatrixAmplitudes rho) {
    double sum = 0;
    for (int row = 0; row < rho.dimension(); row++) {
      for (int column = 0; column < rho.dimension(); column++) {
        double re = amplitudes.re[row] * amplitudes.re[column];
        re += amplitudes.im[row] * amplitudes.im[column];
        double im = amplitudes.re[row] * amplitudes.im[column];
        im -= amplitudes.im[row] * amplitudes.re[column];
        sum += re * rho.re(row, column) - im * rho.im(row, column);
      }
    }
    return sum;
  }

  /** The probability of the basis state with this index. */
  double probability(int i) {
    return amplitudes.re[i] * amplitudes.re[i] + amplitudes.im[i] * amplitudes.im[i];
  }

  private void requireSameQubits(int qubits) {
    if (qubits != qubits()) {
      throw new IllegalArgumentException(
          "the state has %d qubits, the other has %d".formatted(qubits(), qubits));
    }
  }

  /** The largest amplitudes: {@code 0.7071 |00> + 0.7071 |11> (exact)}. */
  @Override
  public String toString() {
    return Kets.text(this, 16);
  }
}
