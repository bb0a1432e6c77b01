package org.backshadow.gradient;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.backshadow.circuit.Circuit;
import org.backshadow.circuit.GateSymbol;
import org.backshadow.circuit.Operation;
import org.backshadow.circuit.propagation.PauliPropagation;
import org.backshadow.gradient.Model.Occurrence;
import org.backshadow.pauli.PauliSum;
import org.backshadow.resources.Interrupts;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * The observables whose values in the output state are the components of the gradient: {@code i[G',
 * O]} with each generator carried through the gates behind it. Clifford gates keep their number of
 * Pauli terms, other gates may double it; nothing is ever dropped. Immutable.
 *
 * <p>Their weights say what single-copy shadows cost: a string of weight k has the variance {@code
 * 3^k} in random Pauli bases.
 *
 * <pre>{@code
 * var f = expectation(circuit(2).ry(0, param("a")).cx(0, 1), pauliSum("IZ"));
 * f.at(0.4).gradientObservables().list() // [YY]
 * }</pre>
 */
public final class GradientObservables {
  /** The most Pauli terms one of them may have on its way. */
  static final int MAX_TERMS = 4096;

  private final List<String> parameters;
  private final List<PauliSum> observables;

  private GradientObservables(List<String> parameters, List<PauliSum> observables) {
    this.parameters = parameters;
    this.observables = List.copyOf(observables);
  }

  /** To look at. */
  static GradientObservables at(Model model) {
    return new GradientObservables(model.parameters(), of(model, "gradientObservables"));
  }

  /** One observable a parameter, in the order of the parameters. */
  public List<PauliSum> list() {
    return observables;
  }

  /** The observable of a parameter. */
  public PauliSum of(String parameter) {
    requireNonNull(parameter, "parameter");
    int k = parameters.indexOf(parameter);
    if (k < 0) {
      throw new IllegalArgumentException(
          "no parameter %.80s; the circuit has %s".formatted(parameter, parameters));
    }
    return observables.get(k);
  }

  /** A row a parameter: Pauli terms | largest weight | sum of |c| | sum of c^2 3^weight. */
  public Table table() {
    var terms = observables.stream().map(PauliSum::terms).toList();
    return Table.create(
        toString(),
        StringColumn.create("parameter", parameters),
        IntColumn.create("Pauli terms", terms.stream().mapToInt(List::size).toArray()),
        IntColumn.create(
            "largest weight",
            terms.stream()
                .mapToInt(all -> all.stream().mapToInt(t -> t.string().weight()).max().orElse(0))
                .toArray()),
        DoubleColumn.create(
            "sum of |c|", observables.stream().mapToDouble(PauliSum::oneNorm).toArray()),
        DoubleColumn.create(
            "sum of c^2 3^weight",
            terms.stream()
                .mapToDouble(
                    all ->
                        all.stream()
                            .mapToDouble(
                                t ->
                                    t.coefficient()
                                        * t.coefficient()
                                        * Math.pow(3, t.string().weight()))
                            .sum())
                .toArray()));
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%d gradient %s, %,d Pauli terms",
        observables.size(),
        observables.size() == 1 ? "observable" : "observables",
        observables.stream().mapToInt(o -> o.terms().size()).sum());
  }

  /**
   * One observable a parameter, for the method of this library that needs them.
   *
   * @throws IllegalArgumentException if one grows beyond {@value #MAX_TERMS} Pauli terms
   */
  static List<PauliSum> of(Model model) {
    return of(model, "classicalShadow");
  }

  /** The same for another method, which the refusal names. */
  static List<PauliSum> of(Model model, String method) {
    Circuit circuit = model.bound();
    int n = circuit.qubits();
    var observables = new ArrayList<PauliSum>();
    for (int k = 0; k < model.theta().length; k++) {
      observables.add(PauliSum.of(n, List.of()));
    }
    for (Occurrence occurrence : model.occurrences()) {
      PauliSum observable = outputFrame(circuit, occurrence, model, method);
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
      Circuit circuit, Occurrence occurrence, Model model, String method) {
    List<Operation> operations = circuit.operations();
    PauliSum carried =
        PauliPropagation.generator(
            operations.get(occurrence.gate()), occurrence.angle(), circuit.qubits());
    for (Operation later : operations.subList(occurrence.gate() + 1, operations.size())) {
      Interrupts.check();
      if (!later.isUnitary()) {
        throw new IllegalArgumentException(
            "%s: a generator cannot be carried through %s, which is noise and not unitary; use"
                    .formatted(method, GateSymbol.describe(later))
                + " parameterShift() or hadamardTest()");
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
