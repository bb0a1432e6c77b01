package org.backshadow.shadow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.backshadow.circuit.Angle;
import org.backshadow.circuit.Circuit;
import org.backshadow.pauli.PauliString;
import org.backshadow.pauli.PauliSum;
import org.backshadow.state.Simulator;
import org.backshadow.testing.Samples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ClassicalShadowTest {
  private static final PauliSum OBSERVABLE = PauliSum.parse("0.5*ZZI - 1.2*XII + IYX + 0.25*III");

  private static Circuit complexState() {
    return Samples.of(6).circuit(Samples.Shape.of(3, 15).bound());
  }

  private static ClassicalShadow shadow() {
    return ClassicalShadow.of(complexState()).snapshots(2000).seed(7);
  }

  static List<UnaryOperator<ClassicalShadow>> appendable() {
    return List.of(
        s -> s,
        ClassicalShadow::clifford,
        s -> s.locallyBiased(OBSERVABLE),
        s -> s.readoutErrors(0.02, 0.05).calibrated(300));
  }

  static List<String> texts(ClassicalShadow shadow) {
    Snapshots snapshots = shadow.run().snapshots();
    return IntStream.range(0, snapshots.size()).mapToObj(snapshots::text).toList();
  }

  @ParameterizedTest
  @MethodSource("appendable")
  void appending_gives_the_longer_shadow_bit_for_bit(UnaryOperator<ClassicalShadow> kind) {
    ClassicalShadow start = kind.apply(shadow().snapshots(400));

    ClassicalShadow appended = start.append(100).append(300);
    ClassicalShadow whole = start.snapshots(800);

    assertThat(texts(appended)).isEqualTo(texts(whole));
    assertThat(appended.estimate(OBSERVABLE).value()).isEqualTo(whole.estimate(OBSERVABLE).value());
    assertThat(appended.estimate(OBSERVABLE).standardError())
        .isEqualTo(whole.estimate(OBSERVABLE).standardError());
    assertThat(appended.cost().copies()).isEqualTo(whole.cost().copies());
    assertThat(appended.cost().gates()).isEqualTo(whole.cost().gates());
    assertThat(texts(start)).isEqualTo(texts(whole).subList(0, 400));
  }

  /** Six standard errors each; chance leaves them in 2e-9 of the cases. */
  @ParameterizedTest
  @MethodSource("appendable")
  void estimates_are_near_the_exact_value(UnaryOperator<ClassicalShadow> kind) {
    var state = Simulator.run(complexState());
    ClassicalShadow shadow = kind.apply(shadow().snapshots(4000));

    var estimate = shadow.estimate(OBSERVABLE);

    assertThat(estimate.value())
        .isCloseTo(state.expectation(OBSERVABLE), within(6 * estimate.standardError()));
  }

  @ParameterizedTest
  @CsvSource({"6, 4", "7, 5", "10, 6", "10, 3", "11, 11", "5, 1", "9, 2", "1000, 7"})
  void medians_of_means_use_groups_of_nearly_equal_size(int snapshots, int groups) {
    ClassicalShadow shadow = shadow().snapshots(snapshots);
    var data = (ProductSnapshots) shadow.run().snapshots();
    var string = PauliString.of("ZZI");

    double[] means = new double[groups];
    int[] sizes = new int[groups];
    for (int g = 0; g < groups; g++) {
      // Long division by hand: the first snapshot of group g is floor(g T / k).
      int first = g * snapshots / groups;
      int next = (g + 1) * snapshots / groups;
      sizes[g] = next - first;
      for (int t = first; t < next; t++) {
        means[g] += 9.0 * data.sign(t, string) / sizes[g];
      }
    }
    Arrays.sort(means);
    Arrays.sort(sizes);
    double median = (means[(groups - 1) / 2] + means[groups / 2]) / 2;

    assertThat(sizes[0]).isPositive();
    assertThat(sizes[groups - 1] - sizes[0]).isLessThanOrEqualTo(1);
    assertThat(shadow.medianOfMeans(groups).estimate("ZZI").value())
        .isCloseTo(median, within(1e-12));
    assertThat(shadow.medianOfMeans(groups).estimate(PauliSum.parse("ZZI + 0*XXX + 2")).value())
        .isCloseTo(2 + median, within(1e-12));
  }

  @Test
  void medians_of_sums_are_medians_of_the_groups_sums() {
    ClassicalShadow shadow = shadow().snapshots(100);
    double[] means = new double[4];
    for (int g = 0; g < 4; g++) {
      means[g] =
          ShadowEnsembleContract.mean(
              new ShadowMeans(shadow.run().snapshots(), shadow.ensemble(), null),
              OBSERVABLE,
              25 * g,
              25 * g + 25);
    }
    Arrays.sort(means);

    assertThat(shadow.medianOfMeans(4).estimate(OBSERVABLE).value())
        .isCloseTo((means[1] + means[2]) / 2, within(1e-12));
  }

  @Test
  void readout_errors_bias_a_shadow_and_the_calibration_mends_it() {
    ClassicalShadow faulty = shadow().snapshots(40_000).readoutErrors(0.05, 0.15);
    double exact = Simulator.run(complexState()).expectation(OBSERVABLE);

    var biased = faulty.estimate(OBSERVABLE);
    var mended = faulty.calibrated(20_000).estimate(OBSERVABLE);

    assertThat(Math.abs(biased.value() - exact)).isGreaterThan(6 * biased.standardError());
    assertThat(mended.value()).isCloseTo(exact, within(5 * mended.standardError()));
    assertThat(mended.copies()).isEqualTo(60_000);
  }

  /**
   * The calibration's own error is in the intervals: 300 shadows whose calibration is the smaller
   * part. 95 % of 300 are 285 with the deviation 3.8; five of those.
   */
  @Test
  void intervals_of_a_calibrated_shadow_cover() {
    Circuit circuit = Circuit.of(2).ry(0, 0.4).cx(0, 1);
    PauliSum observable = PauliSum.parse("ZZ + ZI");
    double exact = Simulator.run(circuit).expectation(observable);

    int covered = 0;
    for (int seed = 0; seed < 300; seed++) {
      var shadow = ClassicalShadow.of(circuit).snapshots(6000).readoutErrors(0.1, 0.2).seed(seed);
      covered += shadow.calibrated(200).estimate(observable).interval(0.95).contains(exact) ? 1 : 0;
    }

    assertThat(covered).isBetween(266, 300);
  }

  @Test
  void a_calibration_that_knows_too_little_is_refused() {
    var shadow = shadow().readoutErrors(0.5, 0.5).calibrated(50);

    assertThatThrownBy(() -> shadow.estimate("ZZZ"))
        .hasMessageStartingWith("ZZZ: the calibration leaves its factor at ")
        .hasMessageEndingWith("within two standard errors of 0; take more calibration snapshots");
  }

  @Test
  void all_paulis_are_the_single_estimates() {
    for (ClassicalShadow shadow : List.of(shadow(), shadow().snapshots(200).clifford())) {
      AllPaulis all = shadow.allPaulis();
      for (int x = 0; x < 8; x++) {
        for (int z = 0; z < 8; z++) {
          String letters = new PauliString(3, x, z).toString();
          assertThat(all.value(letters))
              .as(letters)
              .isCloseTo(shadow.estimate(letters).value(), within(1e-12));
        }
      }
      assertThat(all.values()[0]).isEqualTo(1);
    }
  }

  /** Fidelity with a state is an observable: its sum of many strings takes the other way round. */
  @Test
  void fidelity_of_the_prepared_state_is_one_and_of_another_the_overlap() {
    Circuit other = Samples.of(8).circuit(Samples.Shape.of(3, 15).bound());
    double overlap = Simulator.run(complexState()).fidelity(Simulator.run(other));
    ClassicalShadow clifford = shadow().clifford().snapshots(3000);

    var own = clifford.fidelity(complexState());
    var cross = clifford.fidelity(other);

    assertThat(own.value()).isCloseTo(1, within(6 * own.standardError()));
    // At most 3 tr O^2 = 3 a snapshot.
    assertThat(own.standardError()).isLessThan(Math.sqrt(3.0 / 3000) * 1.2);
    assertThat(cross.value()).isCloseTo(overlap, within(6 * cross.standardError()));
    assertThat(shadow().fidelity(other).value())
        .isCloseTo(overlap, within(6 * shadow().fidelity(other).standardError()));
  }

  @Test
  void the_bound_counts_by_the_formulas_of_the_source() {
    ShadowBound bound = shadow().bound(PauliSum.parse("2*ZZI")).epsilon(0.1);

    // 68 ln(2/0.05) 36 / 0.01, 1.96^2 36 / 0.01, 1.96^2 4 / 0.01
    assertThat(bound.guarantee()).isEqualTo((long) Math.ceil(68 * Math.log(40) * 3600));
    assertThat(bound.worstCase()).isEqualTo(13_830);
    assertThat(bound.grouped()).isEqualTo(1537);
    // A ninth of 2,000 snapshots reads the string: 222 +- 14 hits, five of those.
    assertThat(bound.variance()).isBetween(9_500L, 18_200L);
    assertThat(bound.used()).isEqualTo(2000);
    assertThat(bound.confidence(0.99).worstCase()).isGreaterThan(20_000);
    assertThat(bound.table().columnNames()).containsExactly("copies", "by", "holds for");
    assertThatThrownBy(() -> bound.epsilon(0))
        .hasMessage("bound: epsilon is 0.0; it must be a positive error");
  }

  /** The bound by pairs holds for every state: the exact variance of sums is below it. */
  @Test
  void no_state_has_more_than_the_worst_variance() {
    Samples.each(
        20,
        1,
        samples -> {
          PauliSum observable = samples.pauliSum(2, 5);
          Circuit circuit = samples.circuit(Samples.Shape.of(2, 10).bound());
          var shadow = ClassicalShadow.of(circuit).snapshots(4000);
          double seen = shadow.estimate(observable).standardError();

          double worst = shadow.bound(observable).worstVariance();

          // The sample variance itself is uncertain by a few percent.
          assertThat(seen * seen * 4000).isLessThanOrEqualTo(1.25 * worst + 1e-9);
        });
  }

  @Test
  void groups_beside_the_shadow_cost_the_same_and_err_less_for_a_local_sum() {
    ClassicalShadow shadow = shadow();
    double exact = Simulator.run(complexState()).expectation(OBSERVABLE);

    var grouped = shadow.grouped(OBSERVABLE);

    assertThat(grouped.copies()).isEqualTo(2000);
    assertThat(grouped.value()).isCloseTo(exact, within(6 * grouped.standardError()));
    assertThat(grouped.standardError()).isLessThan(shadow.estimate(OBSERVABLE).standardError());
    assertThat(shadow.compare(OBSERVABLE).rowCount()).isEqualTo(3);
  }

  @Test
  void values_say_what_they_are() {
    assertThat(shadow())
        .hasToString("classical shadow of 3 qubits: 2,000 snapshots, random Pauli bases, seed 7");
    assertThat(shadow().estimate("ZZI").toString())
        .endsWith(" (95 %), 2,000 copies, random Pauli bases, seed 7");
    assertThat(shadow().medianOfMeans(10).estimate("ZZI").toString())
        .contains("median of 10 means, random Pauli bases, seed 7");
    assertThat(shadow().table().rowCount()).isEqualTo(10);
    assertThat(shadow().allPaulis().toString()).startsWith("64 Pauli strings from 2,000 snapshots");
  }

  @Test
  void what_cannot_be_is_refused_when_the_plan_is_built() {
    assertThatThrownBy(() -> shadow().snapshots(1))
        .hasMessage("classicalShadow: 1 snapshots; at least 2 are needed");
    assertThatThrownBy(() -> ClassicalShadow.of(Circuit.of(1).rx(0, Angle.parameter("a"))))
        .hasMessage("parameters without values: a; bind the circuit first");
    assertThatThrownBy(() -> shadow().snapshots(Integer.MAX_VALUE))
        .hasMessageMatching(
            "2,147,483,647 snapshots need [\\d,]+ MB \\(81 bytes each\\) but [\\d,]+ MB of heap are"
                + " free\\. Raise -Xmx or take fewer");
    assertThatThrownBy(() -> ClassicalShadow.of(Circuit.of(40).t(0)))
        .hasMessageContaining("40 qubits need 48.0 TiB");
    assertThatThrownBy(() -> shadow().estimate("ZZ"))
        .hasMessage("the observable has 2 qubits but the shadow has 3");
    assertThatThrownBy(() -> shadow().medianOfMeans(2001))
        .hasMessage("medianOfMeans: 2,001 groups of 2,000 snapshots; possible are 1 to 2,000");
    assertThatThrownBy(() -> shadow().append(0)).hasMessage("append: 0 snapshots; at least 1");
    assertThatThrownBy(() -> shadow().calibrated(1))
        .hasMessage("calibrated: 1 snapshots of |0...0>; at least 2 are needed");
    assertThatThrownBy(() -> shadow().derandomized())
        .hasMessage("derandomized: name the observables to choose bases for");
    assertThatThrownBy(() -> shadow().fidelity(Circuit.of(2)))
        .hasMessage("fidelity: the target has 2 qubits but the shadow has 3");
  }
}
