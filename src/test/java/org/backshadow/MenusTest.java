package org.backshadow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.backshadow.Backshadow.*;

import org.junit.jupiter.api.Test;

/** What a cell types after the one static import. */
class MenusTest {
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
