package org.backshadow.shadow.bell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.backshadow.circuit.Angle;
import org.backshadow.circuit.Circuit;
import org.backshadow.estimate.Estimate;
import org.backshadow.measure.simulated.SimulatedCopies;
import org.backshadow.pauli.PauliString;
import org.backshadow.resources.Ledger;
import org.backshadow.resources.Seed;
import org.backshadow.testing.ExactDoor;
import org.backshadow.testing.LyingDoor;
import org.backshadow.testing.NaiveMatrix;
import org.backshadow.testing.TracingDoor;
import org.junit.jupiter.api.Test;

class BellSamplingTest {
  /** Complex amplitudes, values of all sizes, among them strings with one and three Y. */
  static Circuit circuit() {
    return Circuit.of(3)
        .h(0)
        .cx(0, 1)
        .ry(1, 0.7)
        .rx(2, 0.9)
        .pauliRotation("XYZ", 0.4)
        .cx(1, 2)
        .s(1)
        .rz(0, 0.3);
  }

  private static double exact(String letters) {
    return NaiveMatrix.of(PauliString.of(letters)).expectation(NaiveMatrix.state(circuit()));
  }

  @Test
  void the_exact_outcomes_give_every_square_exactly() {
    var outcomes = BellOutcomes.measure(new ExactDoor().prepare(circuit()), 2);
    PauliSquares squares = outcomes.squares();
    int odd = 0;

    for (int index = 0; index < 64; index++) {
      var string = new PauliString(3, index & 7, index >>> 3);
      double value = exact(string.toString());
      assertThat(squares.squared(string).value()).isCloseTo(value * value, within(1e-12));
      assertThat(outcomes.mean(string).value()).isCloseTo(value * value, within(1e-12));
      odd += Math.abs(value) > 0.1 && Long.bitCount(string.x() & string.z()) % 2 == 1 ? 1 : 0;
    }
    assertThat(odd).as("strings with an odd number of Y that are not 0").isGreaterThan(3);
  }

  @Test
  void one_transform_gives_what_counting_gives_string_by_string() {
    BellOutcomes outcomes = BellSampling.of(circuit()).pairs(777).seed(2).outcomes();
    PauliSquares squares = outcomes.squares();

    for (int index = 1; index < 64; index++) {
      var string = new PauliString(3, index & 7, index >>> 3);
      Estimate counted = outcomes.mean(string);
      assertThat(squares.squared(string).value()).isCloseTo(counted.value(), within(1e-12));
      assertThat(squares.squared(string).standardError())
          .isCloseTo(counted.standardError(), within(1e-12));
    }
    assertThat(squares.squared("III").value()).isEqualTo(1);
    assertThat(squares.matrix()[0][0]).isEqualTo(1);
    assertThat(squares.matrix()[0b001][0b110]).isEqualTo(squares.squared("XXZ").value());
  }

  /** Four deviations of 2,000 intervals of 95 %, as for the gradient methods. */
  @Test
  void intervals_of_squares_cover_the_square_as_stated() {
    String[] strings = {"XXX", "IYI", "ZZI", "YXY", "IIZ"};
    int covered = 0;
    for (int run = 0; run < 2000; run++) {
      String string = strings[run % strings.length];
      double value = exact(string);
      Estimate estimate = BellSampling.of(circuit()).pairs(400).seed(run).squared(string);
      covered += estimate.interval(0.95).contains(value * value) ? 1 : 0;
    }

    assertThat(covered).as("of 2,000").isBetween(1860, 1940);
  }

