package org.backshadow.exercise;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.backshadow.circuit.Circuit;
import org.backshadow.outcome.Counts;
import org.backshadow.resources.RandomStream;
import org.backshadow.resources.Seed;
import org.backshadow.state.Simulator;

/**
 * Circuits that do the same up to a global phase, compared at seeded random angles.
 *
 * @param allInputs whether on all basis states, rather than on {@code |0...0>} alone
 */
record CircuitKind(boolean allInputs) implements Kind<Circuit> {
  /** How many sets of random angles. */
  private static final int DRAWS = 3;

  @Override
  public String wanted() {
    return "a circuit, such as circuit(2).h(0).cx(0, 1)";
  }

  @Override
  public Optional<Circuit> read(Object given) {
    return given instanceof Circuit circuit ? Optional.of(circuit) : Optional.empty();
  }

  @Override
  public boolean same(Circuit given, Circuit other, double tolerance) {
    return given.qubits() == other.qubits()
        && given.isUnitary()
        && given.parameters().size() == other.parameters().size()
        && differingDraw(given, other, tolerance).isEmpty();
  }

  @Override
  public String difference(Circuit given, Circuit right, double tolerance) {
    if (given.qubits() != right.qubits()) {
      return StateKind.qubits("circuit", given.qubits(), right.qubits());
    }
    if (!given.isUnitary()) return "your circuit has noise; wanted is one without";
    int count = given.parameters().size();
    if (count != right.parameters().size()) {
      return "your circuit has %d parameter%s; wanted are %s"
          .formatted(
              count, count == 1 ? "" : "s", count < right.parameters().size() ? "more" : "fewer");
    }
    double[] theta = differingDraw(given, right, tolerance).orElseThrow();
    String where = count == 0 ? "" : "with the parameters %s, ".formatted(text(theta));
    return where
        + difference(
            columns(bound(given, right, theta)), columns(right.bind(theta)), given.qubits());
  }

  private String difference(List<ComplexVector> given, List<ComplexVector> right, int qubits) {
    int size = 1 << qubits;
    for (int k = 0; k < given.size(); k++) {
      if (given.get(k).distance(right.get(k)) > 1e-9) {
        String input = allInputs ? "|%s> turns into a state where ".formatted(bits(k, qubits)) : "";
        return input + StateKind.difference(given.get(k), right.get(k), qubits);
      }
    }
    var all = ComplexVector.joined(given);
    var wanted = ComplexVector.joined(right);
    int k = StateKind.turned(all, wanted);
    int anchor = StateKind.anchor(wanted);
    return "each basis state turns into the right one, but the phase between what |%s> and |%s>"
            .formatted(bits(anchor / size, qubits), bits(k / size, qubits))
        + " turn into is another";
  }

  /** Angles at which the circuits differ. */
  private Optional<double[]> differingDraw(Circuit given, Circuit other, double tolerance) {
    return IntStream.range(0, other.parameters().isEmpty() ? 1 : DRAWS)
        .mapToObj(draw -> angles(other.parameters().size(), draw))
        .filter(theta -> distance(bound(given, other, theta), other.bind(theta)) > tolerance)
        .findFirst();
  }

  private double distance(Circuit given, Circuit other) {
    return ComplexVector.joined(columns(given)).distance(ComplexVector.joined(columns(other)));
  }

  private static double[] angles(int count, int draw) {
    RandomStream random = new Seed(7).child("exercise angles").child(draw).random();
    return IntStream.range(0, count).mapToDouble(k -> 0.2 + 6 * random.nextDouble()).toArray();
  }

  /** Parameters are matched by name where the names are the same, else by their order. */
  private static Circuit bound(Circuit given, Circuit other, double[] theta) {
    boolean sameNames = new HashSet<>(given.parameters()).equals(new HashSet<>(other.parameters()));
    return sameNames ? given.bind(Circuit.named(other, theta)) : given.bind(theta);
  }

  /** What the basis states turn into. */
  private List<ComplexVector> columns(Circuit bound) {
    int inputs = allInputs ? 1 << bound.qubits() : 1;
    return IntStream.range(0, inputs)
        .mapToObj(k -> ComplexVector.of(Simulator.run(input(bound.qubits(), k).then(bound))))
        .toList();
  }

  private static Circuit input(int qubits, int k) {
    Circuit input = Circuit.of(qubits);
    for (int q = 0; q < qubits; q++) {
      if ((k >> (qubits - 1 - q) & 1) == 1) input = input.x(q);
    }
    return input;
  }

  private static String bits(int k, int qubits) {
    return Counts.bitString(k, qubits);
  }

  private static String text(double[] theta) {
    return Arrays.stream(theta)
        .mapToObj(angle -> String.format(Locale.ROOT, "%.2f", angle))
        .collect(Collectors.joining(", "));
  }
}
