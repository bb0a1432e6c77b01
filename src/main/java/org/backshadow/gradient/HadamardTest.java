package org.backshadow.gradient;

import java.util.List;
import org.backshadow.circuit.Circuit;
import org.backshadow.circuit.Operation;
import org.backshadow.circuit.propagation.PauliPropagation;
import org.backshadow.estimate.Estimate;
import org.backshadow.gradient.Model.Occurrence;
import org.backshadow.measure.Copies;
import org.backshadow.measure.estimator.GroupedEstimator;
import org.backshadow.pauli.PauliString;
import org.backshadow.pauli.PauliSum;
import org.backshadow.resources.Seed;

/**
 * Gradient by Hadamard tests: a generator's Pauli string, controlled by an ancilla, stands behind
 * its gate, and the ancilla's Y is measured together with the observable.
 *
 * <p><b>Formula</b>: {@code dF/da = 2 sum_l c_l <Y (x) O>} over the strings of {@code G = sum c_l
 * P_l}, each with its own circuit; one string for a Pauli rotation, where a shot is worth +-1.
 *
 * <p><b>Cost</b>: one circuit a string, shots copies for each circuit and measurement group, one
 * ancilla qubit. <b>Error</b>: at most {@code sum |c| / sqrt(shots)} for a Pauli rotation: the same
 * total as parameter shift.
 *
 * <p>With noise the same: it acts on the circuit's qubits, and the ancilla and its gates have none.
 *
 * <p><b>Source</b>: Li et al., Phys. Rev. Lett. 118, 150503 (2017); Schuld et al.,
 * arXiv:1811.11184.
 *
 * <pre>{@code
 * var f = expectation(circuit(1).ry(0, param("a")), pauliSum("Z"));
 * f.at(0.4).gradient(hadamardTest().shots(4000).seed(7))
 * // hadamardTest (95 %, 4,000 copies, seed 7): a: -0.374 ± 0.029
 * }</pre>
 *
 * @param shots of each circuit and group; 0 leaves it open
 * @param seed of the outcomes
 */
public record HadamardTest(long shots, long seed) implements SampledGradient {
  /** As many shots of each circuit and measurement group. */
  public HadamardTest shots(long shots) {
    return new HadamardTest(Shots.require(name(), shots), seed);
  }

  /** The same method with another seed. */
  public HadamardTest seed(long seed) {
    return new HadamardTest(shots, seed);
  }

  @Override
  public String name() {
    return "hadamardTest";
  }

  @Override
  public void requireApplicable(Model model) {
    if (model.circuit().qubits() == PauliString.MAX_QUBITS) {
      throw new IllegalArgumentException(
          "hadamardTest: no room for an ancilla beside %d qubits; use parameterShift()"
              .formatted(PauliString.MAX_QUBITS));
    }
    model.requireOnlyAngles(name(), "noise has no generator", "adjoint() or finiteDifference()");
    circuits(model);
  }

  @Override
  public SampledGradient within(Model model, long copies) {
    if (shots != Shots.OPEN) {
      return this;
    }
    return shots(Shots.within(name(), model, circuits(model), copies));
  }

  static long circuits(Model model) {
    Circuit circuit = model.bound();
    long circuits = 0;
    for (Occurrence occurrence : model.occurrences()) {
      circuits += generator(circuit, occurrence).terms().size();
    }
    return circuits;
  }

  private static PauliSum generator(Circuit circuit, Occurrence occurrence) {
    return PauliPropagation.generator(
        circuit.operations().get(occurrence.gate()), occurrence.angle(), circuit.qubits());
  }

  @Override
  public SampledGradient atShots(long each) {
    return shots == Shots.OPEN ? shots(each) : this;
  }

  @Override
  public HadamardTest guaranteeing(Model model, double epsilon, double delta) {
    Circuit circuit = model.bound();
    var hoeffding = new Hoeffding(model.theta().length);
    for (Occurrence occurrence : model.occurrences()) {
      for (PauliSum.Term term : generator(circuit, occurrence).terms()) {
        hoeffding.add(occurrence, 2 * term.coefficient());
      }
    }
    return shots(hoeffding.shots(model.observable(), epsilon, delta));
  }

  @Override
  public Components differentiate(Model model, Copies copies, Seed seed) {
    Circuit circuit = model.bound();
    int ancilla = circuit.qubits();
    PauliSum measured = withAncilla(model.observable());
    var estimator = new GroupedEstimator(Shots.orDefault(shots));
    var gradient = new Accumulator(model.theta().length);
    for (Occurrence occurrence : model.occurrences()) {
      for (PauliSum.Term term : generator(circuit, occurrence).terms()) {
        Circuit test = test(circuit, occurrence.gate(), term.string(), ancilla);
        Estimate value = estimator.estimate(measured, copies.prepare(test));
        gradient.add(occurrence, 2 * term.coefficient(), value);
      }
    }
    return gradient.components(Math.max(1, estimator.shots() - 1), "");
  }

  /** H on the ancilla, the gates up to the differentiated one, its controlled string, the rest. */
  private static Circuit test(Circuit circuit, int gate, PauliString string, int ancilla) {
    Circuit wide = circuit.widened(ancilla + 1);
    Circuit test = Circuit.of(ancilla + 1).h(ancilla).then(wide.first(gate + 1));
    test = test.then(controlled(string, ancilla));
    List<Operation> rest = wide.operations().subList(gate + 1, wide.size());
    for (Operation operation : rest) {
      test = test.then(operation);
    }
    return test;
  }

  /** The string on the qubits before the ancilla, applied where that is 1. */
  static Circuit controlled(PauliString string, int ancilla) {
    Circuit circuit = Circuit.of(ancilla + 1);
    for (int q = 0; q < ancilla; q++) {
      circuit =
          switch (string.letter(q)) {
            case 'X' -> circuit.cx(ancilla, q);
            case 'Y' -> circuit.cy(ancilla, q);
            case 'Z' -> circuit.cz(ancilla, q);
            default -> circuit;
          };
    }
    return circuit;
  }

  /** Each string with Y on the ancilla; the identity's part of the derivative is 0. */
  private static PauliSum withAncilla(PauliSum observable) {
    int n = observable.qubits();
    return PauliSum.of(
        n + 1,
        observable.traceless().terms().stream()
            .map(
                term ->
                    new PauliSum.Term(
                        term.coefficient(),
                        new PauliString(
                            n + 1, term.string().x() << 1 | 1, term.string().z() << 1 | 1)))
            .toList());
  }
}
