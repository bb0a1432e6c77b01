package org.backshadow.gradient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.backshadow.circuit.Angle;
import org.backshadow.circuit.Channel;
import org.backshadow.circuit.Circuit;
import org.backshadow.circuit.Operation;
import org.backshadow.measure.simulated.SimulatedCopies;
import org.backshadow.pauli.PauliSum;
import org.backshadow.resources.Cost;
import org.backshadow.resources.Ledger;
import org.backshadow.resources.Seed;
import org.backshadow.state.Simulator;
import org.backshadow.testing.ExactDoor;
import org.backshadow.testing.Samples;
import org.backshadow.testing.TracingDoor;
import org.junit.jupiter.api.Test;

/** Gradients of circuits with noise, by its strengths too. */
class NoisyGradientTest {
  private static final Angle A = Angle.parameter("a");
  private static final Angle P = Angle.parameter("p");

  /** As in {@link GradientAgreementTest}; expressions keep strengths between 0 and 1. */
  @Test
  void adjoint_is_the_difference_quotient_on_300_random_noisy_models() {
    Samples.each(
        300,
        1,
        samples -> {
          Model model = noisy(samples);
          double scale = Math.max(1, model.observable().oneNorm());

          double[] adjoint = Targets.gradient(model);

          double[] difference = Targets.differenceQuotient(model, Differences.STEP);
          for (int k = 0; k < adjoint.length; k++) {
            assertThat(adjoint[k])
                .as("component %d of %s", k, model.circuit())
                .isCloseTo(difference[k], within(1e-8 * scale));
          }
        });
  }

  @Test
  void adjoint_is_parameter_shift_on_300_random_models_with_gates_and_probabilities_of_errors() {
    int[] compared = new int[1];
    Samples.each(
        300,
        1000,
        samples -> {
          Model model = withoutDampingParameters(noisy(samples));
          double scale = Math.max(1, model.observable().oneNorm());
          double[] adjoint = Targets.gradient(model);

          double[] shifted = exactly(Gradients.parameterShift(), model);

          for (int k = 0; k < adjoint.length; k++) {
            assertThat(shifted[k])
                .as("component %d of %s", k, model.circuit())
                .isCloseTo(adjoint[k], within(1e-10 * scale));
            compared[0]++;
          }
        });
    assertThat(compared[0]).isGreaterThan(500);
  }

  @Test
  void the_other_unbiased_methods_agree_where_only_angles_have_parameters() {
    Samples.each(
        60,
        2000,
        samples -> {
          Circuit gates = samples.circuit(Samples.Shape.of(samples.between(1, 3), 8).controls(1));
          Circuit circuit = withNumbers(gates, samples);
          Model model = GradientMethodContract.model(samples, circuit, 3);
          double scale = Math.max(1, model.observable().oneNorm());
          double[] adjoint = Targets.gradient(model);

          for (SampledGradient method :
              List.of(Gradients.parameterShift(), Gradients.hadamardTest())) {
            method.requireApplicable(model);
            double[] values = exactly(method, model);
            for (int k = 0; k < adjoint.length; k++) {
              assertThat(values[k])
                  .as("%s, component %d of %s", method.name(), k, circuit)
                  .isCloseTo(adjoint[k], within(1e-10 * scale));
            }
          }
        });
  }

  @Test
  void general_shift_and_finite_differences_see_through_noise() {
    Circuit circuit =
        Circuit.of(2).ry(0, A).depolarize(0, 0.1).cx(0, 1).amplitudeDamping(1, 0.3).ry(1, A);
    Model model = new Model(circuit, PauliSum.parse("ZZ + 0.3*IX"), new double[] {0.4});
    double adjoint = Targets.gradient(model)[0];

    assertThat(exactly(Gradients.generalShift(), model)[0]).isCloseTo(adjoint, within(1e-12));
    assertThat(exactly(Gradients.finiteDifference().step(1e-3), model)[0])
        .isCloseTo(adjoint, within(1e-5));
    double spsa =
        Gradients.spsa().step(1e-3).differentiate(model, new ExactDoor(), new Seed(1)).values()[0];
    assertThat(spsa).isCloseTo(adjoint, within(1e-5));
  }

