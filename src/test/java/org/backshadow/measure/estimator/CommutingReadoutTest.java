package org.backshadow.measure.estimator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.backshadow.circuit.Circuit;
import org.backshadow.estimate.Estimate;
import org.backshadow.measure.Readout;
import org.backshadow.pauli.Grouping;
import org.backshadow.pauli.PauliString;
import org.backshadow.pauli.PauliSum;
import org.backshadow.resources.Seed;
import org.backshadow.state.Simulator;
import org.backshadow.testing.ExactDoor;
import org.backshadow.testing.NaiveMatrix;
import org.backshadow.testing.Samples;
import org.junit.jupiter.api.Test;

class CommutingReadoutTest {
  private static List<PauliString> commuting(Samples samples, int n) {
    var strings = new ArrayList<PauliString>();
    for (int tries = 0; tries < 12; tries++) {
      PauliString candidate = samples.pauliString(n);
      if (strings.stream().allMatch(candidate::commutesWith)) {
        strings.add(candidate);
      }
    }
    return strings;
  }

  /**
   * Column j of the circuit's matrix has eigenvalue sign(P, i) in row i: C P = sign C, entrywise.
   */
  @Test
  void the_circuit_turns_every_string_into_the_signs_that_it_says() {
    Samples.each(
        300,
        1,
        samples -> {
          int n = samples.between(1, 4);
          List<PauliString> strings = commuting(samples, n);
          CommutingReadout readout = CommutingReadout.of(n, strings);

          NaiveMatrix c = NaiveMatrix.of(readout.circuit());
          for (PauliString string : strings) {
            NaiveMatrix image = c.times(NaiveMatrix.of(string)).times(c.adjoint());
            for (int i = 0; i < 1 << n; i++) {
              assertThat(image.re(i, i)).isCloseTo(readout.sign(string, i), within(1e-12));
            }
          }
          assertThat(readout.circuit().size()).isLessThanOrEqualTo(2 * n * n + 2 * n);
        });
  }

  @Test
  void strings_that_commute_qubit_by_qubit_are_read_without_entangling_gates() {
    var strings = List.of(PauliString.of("XIY"), PauliString.of("XZI"), PauliString.of("IZY"));

    assertThat(CommutingReadout.of(3, strings).circuit())
        .isEqualTo(Readout.of(PauliString.of("XZY")));
  }

  @Test
  void the_bell_basis_reads_xx_yy_and_zz_together() {
    var strings = List.of(PauliString.of("XX"), PauliString.of("YY"), PauliString.of("ZZ"));
    CommutingReadout readout = CommutingReadout.of(2, strings);

    assertThat(readout.circuit()).isEqualTo(Circuit.of(2).cx(0, 1).h(0));
    for (long outcome = 0; outcome < 4; outcome++) {
      // XX YY = -ZZ
      assertThat(readout.sign(strings.get(0), outcome) * readout.sign(strings.get(1), outcome))
          .isEqualTo(-readout.sign(strings.get(2), outcome));
    }
  }

  @Test
  void strings_that_do_not_commute_are_refused() {
    assertThatThrownBy(
            () -> CommutingReadout.of(2, List.of(PauliString.of("XI"), PauliString.of("ZI"))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("XI and ZI do not commute, so no circuit reads both");
    assertThatThrownBy(
            () -> CommutingReadout.of(1, List.of(PauliString.of("X"))).sign(PauliString.of("Z"), 0))
        .hasMessage("Z is not among the strings of this readout");
  }

  @Test
  void the_estimator_is_exact_without_chance_and_needs_no_more_groups() {
    Samples.each(
        200,
        1,
        samples -> {
          int n = samples.between(1, 4);
          Circuit circuit = samples.circuit(Samples.Shape.of(n, 10).bound());
          List<PauliSum> observables =
              List.of(samples.pauliSum(n, 1), samples.pauliSum(n, 6), samples.pauliSum(n, 4));

          List<Estimate> estimates =
              new CommutingEstimator(100)
                  .estimate(observables, new ExactDoor().prepare(circuit), new Seed(0));

          for (int k = 0; k < observables.size(); k++) {
            assertThat(estimates.get(k).value())
                .isCloseTo(Simulator.run(circuit).expectation(observables.get(k)), within(1e-11));
          }
        });
  }

  @Test
  void groups_hold_each_term_once_and_only_strings_that_commute() {
    Samples.each(
        100,
        1,
        samples -> {
          PauliSum sum = samples.pauliSum(samples.between(1, 5), 20);

          List<PauliSum> groups = Grouping.commuting(sum);

          var terms = new ArrayList<PauliSum.Term>();
          for (PauliSum group : groups) {
            terms.addAll(group.terms());
            for (PauliSum.Term a : group.terms()) {
              assertThat(group.terms())
                  .allSatisfy(b -> assertThat(a.string().commutesWith(b.string())).isTrue());
            }
          }
          assertThat(terms)
              .containsExactlyInAnyOrderElementsOf(
                  sum.terms().stream().filter(t -> !t.string().isIdentity()).toList());
        });
  }
}
