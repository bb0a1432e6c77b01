package org.backshadow.gradient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.backshadow.circuit.Angle;
import org.backshadow.circuit.Circuit;
import org.backshadow.measure.estimator.GroupedEstimator;
import org.backshadow.pauli.PauliSum;
import org.backshadow.resources.Cost;
import org.backshadow.testing.ExactDoor;
import org.backshadow.testing.LyingDoor;
import org.backshadow.testing.Samples;
import org.backshadow.testing.TracingDoor;
import org.ejml.simple.SimpleMatrix;
import org.junit.jupiter.api.Test;

class SampledHessianTest {
  @Test
  void without_chance_it_is_the_exact_hessian_of_100_random_models() {
    Samples.each(
        100,
        31,
        samples -> {
          Model model = GradientMethodContract.random(samples);
          double scale = Math.max(1, model.observable().oneNorm());

          SimpleMatrix hessian = withoutChance(model, false);

          assertThat(hessian.minus(here(model).hessian()).elementMaxAbs())
              .as(model.circuit().toString())
              .isLessThan(1e-9 * scale);
        });
  }

  @Test
  void without_chance_the_overlap_has_the_metric_tensor_of_100_random_models() {
    Samples.each(
        100,
        32,
        samples -> {
          Model model = GradientMethodContract.random(samples);

          SimpleMatrix metric = withoutChance(SampledMetric.overlap(model), true).scale(-0.5);

          assertThat(metric.minus(here(model).metricTensor()).elementMaxAbs())
              .as(model.circuit().toString())
              .isLessThan(1e-9 * (1 + metric.elementMaxAbs()));
        });
  }

  @Test
  void every_kind_of_gate_has_its_second_derivatives() {
    Model model = GradientMethodContract.everyGate();

    assertThat(withoutChance(model, false).minus(here(model).hessian()).elementMaxAbs())
        .isLessThan(1e-9);
  }

  @Test
  void a_rotation_takes_two_circuits_for_its_own_and_four_for_a_pairs_derivative() {
    Model model = GradientMethodContract.plain();
    var door = new TracingDoor(GradientMethodContract.door(1));

    new SampledHessian(model, false).estimate(door, new GroupedEstimator(100));

    long groups = GradientMethodContract.groups(model);
    assertThat(door.circuits()).isEqualTo((3 * 2 + 3 * 4) * groups);
    assertThat(door.ledger().cost().circuits()).isEqualTo(door.circuits());
    assertThat(door.ledger().cost().copies())
        .isEqualTo(door.copies())
        .isEqualTo(100 * door.circuits());
  }

  /** As for gradients: four deviations of 2,000 intervals that hold with probability 0.95. */
  @Test
  void ninety_five_percent_intervals_cover_hessian_and_metric_as_stated() {
    Evaluation here = here(GradientMethodContract.plain());
    SimpleMatrix hessian = here.hessian();
    SimpleMatrix metric = here.metricTensor();
    int hessians = 0;
    int metrics = 0;
    for (int run = 0; run < 2000; run++) {
      int k = run % 3;
      int l = run / 3 % 3;
      var method = Gradients.parameterShift().shots(200).seed(run);
      hessians += here.hessian(method).interval(k, l, 0.95).contains(hessian.get(k, l)) ? 1 : 0;
      metrics += here.metricTensor(method).interval(k, l, 0.95).contains(metric.get(k, l)) ? 1 : 0;
    }

    assertThat(hessians).as("of 2,000").isBetween(1860, 1940);
    assertThat(metrics).as("of 2,000").isBetween(1860, 1940);
  }

  @Test
  void it_follows_a_door_that_lies() {
    Model model = GradientMethodContract.plain();
    Circuit lie = Circuit.of(2).rx(0, 1.1).cry(0, 1, 2).h(1).rz(1, 0.5);

    SimpleMatrix lied =
        new SampledHessian(model, false)
            .estimate(new LyingDoor(new ExactDoor(), lie), new GroupedEstimator(1))
            .values();

    var other = new Model(model.circuit().then(lie), model.observable(), model.theta());
    assertThat(lied.minus(here(other).hessian()).elementMaxAbs()).isLessThan(1e-9);
    assertThat(lied.minus(here(model).hessian()).elementMaxAbs()).isGreaterThan(0.1);
  }