  @Test
  void many_channels_are_taken_back_through_states_made_again() {
    Circuit circuit = Circuit.of(2);
    for (int i = 0; i < 40; i++) {
      circuit =
          circuit
              .ry(i % 2, Angle.parameter("t" + i % 3))
              .cx(0, 1)
              .depolarize(i % 2, P)
              .amplitudeDamping(1, 0.05);
    }
    double[] theta = new double[circuit.parameters().size()];
    Arrays.fill(theta, 0.02);
    Model model = new Model(circuit, PauliSum.parse("ZI + XX"), theta);

    double[] adjoint = Targets.gradient(model);

    double[] difference = Targets.differenceQuotient(model, Differences.STEP);
    for (int k = 0; k < adjoint.length; k++) {
      // A third derivative of 40 places is large: 1e-10/6 times it is 2e-7 here.
      assertThat(adjoint[k]).isCloseTo(difference[k], within(1e-7 * Math.abs(adjoint[k])));
    }
  }

  @Test
  void a_strength_of_zero_has_its_derivative() {
    var f = Expectation.of(Circuit.of(1).ry(0, 0.7).depolarize(0, P), PauliSum.parse("Z"));
    var g = Expectation.of(Circuit.of(1).ry(0, 0.7).amplitudeDamping(0, P), PauliSum.parse("X"));

    assertThat(f.at(0).gradient().values()[0]).isCloseTo(-4 / 3. * Math.cos(0.7), within(1e-15));
    assertThat(g.at(0).gradient().values()[0]).isCloseTo(-Math.sin(0.7) / 2, within(1e-15));
    assertThat(g.at(0).hessian().get(0, 0)).isCloseTo(-Math.sin(0.7) / 4, within(1e-15));
    assertThat(f.at(0).gradient(Gradients.parameterShift().shots(40_000).seed(2)).values()[0])
        .isCloseTo(-4 / 3. * Math.cos(0.7), within(6 / Math.sqrt(20_000)));
  }

