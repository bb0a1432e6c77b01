package org.backshadow.gradient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.apache.commons.math3.stat.descriptive.moment.StandardDeviation;
import org.backshadow.circuit.Angle;
import org.backshadow.circuit.Circuit;
import org.backshadow.measure.simulated.SimulatedCopies;
import org.backshadow.pauli.PauliSum;
import org.backshadow.resources.Budget;
import org.backshadow.resources.Ledger;
import org.backshadow.resources.Seed;
import org.backshadow.testing.ExactDoor;
import org.backshadow.testing.Samples;
import org.backshadow.testing.TracingDoor;
import org.junit.jupiter.api.Test;

class GeneralShiftTest {
  private static final Angle A = Angle.parameter("a");
  private static final Angle B = Angle.parameter("b");

  @Test
  void exact_values_give_the_exact_gradient_on_200_models_with_linear_angles() {
    Samples.each(
        200,
        31,
        samples -> {
          Model model = linear(samples);
          double scale = Math.max(1, model.observable().oneNorm());

          double[] shifted =
              Gradients.generalShift().differentiate(model, new ExactDoor(), new Seed(0)).values();

          double[] adjoint = Targets.gradient(model);
          for (int k = 0; k < adjoint.length; k++) {
            assertThat(shifted[k])
                .as("component %d of %s", k, model.circuit())
                .isCloseTo(adjoint[k], within(1e-10 * scale));
          }
        });
  }

  /** Their shifts and coefficients come from a linear system. */
  @Test
  void frequencies_without_a_common_step_give_the_exact_gradient_too() {
    Circuit circuit =
        Circuit.of(2)
            .ry(0, 0.4)
            .rx(0, A)
            .ry(1, A.times(Math.sqrt(2)).plus(0.3))
            .cx(0, 1)
            .crx(1, 0, A.times(0.3))
            .rz(0, B)
            .ry(0, B.times(1.7));
    var model = new Model(circuit, PauliSum.parse("ZZ + 0.5*XI - 0.3*YX"), theta());

    double[] shifted =
        Gradients.generalShift().differentiate(model, new ExactDoor(), new Seed(0)).values();

    assertThat(shifted).containsExactly(Targets.gradient(model), within(1e-9));
  }

  @Test
  void a_parameter_in_three_equal_rotations_needs_six_circuits() {
    Circuit circuit = Circuit.of(3).rx(0, A).rx(1, A).rx(2, A);

    assertThat(circuits(circuit)).isEqualTo(6);
  }

  @Test
  void a_controlled_rotation_needs_four_and_frequencies_without_a_common_step_are_solved() {
    assertThat(circuits(Circuit.of(2).h(0).crx(0, 1, A))).isEqualTo(4);
    // 1, sqrt 2 and their sum and difference
    assertThat(circuits(Circuit.of(2).rx(0, A).rx(1, A.times(Math.sqrt(2))))).isEqualTo(8);
  }

  @Test
  void charges_are_those_of_an_independent_tally_and_stay_within_the_budget() {
    var model = new Model(Circuit.of(2).rx(0, A).crx(0, 1, B), PauliSum.parse("ZZ + XI"), theta());
    var method = Gradients.generalShift().within(model, 10_000);
    var door = new TracingDoor(new SimulatedCopies(new Ledger(Budget.copies(10_000)), new Seed(1)));

    method.differentiate(model, door, new Seed(0));

    // (2 + 4) values of two groups each: 833 shots fit
    assertThat(door.ledger().cost().copies()).isEqualTo(12 * 833).isEqualTo(door.copies());
    assertThat(door.ledger().cost().circuits()).isEqualTo(12);
  }

  /** The spread of 400 values is known to 3.5 %, so chance leaves 15 % once in 60,000 times. */
  @Test
  void standard_errors_are_the_spread_of_the_values() {
    Circuit circuit =
        Circuit.of(2).ry(0, 0.9).crx(0, 1, Angle.parameter("a")).ry(1, Angle.parameter("a"));
    var model = new Model(circuit, PauliSum.parse("0.7*IZ + 0.4*XX"), new double[] {0.6});
    var values = new double[400];
    double error = 0;
    for (int k = 0; k < values.length; k++) {
      var door = new SimulatedCopies(Ledger.unlimited(), new Seed(k));
      Components components =
          Gradients.generalShift().shots(200).differentiate(model, door, new Seed(k));
      values[k] = components.values()[0];
      error += components.standardErrors()[0] / values.length;
    }

    double spread = new StandardDeviation().evaluate(values);

    assertThat(error).isBetween(0.85 * spread, 1.15 * spread);
  }

