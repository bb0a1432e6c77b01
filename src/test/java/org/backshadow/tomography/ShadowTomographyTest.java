package org.backshadow.tomography;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.backshadow.circuit.Circuit;
import org.backshadow.hypothesis.UpdateRule;
import org.backshadow.pauli.PauliString;
import org.backshadow.pauli.PauliSum;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShadowTomographyTest {
  private static final Circuit STATE = Circuit.of(2).ry(0, 0.7).cx(0, 1).rx(1, 0.5).rz(0, 1.1);

  /** All strings but the identity, in random order. */
  private static List<PauliString> allStrings(int qubits, long seed) {
    var strings = new ArrayList<PauliString>();
    for (long x = 0; x < 1L << qubits; x++) {
      for (long z = 0; z < 1L << qubits; z++) {
        if ((x | z) != 0) {
          strings.add(new PauliString(qubits, x, z));
        }
      }
    }
    Collections.shuffle(strings, new Random(seed));
    return strings;
  }

  /** A random graph state, each qubit turned a little. */
  private static Circuit tiltedGraph(int qubits, long seed) {
    var random = new Random(seed);
    Circuit circuit = Circuit.of(qubits);
    for (int q = 0; q < qubits; q++) {
      circuit = circuit.h(q);
    }
    for (int a = 0; a < qubits; a++) {
      for (int b = a + 1; b < qubits; b++) {
        circuit = random.nextBoolean() ? circuit.cz(a, b) : circuit;
      }
    }
    for (int q = 0; q < qubits; q++) {
      circuit = circuit.ry(q, 0.2 * random.nextGaussian());
    }
    return circuit;
  }

  @Test
  void all_strings_of_two_qubits_are_within_epsilon() {
    var strings = allStrings(2, 1);
    var run = ShadowTomography.of(STATE, strings).epsilon(0.15).seed(3);
    var referee = ExactReferee.of(STATE);

    double[] values = run.values();

    for (int k = 0; k < values.length; k++) {
      assertThat(values[k])
          .as("%s", strings.get(k))
          .isCloseTo(referee.expectation(PauliSum.of(strings.get(k))), within(0.15));
    }
    assertThat(run.steps().rowCount()).isGreaterThanOrEqualTo(15);
    assertThat(run.table().rowCount()).isEqualTo(15);
    assertThat(run.hypothesis(15).relativeEntropy())
        .isLessThan(run.hypothesis(1).relativeEntropy());
  }

  /**
   * The family with many mistakes, at epsilon 1 of the paper's gradient, 0.5 here: about n mistakes
   * by projection, where 8 n ln 2 / 0.25 = 22 n are possible.
   */
  @ParameterizedTest
  @CsvSource({"1,1", "2,2", "3,4", "4,4", "5,5.5", "6,6"})
  void the_hard_family_makes_about_as_many_mistakes_as_there_are_qubits(
      int qubits, double expected) {
    double mistakes = 0;
    for (long seed = 0; seed < 3; seed++) {
      var run =
          ShadowTomography.of(tiltedGraph(qubits, seed), allStrings(qubits, seed))
              .epsilon(0.5)
              .seed(seed);
      var referee = ExactReferee.of(tiltedGraph(qubits, seed));
      double[] values = run.values();
      int k = 0;
      for (PauliString string : allStrings(qubits, seed)) {
        assertThat(values[k++]).isCloseTo(referee.expectation(PauliSum.of(string)), within(0.5));
      }
      mistakes += run.steps().booleanColumn("update").countTrue() / 3.0;
    }

    assertThat(mistakes).isBetween(expected / 2, 2 * expected).isLessThan(22.2 * qubits);
  }

  @Test
  void exact_batches_have_a_real_disturbance_within_the_proven_one() {
    var run =
        ShadowTomography.of(STATE, List.of("ZI", "XX", "YZ", "IX"))
            .epsilon(0.6)
            .delta(0.9)
            .exact()
            .copiesPerBatch(30);
    var steps = run.steps();

    for (int row = 0; row < steps.rowCount(); row++) {
      assertThat(steps.doubleColumn("disturbance real").get(row))
          .isLessThanOrEqualTo(steps.doubleColumn("disturbance proven").get(row) + 1e-12);
    }
    assertThat(run.isProven()).isFalse();
    assertThat(run.toString()).contains("unproven");
    assertThat(run.plot().title()).contains("unproven");
  }

  @Test
  void update_rules_and_seeds_change_the_run_and_nothing_else_does() {
    var run = ShadowTomography.of(STATE, allStrings(2, 1)).epsilon(0.3).seed(1);

    assertThat(run.values()).containsExactly(run.seed(1).values());
    assertThat(run.update(UpdateRule.GAP_STEP).values()).isNotEqualTo(run.values());
    assertThat(run.seed(2).values()).isNotEqualTo(run.values());
  }

  @Test
  void what_cannot_be_asked_is_refused() {
    assertThatThrownBy(() -> ShadowTomography.of(STATE, List.of()))
        .hasMessage("shadowTomography: there are no observables, so no Pauli strings to ask for");
    assertThatThrownBy(() -> ShadowTomography.of(STATE, List.of("XYZ")))
        .hasMessage("shadowTomography: XYZ has 3 qubits, the circuit 2");
    assertThatThrownBy(() -> ShadowTomography.of(STATE, List.of("XI")).epsilon(0))
        .hasMessage("shadowTomography: epsilon is 0.0; the largest error must be positive");
    assertThatThrownBy(() -> ShadowTomography.of(STATE, List.of("XI")).hypothesis(2))
        .hasMessage("there is no string 2 (valid: 1..1)");
  }
}
