package org.backshadow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.backshadow.Backshadow.*;

import java.util.Arrays;
import java.util.List;
import org.backshadow.experiment.sweep.SweepResults;
import org.backshadow.testing.Snippets;
import org.ejml.simple.SimpleMatrix;
import org.junit.jupiter.api.Test;

/** What a cell types after the one static import. */
class MenusTest {
  @Test
  void noise_takes_numbers_parameters_and_kraus_operators() {
    var damping = 0.1;
    var kept = new SimpleMatrix(new double[][] {{1, 0}, {0, Math.sqrt(1 - damping)}});
    var fallen = new SimpleMatrix(new double[][] {{0, Math.sqrt(damping)}, {0, 0}});
    var c =
        circuit(2)
            .ry(0, param("theta"))
            .cx(0, 1)
            .depolarize(0, 0.02)
            .bitFlip(1, param("p"))
            .channel(0, kept, fallen);
    var f = expectation(c, pauliSum("ZZ"));

    double exact = f.at(0.4, 0.05).value();

    assertThat(f.parameters()).containsExactly("theta", "p");
    assertThat(f.at(0.4, 0.05).trajectories(2000).seed(1).interval(0.999).contains(exact)).isTrue();
    assertThat(f.at(0.4, 0.05).shots(2000).seed(1).interval(0.999).contains(exact)).isTrue();
    assertThat(densityMatrix(c, 0.4, 0.05).expectation("ZZ")).isEqualTo(exact);
    assertThat(densityMatrix(densityMatrix(c, 0.4, 0.05).matrix()).purity()).isLessThan(1);
    assertThatThrownBy(() -> state(c, 0.4, 0.05))
        .hasMessage(
            "state: operation 2, depolarize(0.02) 0, is a noise channel and not unitary; use"
                + " densityMatrix(circuit, theta...)");
  }

  @Test
  void shadows_begin_with_a_circuit_or_with_data() {
    var shadow = classicalShadow(circuit(2).h(0).cx(0, 1)).snapshots(200).seed(7);
    int[][] bits = {{0, 1, 0}, {1, 1, 0}};
    int[][] recipes = {{0, 2, 1}, {2, 2, 0}};

    assertThat(shadow.estimate(pauliSum("XX")).interval(0.9999).contains(1)).isTrue();
    assertThat(ClassicalShadow.of(bits, recipes).estimate("IZI").value()).isEqualTo(-3);
  }

  @Test
  void models_and_data_come_with_the_static_import() {
    var cost = Hamiltonians.maxCut(ring(4));
    var model = expectation(Ansatz.qaoa(cost, 1), cost);

    assertThat(model.parameters()).containsExactly("gamma0", "beta0");
    assertThat(Hamiltonians.heisenberg(grid(2, 2), 1, 1, 1).terms()).hasSize(12);
    assertThat(Hamiltonians.transverseFieldIsing(chain(3), 1, 1))
        .isEqualTo(Hamiltonians.transverseFieldIsing(3, 1, 1));
    assertThat(Datasets.iris().rowCount()).isEqualTo(150);
    assertThat(Datasets.barsAndDots().rowCount()).isEqualTo(200);
  }

  @Test
  void quantum_backpropagation_is_a_cell() {
    var model = expectation(Ansatz.commutingGenerators(5, 12), pauliSum("ZIIII"));
    double[] point = new double[12];
    Arrays.fill(point, 0.3);

    var run = quantumBackprop(model.at(point)).epsilon(0.2).delta(0.1).seed(5);

    assertThat(run.error()).isLessThan(0.2);
    assertThat(run.steps().rowCount()).isGreaterThanOrEqualTo(12);
    assertThat(run.hypothesis(3).traceDistance()).isBetween(0.0, 1.0);
    assertThat(run.ledger().rowCount()).isGreaterThan(10);
    assertThat(run.plot().title()).isNotBlank();
    assertThat(model.at(point).gradient(quantumBackprop().epsilon(0.2).delta(0.1).seed(5)).values())
        .containsExactly(run.gradient().values());
  }

  @Test
  void shadow_tomography_takes_letters_strings_or_a_sum() {
    var c = circuit(2).ry(0, param("theta")).cx(0, 1).bind(0.4);

    var letters = shadowTomography(c, List.of("ZI", "XX")).epsilon(0.1).delta(0.1).seed(5);
    var sum = shadowTomography(c, pauliSum("ZI + XX")).epsilon(0.1).delta(0.1).seed(5);

    assertThat(letters.values()).containsExactly(sum.values());
    assertThat(letters.values()[0]).isCloseTo(Math.cos(0.4), within(0.1));
  }

  @Test
  void measures_of_a_promise_need_one() {
    assertThat(copiesForGuarantee(0.2, 0.1).label()).isEqualTo("copies that guarantee error 0.2");
    assertThatThrownBy(() -> gatesForGuarantee(0.2, 1))
        .hasMessage("delta is 1.0; the probability of failure must be between 0 and 1");
    assertThatThrownBy(() -> copiesForGuarantee(0, 0.1))
        .hasMessage("epsilon is 0.0; it must be positive");
  }

  /** As typed in a notebook: records, the sweep over them, what comes of it. */
  @Test
  void a_sweep_over_records_of_a_cell_runs_as_it_is_written() {
    try (var cells =
        new Snippets("import static org.backshadow.Backshadow.*;", "import java.util.*;")) {
      cells.run("record Point(int qubits, double noise) {}");
      cells.run("record Row(double error) {}");
      var results =
          (SweepResults)
              cells.value(
                  "sweep(List.of(new Point(2, 0.1), new Point(3, 0.1))).repeats(5).seed(1)"
                      + ".trial((p, seed) -> new Row(p.noise() / p.qubits())).threads(2).run()");
      cells.run("enum Kind { A, B }");
      cells.run("record Named(Kind kind, List<Integer> sizes) {}");
      var all =
          cells.value(
              "sweep(grid(Named.class, List.of(Kind.A, Kind.B), List.of(List.of(1), List.of(2))))"
                  + ".trial((p, seed) -> new Row(p.sizes().get(0))).run().rows(Row.class)");

      assertThat(results.trials()).isEqualTo(10);
      assertThat(results.summary().doubleColumn("error").asList()).containsExactly(0.05, 0.1 / 3);
      assertThat(all)
          .hasToString("[Row[error=1.0], Row[error=2.0], Row[error=1.0], Row[error=2.0]]");
    }
  }
}
