package org.backshadow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.backshadow.Backshadow.*;

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
}
