package org.backshadow.gradient;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.backshadow.circuit.Circuit;
import org.backshadow.circuit.GateSymbol;
import org.backshadow.circuit.Operation;
import org.backshadow.circuit.PauliPropagation;
import org.backshadow.gradient.Model.Occurrence;
import org.backshadow.pauli.PauliSum;
import org.backshadow.resources.Interrupts;

/** The observables whose values in the output state are the components of the gradient. */
final class GradientObservables {
  /** The most Pauli terms one of them may have on its way. */
  static final int MAX_TERMS = 4096;

  private GradientObservables() {}

  /**
   * One observable a parameter.
   *
   * @throws IllegalArgumentException if one grows beyond {@value #MAX_TERMS} Pauli terms
   */
  static List<PauliSum> of(Model model) {
    return of("classicalShadow", model);
  }

  /** As {@link #of(Model)}, for the method that the message names. */
  static List<PauliSum> of(String method, Model model) {
    Circuit circuit = model.bound();
    int n = circuit.qubits();
    var observables = new ArrayList<PauliSum>();
    for (int k = 0; k < model.theta().length; k++) {
      observables.add(PauliSum.of(n, List.of()));
    }
    for (Occurrence occurrence : model.occurrences()) {
      PauliSum observable = outputFrame(method, circuit, occurrence, model);
      occurrence
          .weights()
          .forEach(
              (parameter, weight) ->
                  observables.set(
                      parameter, observables.get(parameter).plus(observable.times(weight))));
    }
    return observables;
  }

  private static PauliSum outputFrame(
      String method, Circuit circuit, Occurrence occurrence, Model model) {
    List<Operation> operations = circuit.operations();
    PauliSum carried =
        PauliPropagation.generator(
            operations.get(occurrence.gate()), occurrence.angle(), circuit.qubits());
    for (Operation later : operations.subList(occurrence.gate() + 1, operations.size())) {
      Interrupts.check();
      if (!later.isUnitary()) {
        throw new IllegalArgumentException(
            "classicalShadow: a generator cannot be carried through %s, which is noise and not"
                    .formatted(GateSymbol.describe(later))
                + " unitary; use parameterShift() or hadamardTest()");
      }
      carried = PauliPropagation.forward(carried, later);
      if (carried.terms().size() > MAX_TERMS) {
        throw new IllegalArgumentException(
            String.format(
                Locale.ROOT,
                "%s: the gradient observable of gate %d (%s) has more than %,d Pauli"
                    + " terms in the output frame; use parameterShift() or hadamardTest()",
                method,
                occurrence.gate(),
                operations.get(occurrence.gate()).gate().label(),
                MAX_TERMS));
      }
    }
    return carried.commutator(model.observable());
  }
}