  @Test
  void a_plan_runs_once_counts_its_copies_and_repeats_under_its_seed() {
    BellSampling plan = BellSampling.of(circuit()).pairs(500).seed(3);

    assertThat(plan.outcomes()).isSameAs(plan.outcomes());
    assertThat(plan.squared("XXX").copies()).isEqualTo(1000);
    assertThat(plan.cost().gates()).isEqualTo(500 * (2 * 8 + 6));
    assertThat(plan.cost().qubits()).isEqualTo(6);
    assertThat(BellSampling.of(circuit()).pairs(500).seed(3).outcomes().counts())
        .isEqualTo(plan.outcomes().counts());
    assertThat(plan.seed(4).outcomes().counts()).isNotEqualTo(plan.outcomes().counts());
    assertThat(plan.toString())
        .startsWith("Bell outcomes of 500 pairs, ")
        .contains("1,000 copies, seed 3");
    assertThat(plan.significant(0.5).columnNames()).contains("square (no sign)");
    assertThat(plan.magnitudes().toString()).startsWith("squares without signs: ");
    assertThat(plan.outcomes().table().rowCount()).isEqualTo(plan.outcomes().counts().size());
  }

  @Test
  void squares_follow_a_door_that_lies() {
    Circuit lie = Circuit.of(3).rx(0, 1.1).cx(0, 2).ry(1, -0.8);
    var door = new LyingDoor(new SimulatedCopies(Ledger.unlimited(), new Seed(1)), lie);
    NaiveMatrix lied = NaiveMatrix.state(circuit().then(lie));

    BellOutcomes outcomes = BellOutcomes.measure(door.prepare(circuit()), 40_000);

    for (String string : new String[] {"XXX", "IYI", "ZZI", "YXY", "IIZ"}) {
      double value = NaiveMatrix.of(PauliString.of(string)).expectation(lied);
      // Six standard errors of 1 / sqrt(40000).
      assertThat(outcomes.mean(PauliString.of(string)).value())
          .isCloseTo(value * value, within(0.03));
    }
  }

  @Test
  void the_door_charges_what_an_independent_tally_says() {
    var door = new TracingDoor(new SimulatedCopies(Ledger.unlimited(), new Seed(1)));

    SignedStrings found =
        SignedStrings.measure(door.prepare(circuit()), 0.5, 0.3, new Seed(2).random());

    assertThat(found.updates()).isPositive();
    var cost = door.ledger().cost();
    assertThat(cost.copies()).isEqualTo(door.copies());
    assertThat(cost.circuits()).isEqualTo(door.circuits());
    assertThat(cost.gates()).isEqualTo(door.gates());
    assertThat(cost.depth()).isEqualTo(door.depth());
    assertThat(cost.qubits()).isEqualTo(door.qubits()).isEqualTo(6);
    assertThat(cost.classicalOperations()).isPositive();
  }

  @Test
  void wrong_plans_are_refused_when_they_are_built() {
    assertThatThrownBy(() -> BellSampling.of(Circuit.of(1).rx(0, Angle.parameter("a"))))
        .hasMessage("parameters without values: a; bind the circuit first");
    assertThatThrownBy(() -> BellSampling.of(Circuit.of(40)))
        .hasMessageStartingWith("40 qubits need ");
    assertThatThrownBy(() -> BellSampling.of(circuit()).pairs(1))
        .hasMessage("bellSampling: 1 pairs; at least 2 are needed");
    assertThatThrownBy(() -> BellSampling.of(circuit()).signed(0))
        .hasMessage("epsilon is 0.0; an error in an expectation value lies between 0 and 1");
    assertThatThrownBy(() -> BellSampling.of(Circuit.of(10)).signed(0.5))
        .hasMessage(
            "signs by a mimicking state need its matrix, for up to 9 qubits, not 10; squared(..)"
                + " and magnitudes() do without");
    assertThatThrownBy(() -> BellSampling.of(Circuit.of(12)).magnitudes())
        .hasMessage(
            "all 4^12 strings take 8 * 4^12 bytes; at most 10 qubits are held. Ask for single"
                + " strings with squared(..)");
    assertThatThrownBy(() -> BellSampling.of(circuit()).squared("XY"))
        .hasMessage("XY has 2 qubits, the pairs have 3 each");
    assertThatThrownBy(() -> BellSampling.of(circuit()).magnitudes().squared("XY"))
        .hasMessage("XY has 2 qubits, the state 3");
  }
}
