package org.backshadow.gradient;

import java.util.ArrayList;
import java.util.List;
import org.backshadow.circuit.Circuit;
import org.backshadow.circuit.Operation;
import org.backshadow.circuit.propagation.PauliPropagation;
import org.backshadow.gradient.Model.Occurrence;
import org.backshadow.pauli.PauliString;
import org.backshadow.pauli.PauliSum;

/** A model as quantum backpropagation sees it: an unknown input, layers, and Pauli checks. */
final class BackpropProblem {
  /**
   * A check: {@code dF/da} of an occurrence has the part {@code 2 coefficient <A>} for the
   * observable A of the string.
   */
  record Check(Occurrence occurrence, PauliString string, double coefficient) {}

  /**
   * A gate with parameters.
   *
   * @param operation its index among the gates that the learner knows
   */
  record Layer(int operation, List<Check> checks) {}

  /** A part of the observable with one-norm 1, and what it counts. */
  record Part(double weight, PauliSum observable) {}

  private final Model model;
  private final int first;
  private final List<Operation> gates;
  private final List<Layer> layers = new ArrayList<>();
  private final List<Part> parts = new ArrayList<>();

  BackpropProblem(Model model, boolean byTerm) {
    this.model = model;
    Circuit circuit = model.bound();
    List<Occurrence> occurrences = model.occurrences();
    first = occurrences.isEmpty() ? circuit.size() : occurrences.get(0).gate();
    gates = circuit.operations().subList(first, circuit.size());
    int at = 0;
    while (at < occurrences.size()) {
      int gate = occurrences.get(at).gate();
      var checks = new ArrayList<Check>();
      for (; at < occurrences.size() && occurrences.get(at).gate() == gate; at++) {
        checks(circuit, occurrences.get(at), checks);
      }
      layers.add(new Layer(gate - first, checks));
    }
    split(byTerm);
  }

  private static void checks(Circuit circuit, Occurrence occurrence, List<Check> checks) {
    Operation operation = circuit.operations().get(occurrence.gate());
    PauliSum generator;
    try {
      generator = PauliPropagation.generator(operation, occurrence.angle(), circuit.qubits());
    } catch (UnsupportedOperationException e) {
      throw new IllegalArgumentException("quantumBackprop: " + e.getMessage(), e);
    }
    for (PauliSum.Term term : generator.terms()) {
      checks.add(new Check(occurrence, term.string(), term.coefficient()));
    }
  }

  private void split(boolean byTerm) {
    List<PauliSum.Term> terms = model.observable().traceless().terms();
    int n = model.circuit().qubits();
    if (byTerm) {
      for (PauliSum.Term term : terms) {
        double size = Math.abs(term.coefficient());
        parts.add(new Part(size, PauliSum.of(term.string()).times(term.coefficient() / size)));
      }
    } else if (!terms.isEmpty()) {
      PauliSum sum = PauliSum.of(n, terms);
      parts.add(new Part(sum.oneNorm(), sum.times(1 / sum.oneNorm())));
    }
  }

  int qubits() {
    return model.circuit().qubits();
  }

  int parameters() {
    return model.theta().length;
  }

  List<String> names(Layer layer) {
    return layer.checks().stream()
        .flatMap(check -> check.occurrence().weights().keySet().stream())
        .distinct()
        .map(k -> model.parameters().get(k))
        .toList();
  }

  /** The gates from the first one with a parameter on; those before prepare the unknown input. */
  List<Operation> gates() {
    return gates;
  }

  /** In the order of the circuit. */
  List<Layer> layers() {
    return layers;
  }

  List<Part> parts() {
    return parts;
  }

  /** Of all parts together. */
  int checks() {
    return parts.size() * layers.stream().mapToInt(layer -> layer.checks().size()).sum();
  }

  /** How much larger the error of a component can be than that of a single check. */
  double amplification() {
    double[] sums = new double[parameters()];
    for (Layer layer : layers) {
      for (Check check : layer.checks()) {
        check
            .occurrence()
            .weights()
            .forEach((k, w) -> sums[k] += 2 * Math.abs(w * check.coefficient()));
      }
    }
    double largest = 0;
    for (double sum : sums) {
      largest = Math.max(largest, sum);
    }
    return largest * parts.stream().mapToDouble(Part::weight).sum();
  }

  /** What the door is told to prepare for a part. */
  Circuit preparation(Part part) {
    return AncillaForm.of(model.bound(), part.observable());
  }

  /** The most qubits that a copy has. */
  int qubitsOfACopy() {
    int index = 0;
    for (Part part : parts) {
      index = Math.max(index, AncillaForm.indexQubits(part.observable()));
    }
    return qubits() + 1 + index;
  }

  /** The circuit up to a layer, its gate included: for the referee only. */
  Circuit upTo(Layer layer) {
    return model.bound().first(first + layer.operation() + 1);
  }
}
