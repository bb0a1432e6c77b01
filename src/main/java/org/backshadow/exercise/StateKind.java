package org.backshadow.exercise;

import java.util.Optional;
import java.util.function.IntToDoubleFunction;
import org.backshadow.outcome.Counts;
import org.backshadow.state.StateVector;

final class StateKind implements Kind<StateVector> {
  @Override
  public String wanted() {
    return "a state, such as state(circuit(2).h(0))";
  }

  @Override
  public Optional<StateVector> read(Object given) {
    return given instanceof StateVector state ? Optional.of(state) : Optional.empty();
  }

  @Override
  public boolean same(StateVector given, StateVector other, double tolerance) {
    return given.qubits() == other.qubits()
        && ComplexVector.of(given).distance(ComplexVector.of(other)) <= tolerance;
  }

  @Override
  public String difference(StateVector given, StateVector right, double tolerance) {
    if (given.qubits() != right.qubits()) return qubits("state", given.qubits(), right.qubits());
    return difference(ComplexVector.of(given), ComplexVector.of(right), given.qubits());
  }

  static String qubits(String what, int given, int right) {
    return "your %s has %d qubit%s; the question is about %s"
        .formatted(what, given, given == 1 ? "" : "s", given < right ? "more" : "fewer");
  }

  /** Which amplitude is off in size; or, if none is, between which two the phase is off. */
  static String difference(ComplexVector given, ComplexVector right, int qubits) {
    int size = 1 << qubits;
    int off = largest(size, i -> Math.abs(given.size(i) - right.size(i)));
    if (Math.abs(given.size(off) - right.size(off)) > 1e-6) {
      return "the amplitude of |%s> is too %s in size"
          .formatted(
              Counts.bitString(off, qubits), given.size(off) < right.size(off) ? "small" : "large");
    }
    return "all amplitudes have the right size, but the phase between |%s> and |%s> is another"
        .formatted(
            Counts.bitString(anchor(right), qubits),
            Counts.bitString(turned(given, right), qubits));
  }

  /** The entry to which phases are compared. */
  static int anchor(ComplexVector right) {
    return largest(right.re().length, right::size);
  }

  /** The entry whose phase is off most. */
  static int turned(ComplexVector given, ComplexVector right) {
    int anchor = anchor(right);
    return largest(right.re().length, i -> right.size(i) * given.phaseDifference(right, i, anchor));
  }

  private static int largest(int size, IntToDoubleFunction of) {
    int best = 0;
    for (int i = 1; i < size; i++) {
      if (of.applyAsDouble(i) > of.applyAsDouble(best)) best = i;
    }
    return best;
  }
}