  @Test
  void an_estimate_says_its_errors_copies_and_seed_and_repeats() {
    Evaluation here = here(GradientMethodContract.plain());
    var estimate = here.hessian(Gradients.parameterShift().shots(1000).seed(7));

    assertThat(estimate.toString())
        .startsWith("Hessian (parameterShift, 36,000 copies, seed 7), 95 %:")
        .contains("±");
    assertThat(estimate.table().columnNames())
        .containsExactly("row", "column", "Hessian", "standard error", "low", "high");
    assertThat(estimate.table().rowCount()).isEqualTo(6);
    assertThat(estimate.values().get(0, 1)).isEqualTo(estimate.values().get(1, 0));
    var again = here.hessian(Gradients.parameterShift().shots(1000).seed(7));
    assertThat(again.values().isIdentical(estimate.values(), 0)).isTrue();
  }

  @Test
  void eight_rows_are_shown_and_every_pair_stands_in_the_table_once() {
    Circuit circuit = Circuit.of(1);
    for (int k = 0; k < 9; k++) {
      circuit = circuit.ry(0, Angle.parameter("t" + k));
    }
    var f = Expectation.of(circuit, PauliSum.parse("Z"));
    var estimate = f.at(new double[9]).hessian(Gradients.parameterShift().shots(2).seed(7));

    String[] lines = estimate.toString().split(System.lineSeparator());
    assertThat(lines).hasSize(1 + 8 + 1);
    assertThat(lines[8]).startsWith("t7: ");
    assertThat(lines[8].split(", ")).hasSize(8);
    assertThat(lines[9]).isEqualTo("...");
    assertThat(estimate.table().rowCount()).isEqualTo(45);
    assertThat(estimate.table().stringColumn("row").get(9)).isEqualTo("t1");
    assertThat(estimate.table().stringColumn("column").get(9)).isEqualTo("t1");
  }

  /** One outcome has no spread; its interval is Student's with one degree of freedom. */
  @Test
  void an_entry_has_its_interval_by_the_law_of_student() {
    var run =
        new MatrixEstimate.Run(
            new SimpleMatrix(new double[][] {{0.5}}),
            new SimpleMatrix(new double[][] {{0.1}}),
            Cost.NONE);

    for (long shots : new long[] {1, 2}) {
      var estimate = new MatrixEstimate("Hessian", List.of("a"), shots, 7, () -> run);
      assertThat(estimate.interval(0, 0, 0.95).high())
          .isCloseTo(0.5 + 0.1 * Math.tan(0.475 * Math.PI), within(1e-9));
    }
    assertThat(new MatrixEstimate("Hessian", List.of("a"), 3, 7, () -> run).toString())
        .isEqualTo(
            "Hessian (parameterShift, 0 copies, seed 7), 95 %%:%na: 0.50 ± 0.43".formatted());
  }

  @Test
  void a_large_register_is_refused_for_the_metric() {
    var f =
        Expectation.of(
            Circuit.of(13).rx(0, Angle.parameter("t")), PauliSum.parse("Z" + "I".repeat(12)));

    assertThatThrownBy(() -> f.at(0.1).metricTensor(Gradients.parameterShift()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "a metric tensor from shots takes a sum of 2^n Pauli strings: at most 12 qubits,"
                + " not 13");
  }

  private static SimpleMatrix withoutChance(Model model, boolean stationary) {
    return new SampledHessian(model, stationary)
        .estimate(new ExactDoor(), new GroupedEstimator(1))
        .values();
  }

  private static Evaluation here(Model model) {
    return Expectation.of(model.circuit(), model.observable()).at(model.theta());
  }
}
