package org.backshadow.gradient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import org.apache.commons.math3.distribution.BinomialDistribution;
import org.backshadow.hypothesis.UpdateRule;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tech.tablesaw.api.Table;

class BackpropRunTest {
  private static double entry(Table ledger, String resource) {
    Table row = ledger.where(ledger.stringColumn("resource").isEqualTo(resource));
    return row.doubleColumn("used").get(0);
  }

  /**
   * 36 runs at the default setting, epsilon 0.4 in the convention of {@code exp(-i theta P)}. Where
   * all zeros would pass, a run proves nothing and is not counted.
   */
  @Test
  void default_runs_are_within_epsilon_for_one_to_six_qubits() {
    int counted = 0;
    for (int n = 1; n <= 6; n++) {
      for (BiFunction<Integer, Long, Evaluation> family :
          List.<BiFunction<Integer, Long, Evaluation>>of(
              (q, s) -> BackpropModels.haar(q, 40, s), (q, s) -> BackpropModels.near(q, 40, s))) {
        for (long seed = 0; seed < 3; seed++) {
          BackpropRun run = BackpropRun.of(family.apply(n, seed)).epsilon(0.2).seed(seed);
          assertThat(run.error()).as("n=%d, seed %d", n, seed).isLessThan(0.2);
          assertThat((double) run.updates()).isLessThan(run.mostUpdates());
          counted += run.isTrivial() ? 0 : 1;
        }
      }
    }
    assertThat(counted).isGreaterThan(25);
  }

  /** Mean numbers of updates of the prototype, three seeds each, on models of the same family. */
  @ParameterizedTest
  @CsvSource({"1,1.33", "2,7", "3,15.33", "4,16", "5,9.33", "6,4"})
  void projection_needs_as_many_updates_as_the_prototype(int qubits, double expected) {
    double updates = 0;
    for (long seed = 0; seed < 3; seed++) {
      updates += BackpropRun.of(BackpropModels.haar(qubits, 40, seed)).seed(seed).updates() / 3.0;
    }

    assertThat(updates).isBetween(expected / 2, expected * 2);
  }

  @ParameterizedTest
  @CsvSource({
    "FIXED_STEP,2,37", "FIXED_STEP,3,52", "FIXED_STEP,4,32.7", "FIXED_STEP,5,17",
    "GAP_STEP,2,18", "GAP_STEP,3,24.3", "GAP_STEP,4,19.3", "GAP_STEP,5,10.7"
  })
  void steps_need_as_many_updates_as_the_prototype(UpdateRule rule, int qubits, double expected) {
    double updates = 0;
    for (long seed = 0; seed < 3; seed++) {
      BackpropRun run =
          BackpropRun.of(BackpropModels.haar(qubits, 40, seed)).update(rule).seed(seed);
      assertThat(run.error()).isLessThan(0.2);
      updates += run.updates() / 3.0;
    }

    assertThat(updates).isBetween(expected / 2, expected * 2);
  }

  /** The prototype's mean over 60 seeds is 4.73, with a standard error of 0.41. */
  @Test
  void gap_steps_on_one_qubit_need_as_many_updates_as_the_prototype() {
    double updates = 0;
    for (long seed = 0; seed < 60; seed++) {
      BackpropRun run =
          BackpropRun.of(BackpropModels.haar(1, 40, seed)).update(UpdateRule.GAP_STEP).seed(seed);
      updates += run.updates() / 60.0;
    }

    assertThat(updates).isBetween(3.1, 6.4);
  }

  /** Of 120 runs that are proven with probability 0.95, fewer than 104 are with less than 1e-3. */
  @Test
  void default_runs_are_nearly_always_proven() {
    int proven = 0;
    for (int n = 1; n <= 3; n++) {
      for (long seed = 0; seed < 20; seed++) {
        proven += BackpropRun.of(BackpropModels.haar(n, 40, seed)).seed(seed).isProven() ? 1 : 0;
        proven += BackpropRun.of(BackpropModels.near(n, 40, seed)).seed(seed).isProven() ? 1 : 0;
      }
    }

    assertThat(new BinomialDistribution(null, 120, 0.95).cumulativeProbability(103))
        .isLessThan(1e-3);
    assertThat(proven).isGreaterThanOrEqualTo(104);
  }

  @Test
  void there_is_a_row_for_each_check_and_one_passes_for_each_layer() {
    BackpropRun run = BackpropRun.of(BackpropModels.haar(2, 40, 1));
    Table steps = run.steps();

    assertThat(steps.rowCount()).isGreaterThanOrEqualTo(40);
    assertThat(steps.columnNames())
        .containsExactly(
            "layer",
            "check",
            "prediction",
            "alarm",
            "measured",
            "update",
            "batch",
            "copies so far",
            "disturbance proven");
    Table passed = steps.where(steps.stringColumn("alarm").isEqualTo(""));
    assertThat(passed.intColumn("layer").asList())
        .containsExactlyElementsOf(IntStream.range(0, 40).mapToObj(k -> 40 - k).toList());
    // the answer of a layer is the prediction that passed
    double[] gradient = run.gradient().values();
    for (int row = 0; row < 40; row++) {
      assertThat(gradient[39 - row])
          .isCloseTo(passed.doubleColumn("prediction").get(row), within(1e-12));
    }
    assertThat(steps.rowCount() - 40).isEqualTo((int) entry(run.ledger(), "alarms"));
    assertThat(entry(run.ledger(), "copies")).isEqualTo(run.cost().copies());
    assertThat(run.batches()).isEqualTo((int) entry(run.ledger(), "alarms") + 1);
  }