  @Test
  void an_angle_that_is_not_linear_is_refused_by_name() {
    var f = Expectation.of(Circuit.of(1).rx(0, A.square()), PauliSum.parse("Z"));

    assertThatThrownBy(() -> f.at(0.3).gradient(Gradients.generalShift()))
        .hasMessage("generalShift: the angle a*a of rx is not linear in a; use parameterShift()");
  }

  private static long circuits(Circuit circuit) {
    String letters = "Z".repeat(circuit.qubits());
    return Expectation.of(circuit, PauliSum.parse(letters))
        .at(0.3)
        .gradient(Gradients.generalShift().shots(1))
        .cost()
        .circuits();
  }

  private static double[] theta() {
    return new double[] {0.4, -0.9};
  }

  private static Model linear(Samples samples) {
    int n = samples.between(1, 3);
    Circuit circuit = samples.circuit(Samples.Shape.of(n, 6).controls(1).bound());
    for (int i = 0; i < 4; i++) {
      int q = samples.between(0, n - 1);
      Angle angle = i % 2 == 0 ? A.times(i + 1).plus(0.2) : A.minus(B.times(0.5));
      circuit = i < 2 ? circuit.rx(q, angle) : circuit.ry(q, angle).p(q, B);
      circuit = n > 1 ? circuit.crz(q, (q + 1) % n, B) : circuit;
    }
    return GradientMethodContract.model(samples, circuit, 3);
  }

  /** To the last bit: what follows from it, such as values that cancel, does too. */
  @Test
  void equidistant_frequencies_have_the_closed_form_of_the_source() {
    Circuit circuit = Circuit.of(3).rx(0, A).rx(1, A.times(2)).rx(2, A);

    assertThat(rules(circuit)).isEqualTo(List.of(ShiftRule.of(1, 4)));
  }

  /** 0.1 + 0.2 is not 0.3 to the last bit; six frequencies 0.1, ..., 0.6 all the same. */
  @Test
  void frequencies_that_differ_by_rounding_are_one() {
    Circuit circuit = Circuit.of(3).rx(0, A.times(0.3)).rx(1, A.times(0.1)).rx(2, A.times(0.2));

    assertThat(rules(circuit).get(0)).hasSize(12);
  }

  @Test
  void every_parameter_has_a_rule_of_its_own() {
    Circuit circuit = Circuit.of(2).rx(0, A).crx(0, 1, B);

    assertThat(rules(circuit)).extracting(List::size).containsExactly(2, 4);
  }

  /** Spread as for equidistant frequencies, pi / (2W) apart from each other and half from 0. */
  @Test
  void shifts_of_other_frequencies_are_spread_up_to_the_largest() {
    double largest = 1 + Math.sqrt(2);
    Circuit circuit = Circuit.of(2).rx(0, A).rx(1, A.times(Math.sqrt(2)));

    List<ShiftRule.Shift> rule = rules(circuit).get(0);

    assertThat(rule).hasSize(8);
    for (int m = 0; m < 4; m++) {
      assertThat(rule.get(2 * m).radians())
          .isCloseTo((2 * m + 1) * Math.PI / (2 * largest), within(1e-14));
      assertThat(rule.get(2 * m + 1).radians()).isEqualTo(-rule.get(2 * m).radians());
      assertThat(rule.get(2 * m + 1).coefficient()).isEqualTo(-rule.get(2 * m).coefficient());
    }
  }

  @Test
  void more_than_64_frequencies_are_refused_by_name() {
    assertThat(rules(repeated(64)).get(0)).hasSize(128);
    assertThatThrownBy(() -> rules(repeated(65)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("generalShift: a turns with more than 64 frequencies; use parameterShift()");
  }

  private static Circuit repeated(int gates) {
    Circuit circuit = Circuit.of(1);
    for (int k = 0; k < gates; k++) {
      circuit = circuit.rx(0, A).h(0);
    }
    return circuit;
  }

  private static List<List<ShiftRule.Shift>> rules(Circuit circuit) {
    return ParameterFrequencies.rules(
        new Model(
            circuit,
            PauliSum.parse("Z".repeat(circuit.qubits())),
            Arrays.copyOf(theta(), circuit.parameters().size())));
  }
}
