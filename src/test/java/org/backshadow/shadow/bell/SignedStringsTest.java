package org.backshadow.shadow.bell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.backshadow.circuit.Circuit;
import org.backshadow.measure.Copies;
import org.backshadow.measure.simulated.SimulatedCopies;
import org.backshadow.pauli.PauliString;
import org.backshadow.resources.Ledger;
import org.backshadow.resources.Seed;
import org.backshadow.testing.LyingDoor;
import org.backshadow.testing.NaiveMatrix;
import org.backshadow.testing.Samples;
import org.junit.jupiter.api.Test;

class SignedStringsTest {
  private static double exact(PauliString string, Circuit circuit) {
    return NaiveMatrix.of(string).expectation(NaiveMatrix.state(circuit));
  }

  private static Copies door(long seed) {
    return new SimulatedCopies(Ledger.unlimited(), new Seed(seed));
  }

  /**
   * Also of strings with an odd number of Y: the states have complex amplitudes. Squares are known
   * to 6 standard errors of 1 / sqrt(pairs); a wrong sign has the probability 0.05 a sample, so two
   * of 20 samples may have one (three: 0.075).
   */
  @Test
  void significant_strings_have_their_values_and_signs() {
    int[] wrong = {0};
    Samples.each(
        20,
        1,
        samples -> {
          int n = samples.between(1, 3);
          Circuit circuit =
              samples.circuit(Samples.Shape.of(n, samples.between(4, 12)).bound().controls(1));

          SignedStrings found = BellSampling.of(circuit).pairs(20_000).seed(5).signed(0.4).signs();

          boolean allRight = true;
          for (SignedStrings.Decision decision : found.decisions()) {
            double value = exact(decision.string(), circuit);
            double square = decision.value().value() * decision.value().value();
            assertThat(square).as("%s", decision).isCloseTo(value * value, within(0.043));
            allRight &= !decision.decided() || decision.sign() * value > 0;
          }
          wrong[0] += allRight ? 0 : 1;
          for (int index = 1; index < 1 << 2 * n; index++) {
            var string = new PauliString(n, index & ((1 << n) - 1), index >>> n);
            if (Math.abs(exact(string, circuit)) > 0.41) {
              assertThat(found.index(string)).as("%s", string).isNotNegative();
            }
          }
        });
    assertThat(wrong[0]).isLessThanOrEqualTo(2);
  }

  @Test
  void a_careful_plan_decides_the_signs_and_all_values_are_within_epsilon() {
    Circuit circuit = BellSamplingTest.circuit();
    double epsilon = 0.5;
    int undecided = 0;
    for (int run = 0; run < 20; run++) {
      SignedBellSampling found = BellSampling.of(circuit).pairs(5000).seed(run).signed(epsilon);
      assertThat(found.guarantee()).contains("at most 0.5 for all");
      undecided += found.signs().undecided();
      for (SignedStrings.Decision decision : found.signs().decisions()) {
        if (decision.decided()) {
          assertThat(decision.value().value())
              .isCloseTo(exact(decision.string(), circuit), within(epsilon));
        }
      }
      for (int index = 1; index < 64; index++) {
        var string = new PauliString(3, index & 7, index >>> 3);
        if (found.signs().index(string) < 0) {
          assertThat(Math.abs(exact(string, circuit))).isLessThan(epsilon);
        }
      }
    }
    assertThat(undecided).as("of %d strings", 20 * 10).isLessThan(5);
  }

  /**
   * A decided sign may be wrong with probability 0.1 a run; 100 runs with more than 27 wrong: 1e-6.
   */
  @Test
  void few_copies_leave_signs_undecided_and_decided_ones_are_right() {
    Circuit circuit = BellSamplingTest.circuit();
    int wrong = 0;
    int undecided = 0;
    for (int run = 0; run < 100; run++) {
      SignedStrings found =
          SignedStrings.measure(door(run).prepare(circuit), 0.5, 0.05, new Seed(run).random());
      undecided += found.undecided();
      wrong +=
          found.decisions().stream()
                  .anyMatch(
                      d ->
                          d.decided()
                              && Math.abs(exact(d.string(), circuit)) > 1e-9
                              && d.sign() * exact(d.string(), circuit) < 0)
              ? 1
              : 0;
    }
    assertThat(undecided).isPositive();
    assertThat(wrong).isLessThanOrEqualTo(27);
  }

