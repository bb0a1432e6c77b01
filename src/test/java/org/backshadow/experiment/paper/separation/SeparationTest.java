package org.backshadow.experiment.paper.separation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicReference;
import org.backshadow.experiment.paper.PaperExperiments;
import org.backshadow.pauli.PauliString;
import org.backshadow.resources.Seed;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Growth factors within those that an independent program measured on the same two tasks. */
class SeparationTest {
  private static final String CLIFFORD = "cliffordShadow (unbiased bases)";
  private static final String BELL = "bellSampling";

  private static double copies(CopiesNeeded results, String method, int qubits) {
    return results.points().stream()
        .filter(p -> p.method().equals(method) && p.qubits() == qubits)
        .findFirst()
        .orElseThrow()
        .copies();
  }

  @Test
  void a_hidden_pauli_takes_copies_that_grow_like_n_by_pairs_and_exponentially_by_singles() {
    CopiesNeeded results = PaperExperiments.hiddenPauli().qubits(2, 3, 4, 5, 6).trials(12).run();

    assertThat(results.isComplete()).isTrue();
    assertThat(results.growth(CLIFFORD).value()).isBetween(2.2, 2.9);
    assertThat(results.power(BELL).value()).isBetween(0.8, 1.8);
    assertThat(copies(results, CLIFFORD, 6)).isGreaterThan(10 * copies(results, BELL, 6));
    assertThat(results.table().rowCount()).isEqualTo(10);
    assertThat(results.copies(BELL)).hasSize(5).endsWith(copies(results, BELL, 6));
    assertThatThrownBy(() -> results.copies("shadow"))
        .hasMessage("\"shadow\" was not measured, but bellSampling, " + CLIFFORD);
    assertThat(results.points()).allMatch(p -> p.successes() >= 8 && p.trials() == 12);
  }

  @Test
  void results_do_not_depend_on_threads_and_repeat_under_a_seed() {
    HiddenPauli plan = PaperExperiments.hiddenPauli().qubits(2, 3, 4).trials(6).seed(3);

    assertThat(plan.threads(1).run().points()).isEqualTo(plan.threads(2).run().points());
    assertThat(plan.seed(4).run().points()).isNotEqualTo(plan.run().points());
    SignedPaulis signed = PaperExperiments.signedPaulis().qubits(1, 2).trials(4).seed(3);
    assertThat(signed.threads(1).run().points()).isEqualTo(signed.threads(2).run().points());
  }

  @Test
  void learners_can_be_asked_for_apart_and_find_what_they_find_together() {
    SignedPaulis plan = PaperExperiments.signedPaulis().qubits(1, 2).trials(4).seed(3);

    CopiesNeeded all = plan.run();
    CopiesNeeded singles = plan.singleCopies().run();
    CopiesNeeded pairs = plan.pairs().run();

    assertThat(singles.methods()).containsExactly("classicalShadow", CLIFFORD);
    assertThat(pairs.methods()).containsExactly(BELL, "magnitudes only, by pairs");
    assertThat(singles.points()).isSubsetOf(all.points());
    assertThat(pairs.points()).isSubsetOf(all.points());
    assertThat(all.points()).hasSize(singles.points().size() + pairs.points().size());
  }

  @Test
  @Tag("full")
  void the_experiments_of_the_paper_have_the_growth_that_was_measured_before() {
    CopiesNeeded hidden = PaperExperiments.hiddenPauli().run();
    assertThat(hidden.growth(CLIFFORD).value()).isBetween(2.2, 2.9);
    assertThat(hidden.power(BELL).value()).isBetween(1.0, 1.8);

    CopiesNeeded signed = PaperExperiments.signedPaulis().run();
    assertThat(signed.growth(CLIFFORD).value()).isBetween(2.2, 2.9);
    assertThat(signed.growth("classicalShadow").value()).isBetween(3.4, 4.6);
    assertThat(signed.power(BELL).value()).isBetween(1.0, 1.8);
    // Where two copies lose: at two qubits the signs alone cost more than single copies do.
    assertThat(copies(signed, BELL, 2)).isGreaterThan(copies(signed, CLIFFORD, 2));
    assertThat(copies(signed, BELL, 6)).isLessThan(copies(signed, CLIFFORD, 6));
  }

  @Test
  void an_interrupt_keeps_the_points_that_are_finished() throws Exception {
    var kept = new AtomicReference<CopiesNeeded>();
    var started = new Thread(() -> kept.set(PaperExperiments.signedPaulis().qubits(1, 7).run()));
    started.start();
    Thread.sleep(1500);
    started.interrupt();
    started.join(20_000);

    CopiesNeeded results = kept.get();
    assertThat(results).isNotNull();
    assertThat(results.isComplete()).isFalse();
    assertThat(results.toString()).contains("(interrupted)");
    assertThat(results.plot().vegaLite().toString()).contains("more points are planned");
  }

  @Test
  void fits_need_three_sizes_and_plans_say_what_is_wrong() {
    CopiesNeeded results = PaperExperiments.hiddenPauli().qubits(2, 3).trials(3).run();

    assertThatThrownBy(() -> results.growth(BELL))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "a fit needs at least 3 sizes; \"bellSampling\" has 2 (measured: bellSampling,"
                + " cliffordShadow (unbiased bases))");
    assertThat(results.fits().rowCount()).isZero();
    assertThat(results.toString()).contains("no fit");
    assertThatThrownBy(() -> PaperExperiments.hiddenPauli().qubits(1))
        .hasMessage("1 qubits are outside 2..10, where the methods can be simulated");
    assertThatThrownBy(() -> PaperExperiments.signedPaulis().qubits())
        .hasMessage("no numbers of qubits given, such as 2, 3, 4");
    assertThatThrownBy(() -> PaperExperiments.signedPaulis().epsilon(1))
        .hasMessage("epsilon is 1.0; an error in an expectation value lies between 0 and 1");
    assertThatThrownBy(() -> PaperExperiments.signedPaulis().trials(0))
        .hasMessage("0 trials; at least 1 is needed");
  }

  @Test
  void the_state_of_a_seed_is_on_the_menu() {
    assertThat(PaperExperiments.tiltedGraphState(3, 5))
        .isEqualTo(TiltedGraphState.random(3, new Seed(5)).circuit());
    assertThatThrownBy(() -> PaperExperiments.tiltedGraphState(0, 1))
        .hasMessage("tiltedGraphState: 0 qubits; at least 1 is needed");
  }

  @Test
  void the_states_have_values_for_strings_with_an_odd_number_of_y() {
    int odd = 0;
    for (int trial = 0; trial < 12; trial++) {
      double[] values = TiltedGraphState.random(3, new Seed(trial)).paulis();
      for (int index = 1; index < 64; index++) {
        var string = new PauliString(3, index & 7, index >>> 3);
        odd +=
            Long.bitCount(string.x() & string.z()) % 2 == 1 && Math.abs(values[index]) > 0.5
                ? 1
                : 0;
      }
    }
    assertThat(odd).isGreaterThan(12);
  }
}