  @Test
  void damping_of_strength_one_has_no_derivative_and_says_so_when_the_plan_is_built() {
    var g = Expectation.of(Circuit.of(1).h(0).phaseDamping(0, P), PauliSum.parse("X"));

    assertThat(g.at(1).value()).isCloseTo(0, within(1e-15));
    assertThatThrownBy(() -> g.at(1).gradient())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "damping of strength 1: the coherences fall as sqrt(1 - s), which has no derivative"
                + " there; use a strength below 1");
    var fixed = Expectation.of(Circuit.of(1).ry(0, A).phaseDamping(0, 1), PauliSum.parse("Z"));
    assertThat(fixed.at(0.3).gradient().values()[0]).isCloseTo(-Math.sin(0.3), within(1e-15));
  }

  @Test
  void the_hessian_is_the_derivative_of_the_gradient_on_100_random_noisy_models() {
    Samples.each(
        100,
        3000,
        samples -> {
          Model model = noisy(samples);
          Differences.checkHessian(model);
        });
  }

  @Test
  void the_variance_and_its_gradient_are_those_of_the_mixed_state() {
    Samples.each(
        30,
        4000,
        samples -> {
          Model model = noisy(samples);
          double scale = Math.pow(Math.max(1, model.observable().oneNorm()), 2);
          PauliSum squared = model.observable().times(model.observable());
          double mean = Differences.evaluation(model).value();

          double[] gradient = Differences.evaluation(model).varianceGradient();

          assertThat(Differences.evaluation(model).variance())
              .isCloseTo(
                  Targets.value(new Model(model.circuit(), squared, model.theta()), model.theta())
                      - mean * mean,
                  within(1e-11 * scale));
          Differences.checkVarianceGradient(model, gradient);
        });
  }

  @Test
  void methods_that_do_not_apply_name_the_noise_and_those_that_do() {
    var damped = Expectation.of(Circuit.of(1).ry(0, A).amplitudeDamping(0, P), PauliSum.parse("Z"));
    String where = ": operation 1, amplitudeDamping(p) 0, has a parameter in its gamma: ";

    refused(
        damped,
        Gradients.parameterShift(),
        "parameterShift: gamma of amplitudeDamping is not the probability of an error, so no shift"
            + " rule has its derivative; use adjoint() or finiteDifference()");
    refused(
        damped,
        Gradients.generalShift(),
        "generalShift" + where + "shifts are of angles; use adjoint() or finiteDifference()");
    refused(
        damped,
        Gradients.hadamardTest(),
        "hadamardTest" + where + "noise has no generator; use adjoint() or finiteDifference()");
    refused(
        damped,
        Gradients.classicalShadow(),
        "classicalShadow" + where + "noise has no generator; use adjoint() or finiteDifference()");
    refused(
        damped,
        Gradients.spsa(),
        "spsa"
            + where
            + "moved with all others, the strength could leave 0 to 1; use adjoint() or"
            + " finiteDifference()");
    var behind = Expectation.of(Circuit.of(1).ry(0, A).bitFlip(0, 0.1), PauliSum.parse("Z"));
    refused(
        behind,
        Gradients.classicalShadow(),
        "classicalShadow: a generator cannot be carried through bitFlip(0.1) 0, which is noise and"
            + " not unitary; use parameterShift() or hadamardTest()");
    assertThatThrownBy(() -> behind.at(0.2).metricTensor())
        .hasMessage(
            "metricTensor: operation 1, bitFlip(0.1) 0, is a noise channel and not unitary; the"
                + " metric here is that of pure states");
  }

  private static void refused(Expectation f, GradientMethod method, String message) {
    double[] theta = new double[f.parameters().size()];
    Arrays.fill(theta, 0.2);
    assertThatThrownBy(() -> f.at(theta).gradient(method))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
  }

  @Test
  void noise_in_front_of_the_first_parameter_leaves_shadows_alone() {
    var f =
        Expectation.of(
            Circuit.of(2).h(0).cx(0, 1).depolarize(0, 0.2).ry(0, A), PauliSum.parse("XX"));
    double exact = f.at(0.3).gradient().values()[0];

    var shadow = f.at(0.3).gradient(Gradients.classicalShadow().snapshots(40_000).seed(4));

    assertThat(shadow.values()[0]).isCloseTo(exact, within(6 * shadow.standardErrors()[0]));
    assertThat(exact).isNotCloseTo(0, within(0.1));
  }

  @Test
  void finite_differences_stay_within_the_range_of_a_strength() {
    var f = Expectation.of(Circuit.of(1).depolarize(0, P).rx(0, A), PauliSum.parse("Z"));

    var edge = f.at(0.02, 0.3).gradient(Gradients.finiteDifference().shots(10).seed(1));
    double[] exact = exactly(Gradients.finiteDifference(), f.at(0.02, 0.3).model());

    assertThat(exact[0]).isCloseTo(-4 / 3. * Math.cos(0.3), within(1e-12));
    assertThat(edge.note()).endsWith("; one-sided, so that noise stays within 0 to 1: p");
    assertThatThrownBy(() -> f.at(0.5, 0.3).gradient(Gradients.finiteDifference().step(0.7)))
        .hasMessage(
            "finiteDifference: a step of 0.7 in p takes a strength of noise out of 0 to 1 on both"
                + " sides; set a smaller one with step(...)");
  }

  @Test
  void eleven_noisy_qubits_are_refused_where_the_plan_is_built() {
    Circuit circuit = Circuit.of(11).ry(0, A).depolarize(0, 0.1);
    var at = Expectation.of(circuit, PauliSum.parse("Z" + "I".repeat(10))).at(0.4);
    String refused = "11 qubits with noise: exact values take a density matrix, up to 10 qubits";

    assertThatThrownBy(at::value).hasMessageStartingWith(refused);
    assertThatThrownBy(at::gradient).hasMessageStartingWith(refused);
    assertThatThrownBy(at::hessian).hasMessageStartingWith(refused);
    assertThatThrownBy(at::variance).hasMessageStartingWith(refused);
    assertThat(at.shots(100).seed(1).value()).isCloseTo((1 - 0.4 / 3) * Math.cos(0.4), within(0.5));
  }

  @Test
  void an_interrupt_ends_an_exact_noisy_gradient() {
    Circuit circuit = Circuit.of(9).ry(0, A);
    for (int i = 0; i < 100; i++) {
      circuit = circuit.depolarize(i % 9, 0.1);
    }
    var at = Expectation.of(circuit, PauliSum.parse("Z" + "I".repeat(8))).at(0.4);

    for (Runnable work : List.<Runnable>of(at::value, () -> at.gradient().values())) {
      Thread.currentThread().interrupt();
      assertThatThrownBy(work::run).isInstanceOf(CancellationException.class);
      assertThat(Thread.interrupted()).isFalse();
    }
    assertThat(at.value()).isBetween(-1.0, 1.0);
  }

  @Test
  void sampled_gradients_of_noisy_circuits_cost_what_an_independent_tally_counts() {
    Samples.each(
        20,
        5000,
        samples -> {
          Model model = withoutDampingParameters(noisy(samples));
          var door = new TracingDoor(new SimulatedCopies(Ledger.unlimited(), new Seed(1)));

          Components components =
              Gradients.parameterShift().shots(2000).differentiate(model, door, new Seed(2));

          Cost cost = door.ledger().cost();
          assertThat(cost.copies()).isEqualTo(door.copies());
          assertThat(cost.gates()).isEqualTo(door.gates());
          assertThat(cost.depth()).isEqualTo(door.depth());
          assertThat(cost.circuits()).isEqualTo(door.circuits());
          double[] exact = Targets.gradient(model);
          for (int k = 0; k < exact.length; k++) {
            double floor = 0.1 * model.observable().oneNorm();
            assertThat(components.values()[k])
                .as("component %d of %s", k, model.circuit())
                .isCloseTo(exact[k], within(6 * components.standardErrors()[k] + floor));
          }
        });
  }

  @Test
  void the_passes_of_the_reverse_pass_are_charged() {
    var ledger = Ledger.unlimited();

    new Simulator(ledger)
        .reverse(Circuit.of(2).h(0).cx(0, 1).depolarize(0, 0.1), PauliSum.parse("ZZ"));

    assertThat(ledger.cost().gates()).isEqualTo(8);
    assertThat(ledger.cost().peakBytes()).isEqualTo(6 * 16 * 16);
  }

  private static Model noisy(Samples samples) {
    int n = samples.between(1, 3);
    Circuit circuit =
        samples.noisyCircuit(Samples.Shape.of(n, samples.between(1, 9)).controls(1), 0.4);
    return GradientMethodContract.model(samples, circuit, 3);
  }

  /** Strengths that no shift rule knows, at their values. */
  private static Model withoutDampingParameters(Model model) {
    Circuit circuit = model.circuit();
    Circuit bound = model.bound();
    for (int i = 0; i < circuit.size(); i++) {
      Operation operation = circuit.operations().get(i);
      for (int k = 0; k < operation.angles().size(); k++) {
        if (operation.instruction() instanceof Channel channel && !channel.isAffine(k)) {
          operation = operation.withAngle(k, bound.operations().get(i).angles().get(k));
        }
      }
      circuit = circuit.with(i, operation);
    }
    var theta = new ArrayList<Double>();
    for (String name : circuit.parameters()) {
      theta.add(model.theta()[model.parameters().indexOf(name)]);
    }
    return new Model(
        circuit, model.observable(), theta.stream().mapToDouble(Double::doubleValue).toArray());
  }

  private static Circuit withNumbers(Circuit gates, Samples samples) {
    var shape = Samples.Shape.of(gates.qubits(), 0).bound();
    Circuit circuit = Circuit.of(gates.qubits());
    for (Operation operation : gates.operations()) {
      circuit = circuit.then(samples.noisyCircuit(shape, 0)).then(operation);
    }
    return circuit;
  }

  private static double[] exactly(SampledGradient method, Model model) {
    return method.differentiate(model, new ExactDoor(), new Seed(0)).values();
  }
}