  @Test
  void signs_follow_a_door_that_lies() {
    Circuit circuit = Circuit.of(2).h(0).cx(0, 1);
    Circuit lie = Circuit.of(2).z(0);
    var lying = new LyingDoor(door(1), lie);

    SignedStrings found =
        SignedStrings.measure(lying.prepare(circuit), 0.5, 1, new Seed(1).random());

    assertThat(found.decisions()).hasSize(3);
    for (SignedStrings.Decision decision : found.decisions()) {
      assertThat(decision.value().value())
          .isCloseTo(exact(decision.string(), circuit.then(lie)), within(1e-12));
    }
  }

  @Test
  void a_user_sees_values_copies_and_what_is_guaranteed() {
    BellSampling pairs = BellSampling.of(BellSamplingTest.circuit()).pairs(5000).seed(3);
    SignedBellSampling signed = pairs.signed(0.3);

    double value = exact(PauliString.of("IYI"), BellSamplingTest.circuit());
    assertThat(signed.signs().undecided()).isZero();
    assertThat(signed.cost().copies()).isGreaterThan(10_000);
    assertThat(signed.table().columnNames())
        .containsExactly(
            "string", "value", "standard error", "sign", "square (no sign)", "mimicked", "product");
    for (SignedStrings.Decision decision : signed.signs().decisions()) {
      double truth = exact(decision.string(), BellSamplingTest.circuit());
      assertThat(signed.value(decision.string().toString()).value())
          .isCloseTo(truth, within(6 * decision.value().standardError() + 1e-3));
    }
    assertThat(signed.value("III").value()).isEqualTo(1);
    assertThat(Math.abs(signed.value("IYI").value() - value)).isLessThan(0.3);
    assertThat(signed.guarantee())
        .isEqualTo(
            "5,000 pairs prove an error of at most 0.47 for all strings without an undecided sign,"
                + " with confidence 90 % (asked: 0.3)");
    assertThat(signed.toString()).contains("significant strings", "copies", "prove");
    assertThat(pairs.signed(0.3).signs().toString()).isEqualTo(signed.signs().toString());
  }

  /** 2 copies a pair and 1 beside the mimicking state, with single copies for its signs. */
  @Test
  void the_pairs_with_the_mimicking_state_can_be_set_and_few_leave_signs_open() {
    BellSampling pairs = BellSampling.of(BellSamplingTest.circuit()).pairs(5000).seed(3);

    SignedBellSampling few = pairs.signed(0.3).mimickingPairs(20);
    SignedBellSampling more = pairs.signed(0.3).mimickingPairs(2020);

    assertThat(more.cost().copies() - few.cost().copies()).isEqualTo(2000);
    assertThat(few.signs().updates()).isEqualTo(more.signs().updates());
    assertThat(few.signs().undecided()).isGreaterThan(more.signs().undecided());
    assertThatThrownBy(() -> pairs.signed(0.3).mimickingPairs(0))
        .hasMessage("signed: 0 pairs with the mimicking state; at least 1 is needed");
  }

  @Test
  void an_undecided_sign_is_never_shown_as_a_value() {
    SignedBellSampling few = undecided();
    SignedStrings.Decision guess =
        few.signs().decisions().stream().filter(d -> !d.decided()).findFirst().orElseThrow();

    assertThatThrownBy(() -> few.value(guess.string().toString()))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageStartingWith("the sign of " + guess.string() + " is undecided; use more pairs");
    int row = few.signs().index(guess.string());
    assertThat(few.table().column("value").isMissing(row)).isTrue();
    assertThat(few.table().stringColumn("sign").get(row)).isEqualTo("undecided");
    assertThat(few.toString()).contains("undecided");
  }

  /** Ten pairs let many strings look significant, and their signs are nothing. */
  private static SignedBellSampling undecided() {
    for (long seed = 0; seed < 50; seed++) {
      SignedBellSampling signed =
          BellSampling.of(BellSamplingTest.circuit()).pairs(10).seed(seed).signed(0.5);
      if (signed.signs().undecided() > 0) {
        return signed;
      }
    }
    throw new AssertionError("no seed leaves a sign undecided");
  }

  @Test
  void a_state_that_knows_nothing_has_no_significant_strings_and_takes_no_more_copies() {
    SignedStrings none =
        SignedStrings.decide(
            List.of(),
            BellOutcomes.measure(door(1).prepare(Circuit.of(1)), 10),
            door(2).prepare(Circuit.of(1)),
            SignPlan.careful(0.5, 4, 0.1),
            new Seed(1).random());

    assertThat(none.decisions()).isEmpty();
    assertThat(none.updates()).isZero();
    assertThat(none.toString()).startsWith("0 significant strings");
  }
}