  @Test
  void the_hypothesis_comes_closer_to_the_truth_with_every_mistake() {
    BackpropRun run = BackpropRun.of(BackpropModels.haar(2, 40, 0));
    double before = 2 * Math.log(2);
    for (int layer = 40; layer >= 1; layer--) {
      var judged = run.hypothesis(layer);
      assertThat(judged.relativeEntropy()).isLessThanOrEqualTo(before + 1e-9);
      assertThat(judged.traceDistance()).isBetween(0.0, 1.0);
      before = judged.relativeEntropy();
    }
    assertThat(before).isLessThan(Math.log(2));
    assertThatThrownBy(() -> run.hypothesis(41))
        .hasMessage("there is no layer 41; the circuit has 40 gates with parameters");
    assertThat(run.hypothesis(3).toString())
        .startsWith("hypothesis at layer 3 (pauliRotation, t2): hypothesis on 2 qubits");
  }

  /** What the hypothesis predicts at a layer is what that layer answered. */
  @Test
  void the_hypothesis_at_a_layer_predicts_the_populations_of_a_state() {
    var judged = BackpropRun.of(BackpropModels.haar(3, 20, 1)).hypothesis(7);

    double sum = 0;
    for (double p : judged.hypothesis().populations()) {
      assertThat(p).isNotNegative();
      sum += p;
    }
    assertThat(sum).isCloseTo(1, within(1e-12));
  }

  @Test
  void an_unproven_run_says_so_in_every_output() {
    BackpropRun run =
        BackpropRun.of(BackpropModels.haar(1, 8, 1)).epsilon(0.5).exact().copiesPerBatch(10);

    assertThat(run.isProven()).isFalse();
    assertThat(run.toString()).contains("unproven");
    assertThat(run.steps().name()).contains("unproven");
    assertThat(run.ledger().name()).contains("unproven");
    assertThat(run.comparison().stringColumn("how").get(0)).contains("unproven");
    assertThat(run.plot().title()).contains("unproven");
    assertThat(run.gradient().toString()).contains("unproven");
    assertThat(run.gradient().note()).contains("unproven", "batches of 10 copies");
    assertThat(run.gradient().interval(0.9).table().name()).contains("unproven");
    assertThat(run.gradient().plot().alt()).contains("gradient");
  }

  @Test
  void a_proven_run_says_so() {
    BackpropRun run = BackpropRun.of(BackpropModels.haar(1, 40, 0));

    assertThat(run.isProven()).isTrue();
    assertThat(run.toString())
        .contains("(proven, seed 0)", "all zeros would be off by")
        .doesNotContain("unproven", "trivial");
    assertThat(run.plot().title()).doesNotContain("unproven");
  }

  /** Ours: the second pass starts from what the first has learned and finds little to correct. */
  @Test
  void a_second_sweep_makes_fewer_mistakes_than_the_first() {
    int first = 0;
    int second = 0;
    for (long seed = 0; seed < 3; seed++) {
      BackpropRun run = BackpropRun.of(BackpropModels.haar(3, 40, seed)).sweeps(2).seed(seed);
      assertThat(run.error()).isLessThan(0.2);
      boolean again = false;
      Table steps = run.steps();
      for (int row = 0; row < steps.rowCount(); row++) {
        again |=
            row > 0 && steps.intColumn("layer").get(row) > steps.intColumn("layer").get(row - 1);
        first += !again && steps.booleanColumn("update").get(row) ? 1 : 0;
        second += again && steps.booleanColumn("update").get(row) ? 1 : 0;
      }
      assertThat(again).isTrue();
    }
    assertThat(second).isLessThan(first / 2);
    assertThatThrownBy(() -> Gradients.quantumBackprop().sweeps(0))
        .hasMessage("quantumBackprop: 0 sweeps; at least 1 is needed");
  }

  /** Ours: the checks see to the errors; a pure hypothesis may make more mistakes. */
  @ParameterizedTest
  @CsvSource({"2, 1", "4, 1", "4, 4", "6, 1"})
  void a_hypothesis_of_low_rank_is_within_epsilon_too(int qubits, int rank) {
    int full = 0;
    int low = 0;
    for (long seed = 0; seed < 3; seed++) {
      BackpropRun run = BackpropRun.of(BackpropModels.haar(qubits, 40, seed)).seed(seed);
      full += run.updates();
      BackpropRun other = run.lowRank(rank);
      assertThat(other.error()).isLessThan(0.2);
      assertThat(other.toString()).contains("hypothesis of rank " + rank + ": no bound");
      low += other.updates();
    }

    assertThat(low).isBetween(full / 2, 4 * full + 6);
  }

