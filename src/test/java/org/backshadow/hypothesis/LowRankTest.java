package org.backshadow.hypothesis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.backshadow.circuit.Circuit;
import org.backshadow.pauli.PauliString;
import org.backshadow.pauli.PauliSum;
import org.backshadow.resources.Seed;
import org.backshadow.state.HermitianMatrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LowRankTest {
  private static final Seed SEED = new Seed(3);
  private static final Circuit TURN = Circuit.of(3).h(0).cx(0, 2).pauliRotation("XYZ", 0.8);

  /** Three updates with gates between, of strings that do not commute. */
  private static HypothesisState taught(HypothesisState start) {
    HypothesisState at = start.toward(PauliSum.parse("0.9*XYI + 0.3*IIZ"), 0.8);
    for (var operation : TURN.operations()) {
      at = at.after(operation);
    }
    return at.toward(PauliSum.parse("ZZX"), -2.5).toward(PauliSum.parse("YIX"), 4);
  }

  @Test
  void a_rank_of_all_levels_is_the_full_hypothesis() {
    HypothesisState full = taught(HypothesisState.maximallyMixed(3));
    HypothesisState all = taught(HypothesisState.lowRank(3, 8, SEED));

    assertThat(HermitianMatrix.of(all.matrix()).traceDistance(HermitianMatrix.of(full.matrix())))
        .isLessThan(1e-10);
    assertThat(all.entropy()).isCloseTo(full.entropy(), within(1e-9));
  }

  @ParameterizedTest
  @CsvSource({"1", "2", "5"})
  void it_is_a_state_of_its_rank(int rank) {
    HermitianMatrix density =
        HermitianMatrix.of(taught(HypothesisState.lowRank(3, rank, SEED)).matrix());

    double[] levels = density.eigenvalues();
    assertThat(density.trace()).isCloseTo(1, within(1e-12));
    for (int k = 0; k < 8 - rank; k++) {
      assertThat(levels[k]).isCloseTo(0, within(1e-12));
    }
    assertThat(levels[8 - rank]).isGreaterThan(1e-9);
  }

  /** The root of purity / rank, within three, over ten random starts. */
  @ParameterizedTest
  @CsvSource({"1, 0.3", "1, 0.5", "4, 0.5"})
  void predictions_are_off_by_about_the_root_of_purity_over_rank(int rank, double step) {
    var first = PauliSum.parse("XYZXYZ");
    var second = PauliSum.parse("ZZIIXX");
    HypothesisState full =
        HypothesisState.maximallyMixed(6).toward(first, step).toward(second, step);
    HermitianMatrix density = HermitianMatrix.of(full.matrix());
    double expected = Math.sqrt(density.traceOfProduct(density) / rank);
    double square = 0;
    for (int k = 0; k < 10; k++) {
      HypothesisState low = HypothesisState.lowRank(6, rank, SEED.child(k));
      low = low.toward(first, step).toward(second, step);
      double off =
          low.expectation(PauliString.of("YIZXII")) - full.expectation(PauliString.of("YIZXII"));
      square += off * off / 10;
    }

    assertThat(Math.sqrt(square)).isBetween(expected / 4, 3 * expected);
  }

  @Test
  void what_is_too_large_is_refused_with_the_reason() {
    assertThatThrownBy(() -> HypothesisState.lowRank(11, 1, SEED))
        .hasMessage(
            "a hypothesis of low rank has 1 to 10 qubits, not 11: its exponent takes 16 * 4^n"
                + " bytes");
    assertThatThrownBy(() -> HypothesisState.lowRank(2, 5, SEED))
        .hasMessage("a hypothesis of rank 5; on 2 qubits it is 1 to 4");
  }
}
