package org.backshadow.shadow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.function.LongFunction;
import org.backshadow.circuit.Circuit;
import org.backshadow.measure.Copies;
import org.backshadow.measure.simulated.SimulatedCopies;
import org.backshadow.pauli.PauliString;
import org.backshadow.pauli.PauliSum;
import org.backshadow.resources.Ledger;
import org.backshadow.resources.Seed;
import org.backshadow.state.Simulator;
import org.backshadow.testing.LyingDoor;
import org.backshadow.testing.Samples;
import org.backshadow.testing.TracingDoor;
import org.junit.jupiter.api.Test;

/**
 * What every ensemble has to keep: without bias and with the stated variance, exactly, by going
 * over all settings and outcomes; intervals that cover; counted; repeatable; blind.
 */
interface ShadowEnsembleContract {
  /** An ensemble that reads every string of the observable. */
  ShadowEnsemble ensemble(PauliSum observable, int snapshots);

  /**
   * A way to measure one copy.
   *
   * @param probability of the setting
   * @param readout as a circuit
   * @param snapshot what an outcome is as data
   */
  record Setting(double probability, Circuit readout, LongFunction<Snapshots> snapshot) {}

  /** All settings of the ensemble. */
  List<Setting> settings(ShadowEnsemble ensemble, int qubits);

  /** The largest register whose settings are gone over. */
  int mostQubits();

  /** Each of the 2,000 estimates whose intervals are counted takes so many snapshots. */
  int coverageSnapshots();

  /** A state with complex amplitudes, so that strings with an odd number of Y have values. */
  private static Circuit complexState(Samples samples, int n) {
    return samples.circuit(Samples.Shape.of(n, 12).bound());
  }

  /** The mean over the snapshots from..to-1, one string of weight w at a time. */
  static double mean(ShadowMeans means, PauliSum observable, int from, int to) {
    double mean = observable.constant();
    for (PauliSum.Term term : means.weighted(observable).terms()) {
      double signs = means.snapshots().tally(term.string(), from, to).sum();
      mean += term.coefficient() * signs / (to - from);
    }
    return mean;
  }

  /** First and second moment of one snapshot's estimate, over all settings and outcomes. */
  private double[] moments(ShadowEnsemble ensemble, Circuit circuit, PauliSum observable) {
    double first = 0;
    double second = 0;
    double total = 0;
    for (Setting setting : settings(ensemble, circuit.qubits())) {
      double[] p = Simulator.run(circuit.then(setting.readout())).probabilities().values();
      for (int outcome = 0; outcome < p.length; outcome++) {
        var means = new ShadowMeans(setting.snapshot().apply(outcome), ensemble, null);
        double value = mean(means, observable, 0, 1);
        double weight = setting.probability() * p[outcome];
        total += weight;
        first += weight * value;
        second += weight * value * value;
      }
    }
    assertThat(total).isCloseTo(1, within(1e-12));
    return new double[] {first, second};
  }

  @Test
  default void over_all_settings_and_outcomes_the_mean_is_the_expectation_value() {
    Samples.each(
        25,
        1,
        samples -> {
          int n = samples.between(1, mostQubits());
          Circuit circuit = complexState(samples, n);
          PauliSum observable =
              samples.pauliSum(n, 4).plus(PauliSum.of(PauliString.of("Y".repeat(n))));

          double mean = moments(ensemble(observable, 40), circuit, observable)[0];

          double exact = Simulator.run(circuit).expectation(observable);
          assertThat(mean).isCloseTo(exact, within(1e-12 * (1 + observable.oneNorm())));
        });
  }

  @Test
  default void a_strings_variance_is_one_over_its_probability_less_its_square() {
    Samples.each(
        25,
        1,
        samples -> {
          int n = samples.between(1, mostQubits());
          Circuit circuit = complexState(samples, n);
          PauliSum observable =
              samples.pauliSum(n, 3).plus(PauliSum.of(PauliString.of("Y".repeat(n))));
          PauliString string =
              observable.terms().get(samples.below(observable.terms().size())).string();
          ShadowEnsemble ensemble = ensemble(observable, 40);

          double[] moments = moments(ensemble, circuit, PauliSum.of(string));

          double exact = Simulator.run(circuit).expectation(string.toString());
          assertThat(moments[1]).isCloseTo(1 / ensemble.probability(string), within(1e-11));
          assertThat(moments[0]).isCloseTo(exact, within(1e-12));
        });
  }