  /** Where the full hypothesis is refused. */
  @Test
  @Tag("full")
  void ten_qubits_take_a_hypothesis_of_low_rank() {
    Evaluation here = BackpropModels.near(10, 40, 1);
    BackpropRun run = BackpropRun.of(here, Gradients.quantumBackprop().lowRank(1));

    assertThat(run.isTrivial()).isFalse();
    assertThat(run.updates()).isPositive();
    assertThat(run.error()).isLessThan(0.2);
    assertThatThrownBy(() -> BackpropRun.of(here))
        .hasMessageContaining("a hypothesis has 1 to 9 qubits, not 10");
  }

  @Test
  void a_barren_model_does_not_look_like_success() {
    BackpropRun run = BackpropRun.of(BackpropModels.haar(1, 40, 1));

    assertThat(run.isTrivial()).isTrue();
    assertThat(run.toString()).contains("the trivial answer is within epsilon");
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 1, 2})
  void exact_runs_of_sixty_copies_stay_within_their_bound(long seed) {
    BackpropRun run =
        BackpropRun.of(BackpropModels.haar(1, 8, seed))
            .epsilon(0.5)
            .delta(0.9)
            .exact()
            .copiesPerBatch(60)
            .seed(seed);

    withinTheirBound(run);
    assertThat(run.error()).isLessThan(0.5);
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 1, 2})
  void exact_runs_of_twelve_copies_of_three_qubits_stay_within_their_bound(long seed) {
    BackpropRun run =
        BackpropRun.of(BackpropModels.haar(2, 8, seed)).epsilon(0.6).delta(0.9).exact().seed(seed);

    assertThat(entry(run.ledger(), "copies in a batch")).isEqualTo(12);
    withinTheirBound(run);
  }

  private static void withinTheirBound(BackpropRun run) {
    Table steps = run.steps();
    for (int row = 0; row < steps.rowCount(); row++) {
      assertThat(steps.doubleColumn("disturbance real").get(row))
          .isLessThanOrEqualTo(steps.doubleColumn("disturbance proven").get(row) + 1e-12);
    }
    assertThat(entry(run.ledger(), "largest disturbance real (trace distance)")).isPositive();
  }

  @Test
  void the_comparison_names_what_was_run_and_what_is_a_formula() {
    Table table = BackpropRun.of(BackpropModels.haar(2, 40, 1)).comparison();

    assertThat(table.stringColumn("method").asList())
        .containsExactly(
            "quantumBackprop",
            "parameterShift",
            "hadamardTest",
            "weakReadout",
            "adjoint",
            "trivial (all zeros)");
    assertThat(table.stringColumn("how").get(1)).isEqualTo("formula (Hoeffding)");
    assertThat(table.doubleColumn("copies").get(1)).isEqualTo(80 * 168);
    assertThat(table.doubleColumn("gate applications").get(4)).isEqualTo(3 * 41 - 2.0);
  }

  /** About 50 updates, each with several eigendecompositions of 64 levels. */
  @ParameterizedTest
  @ValueSource(longs = {0, 1, 2})
  void fifty_updates_on_six_qubits_take_seconds(long seed) {
    long start = System.nanoTime();
    BackpropRun run = BackpropRun.of(BackpropModels.haar(6, 130, seed)).epsilon(0.1).seed(seed);

    assertThat(run.updates()).isBetween(40, 60);
    assertThat((System.nanoTime() - start) / 1e9).isLessThan(10);
    assertThat(run.isTrivial()).isFalse();
    assertThat(run.error()).isLessThan(0.1);
  }

  /** Levels in equal pairs, after many updates: the eigendecomposition ends all the same. */
  @Test
  @Tag("full")
  void many_updates_on_six_qubits_end() {
    BackpropRun run = BackpropRun.of(BackpropModels.haar(6, 300, 1)).epsilon(0.05).seed(1);

    assertThat(run.updates()).isGreaterThan(100);
    assertThat(run.error()).isLessThan(0.05);
  }

  /**
   * 400 runs whose promise holds with probability 0.9 fail at most 59 times but with probability
   * 1e-3 or less (binomial).
   */
  @Test
  @Tag("full")
  void failures_of_four_hundred_runs_are_consistent_with_delta() {
    int failed = 0;
    int runs = 0;
    for (long seed = 0; runs < 400; seed++) {
      BackpropRun run = BackpropRun.of(BackpropModels.haar(2, 40, 100 + seed)).seed(seed);
      if (run.largestComponent() >= 0.4) {
        runs++;
        failed += run.error() > 0.2 ? 1 : 0;
      }
    }

    assertThat(new BinomialDistribution(null, 400, 0.1).cumulativeProbability(59))
        .isGreaterThan(0.998);
    assertThat(failed).isLessThanOrEqualTo(59);
  }
}
