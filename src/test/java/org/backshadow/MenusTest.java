package org.backshadow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.backshadow.Backshadow.*;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a cell types after the one static import. */
class MenusTest {
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
}