  @Test
  default void probabilities_are_the_shares_of_the_settings() {
    Samples.each(
        25,
        1,
        samples -> {
          int n = samples.between(1, mostQubits());
          PauliSum observable =
              samples.pauliSum(n, 3).plus(PauliSum.of(PauliString.of("Y".repeat(n))));
          ShadowEnsemble ensemble = ensemble(observable, 40);
          PauliString a = samples.pauliString(n);
          PauliString b = samples.pauliString(n);

          double alone = 0;
          double both = 0;
          for (Setting setting : settings(ensemble, n)) {
            Snapshots one = setting.snapshot().apply(0);
            boolean readsA = one.tally(a, 0, 1).hits() == 1;
            boolean readsB = one.tally(b, 0, 1).hits() == 1;
            alone += readsA ? setting.probability() : 0;
            both += readsA && readsB ? setting.probability() : 0;
          }

          assertThat(ensemble.probability(a)).isCloseTo(alone, within(1e-12));
          assertThat(ensemble.probability(a, b)).as("%s %s", a, b).isCloseTo(both, within(1e-12));
        });
  }

  /**
   * 2,000 intervals at 95 %: 93 to 97 % is four deviations (0.5 % each) of the count itself, which
   * chance leaves in 6 of 100,000 cases.
   */
  @Test
  default void intervals_cover_as_often_as_they_say() {
    Samples samples = Samples.of(11);
    Circuit circuit = complexState(samples, 2);
    PauliSum observable = PauliSum.parse("0.7*XY - 0.4*ZI + 0.9*YI + 0.3*II - 0.5*YZ");
    double exact = Simulator.run(circuit).expectation(observable);
    ShadowEnsemble ensemble = ensemble(observable, coverageSnapshots());

    int covered = 0;
    for (int repeat = 0; repeat < 2000; repeat++) {
      Copies copies = new SimulatedCopies(Ledger.unlimited(), new Seed(repeat));
      Snapshots snapshots =
          ensemble.measure(
              copies.prepare(circuit), 0, coverageSnapshots(), new Seed(repeat).child("bases"));
      var estimate = new ShadowMeans(snapshots, ensemble, null).estimate(observable);
      covered += estimate.interval(0.95).contains(exact) ? 1 : 0;
    }

    assertThat(covered).isBetween(1860, 1940);
  }

  @Test
  default void the_snapshots_are_the_copies_by_an_independent_tally() {
    var door = new TracingDoor(new SimulatedCopies(Ledger.unlimited(), new Seed(1)));
    Circuit circuit = complexState(Samples.of(3), 3);
    PauliSum observable = PauliSum.parse("XYZ + ZZI");

    ensemble(observable, 60).measure(door.prepare(circuit), 0, 60, new Seed(2));

    var cost = door.ledger().cost();
    assertThat(cost.copies()).isEqualTo(door.copies()).isEqualTo(60);
    assertThat(cost.circuits()).isEqualTo(door.circuits());
    assertThat(cost.gates()).isEqualTo(door.gates());
    assertThat(cost.depth()).isEqualTo(door.depth());
  }

  /** X after a state of Z = 1: who looks at the circuit says 1, who measures says -1. */
  @Test
  default void estimates_follow_a_door_that_lies() {
    PauliSum observable = PauliSum.parse("ZI + IZ");
    ShadowEnsemble ensemble = ensemble(observable, 2000);
    var door =
        new LyingDoor(
            new SimulatedCopies(Ledger.unlimited(), new Seed(1)), Circuit.of(2).x(0).x(1));

    Snapshots snapshots = ensemble.measure(door.prepare(Circuit.of(2)), 0, 2000, new Seed(2));

    var estimate = new ShadowMeans(snapshots, ensemble, null).estimate(observable);
    assertThat(estimate.value()).isCloseTo(-2, within(6 * estimate.standardError() + 1e-9));
  }

  @Test
  default void the_same_seed_gives_the_same_snapshots_and_another_one_others() {
    PauliSum observable = PauliSum.parse("XYZ + ZZI");
    ShadowEnsemble ensemble = ensemble(observable, 50);

    assertThat(texts(ensemble, 1)).isEqualTo(texts(ensemble, 1)).isNotEqualTo(texts(ensemble, 2));
  }

  private static List<String> texts(ShadowEnsemble ensemble, long seed) {
    Copies copies = new SimulatedCopies(Ledger.unlimited(), new Seed(seed));
    Circuit circuit = complexState(Samples.of(3), 3);
    Snapshots snapshots =
        ensemble.measure(copies.prepare(circuit), 0, 50, new Seed(seed).child("bases"));
    return java.util.stream.IntStream.range(0, 50).mapToObj(snapshots::text).toList();
  }
}
