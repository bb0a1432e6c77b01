package org.backshadow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.backshadow.Backshadow.*;

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
