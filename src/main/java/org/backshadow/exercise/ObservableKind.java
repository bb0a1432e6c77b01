package org.backshadow.exercise;

import java.util.Optional;
import org.backshadow.pauli.PauliSum;

final class ObservableKind implements Kind<PauliSum> {
  @Override
  public String wanted() {
    return "an observable, such as pauliSum(\"0.5*ZZ - XI\")";
  }

  @Override
  public Optional<PauliSum> read(Object given) {
    return given instanceof PauliSum sum ? Optional.of(sum) : Optional.empty();
  }

  @Override
  public boolean same(PauliSum given, PauliSum other, double tolerance) {
    return given.qubits() == other.qubits()
        && given.minus(other).terms().stream()
            .allMatch(term -> Math.abs(term.coefficient()) <= tolerance);
  }

  @Override
  public String difference(PauliSum given, PauliSum right, double tolerance) {
    if (given.qubits() != right.qubits()) {
      return StateKind.qubits("observable", given.qubits(), right.qubits());
    }
    for (var term : given.terms()) {
      String string = term.string().toString();
      double wanted = right.coefficient(string);
      if (wanted == 0) return "%s does not belong to it".formatted(string);
      if (Math.abs(term.coefficient() - wanted) > tolerance) {
        return "the coefficient of %s: %s"
            .formatted(string, NumberKind.compare(term.coefficient(), wanted));
      }
    }
    return "what is there is right, but a term is missing";
  }
}
