package org.backshadow.gradient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.backshadow.estimate.Moments;
import org.backshadow.measure.simulated.SimulatedCopies;
import org.backshadow.pauli.PauliSum;
import org.backshadow.resources.Ledger;
import org.backshadow.resources.Seed;
import org.backshadow.state.Simulator;
import org.backshadow.state.StateVector;
import org.backshadow.testing.ExactDoor;
import org.backshadow.testing.Reference;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Against {@code reference.json}; its README says where the numbers come from. */
class ReferenceTest {
  private static final double EXACT = 1e-10;

  static List<Reference> cases() {
    return Reference.cases();
  }

  static Stream<Reference> withVariances() {
    return cases().stream().filter(Reference::hasVariances);
  }

  static Stream<Reference> someWithVariances() {
    var some =
        List.of("cf1_x_rotation", "cf3_product_RX_global_Z_n4", "rand_n3_M10_K1", "haar_input_n2");
    return withVariances().filter(c -> some.contains(c.name()));
  }

  @Test
  void all_49_cases_are_there() {
    assertThat(cases()).hasSize(49);
    assertThat(withVariances()).hasSize(33);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void the_value_is_the_references(Reference reference) {
    double value =
        Expectation.of(reference.circuit(), reference.observable()).at(reference.theta()).value();

    assertThat(value).isCloseTo(reference.value(), within(EXACT));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void the_adjoint_gradient_is_the_references(Reference reference) {
    double[] gradient =
        Expectation.of(reference.circuit(), reference.observable())
            .at(reference.theta())
            .gradient()
            .values();

    agrees(gradient, reference);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void shifts_of_exact_values_give_the_references_gradient(Reference reference) {
    agrees(without_chance(Gradients.parameterShift(), reference), reference);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void hadamard_tests_of_exact_values_give_the_references_gradient(Reference reference) {
    agrees(without_chance(Gradients.hadamardTest(), reference), reference);
  }

  private static double[] without_chance(SampledGradient method, Reference reference) {
    return method.differentiate(model(reference), new ExactDoor(), new Seed(0)).values();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void gradient_observables_have_the_gradient_as_their_values(Reference reference) {
    assumeTrue(reference.qubits() <= 6);
    Model model = model(reference);
    StateVector output = Simulator.run(model.bound());

    List<PauliSum> observables = GradientObservables.of(model);

    agrees(observables.stream().mapToDouble(output::expectation).toArray(), reference);
  }

  private static Model model(Reference reference) {
    return new Model(reference.circuit(), reference.observable(), reference.theta());
  }

  private static void agrees(double[] gradient, Reference reference) {
    double[] expected = reference.gradient();
    assertThat(gradient).hasSameSizeAs(expected);
    for (int k = 0; k < expected.length; k++) {
      assertThat(2 * gradient[k]).as("component %d", k).isCloseTo(expected[k], within(EXACT));
    }
  }

  @ParameterizedTest
  @MethodSource("someWithVariances")
  void one_shot_runs_have_the_references_variances(Reference reference) {
    variances(reference, 4_000);
  }

  @ParameterizedTest
  @MethodSource("withVariances")
  @Tag("full")
  void many_one_shot_runs_have_the_references_variances(Reference reference) {
    variances(reference, 20_000);
  }

  /**
   * Runs with one shot a circuit, in which only the checked component is a parameter.
   *
   * <p>Factors: a library derivative is half the reference's, so its variance is a quarter; h = 0.1
   * there is a step of 0.2 here. A variance of 0 may stand there as -1e-16.
   */
  private static void variances(Reference reference, int runs) {
    int component = (int) reference.variance("component");
    double[] theta = {reference.theta()[component]};
    var model = new Model(reference.circuit(component), reference.observable(), theta);
    double g = reference.gradient()[component];

    check(
        Gradients.parameterShift().shots(1),
        model,
        runs,
        g,
        Math.max(0, reference.variance("psr_var_one_shot_each")),
        2);
    check(
        Gradients.hadamardTest().shots(1),
        model,
        runs,
        g,
        Math.max(0, reference.variance("hadamard_ancilla_var_one_shot")),
        2);
    check(
        Gradients.finiteDifference().step(0.2).shots(1),
        model,
        runs,
        reference.variance("fd_h0p1_expected"),
        Math.max(0, reference.variance("fd_h0p1_var_one_shot_each")),
        10);
  }

  /**
   * With N values in [-R, R] of variance v the mean has the deviation sqrt(v/N), and the sample
   * variance one of at most sqrt(4 R^2 v / N), since the fourth central moment is at most (2R)^2 v.
   * Six deviations: 2e-9 by the normal law, for 2 x 3 checks of 33 cases 4e-7.
   */
  private static void check(
      SampledGradient method, Model model, int runs, double mean, double variance, double reach) {
    var copies = new SimulatedCopies(Ledger.unlimited(), new Seed(1));
    Supplier<Double> run = () -> 2 * method.differentiate(model, copies, new Seed(0)).values()[0];
    var moments = new Moments();
    for (int i = 0; i < runs; i++) {
      moments.add(run.get(), 1);
    }
    assertThat(moments.mean())
        .as("%s: mean", method.name())
        .isCloseTo(mean, within(6 * Math.sqrt(variance / runs) + 1e-9));
    assertThat(moments.variance())
        .as("%s: variance", method.name())
        .isCloseTo(variance, within(6 * Math.sqrt(4 * reach * reach * variance / runs) + 1e-9));
  }

  /**
   * With exact values and a small step, a direction's estimate of component i is {@code sum_k g_k
   * d_k d_i}: its variance is the sum of the other squares. All 2^M directions, no chance.
   */
  @ParameterizedTest
  @MethodSource("withVariances")
  void simultaneous_perturbation_has_the_references_variance(Reference reference) {
    assumeTrue(reference.gradient().length <= 8);
    Model model = model(reference);
    var spsa = Gradients.spsa().step(1e-4);
    int m = reference.gradient().length;
    int component = (int) reference.variance("component");

    var moments = new Moments();
    for (int signs = 0; signs < 1 << m; signs++) {
      moments.add(2 * Targets.direction(model, spsa.step(), signs)[component], 1);
    }

    double population = moments.variance() * (moments.count() - 1) / moments.count();
    assertThat(population).isCloseTo(reference.variance("spsa_small_c_var_exact_F"), within(1e-5));
  }
}
