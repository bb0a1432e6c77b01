package org.backshadow.shadow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.backshadow.circuit.Circuit;
import org.backshadow.circuit.propagation.CliffordAction;
import org.backshadow.pauli.PauliString;
import org.backshadow.pauli.PauliSum;
import org.backshadow.resources.Seed;
import org.backshadow.state.Simulator;
import org.backshadow.testing.Reference;
import org.backshadow.testing.Samples;
import org.backshadow.testing.Statistics;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RandomCliffordsTest implements ShadowEnsembleContract {
  @Override
  public ShadowEnsemble ensemble(PauliSum observable, int snapshots) {
    return new RandomCliffords();
  }

  /** A circuit for each measured group of strings: 3, 15 and 135 of them, all alike. */
  @Override
  public List<Setting> settings(ShadowEnsemble ensemble, int qubits) {
    var circuits = groups(qubits).values();
    var settings = new ArrayList<Setting>();
    for (Circuit circuit : circuits) {
      settings.add(
          new Setting(
              1.0 / circuits.size(),
              circuit,
              outcome ->
                  new StabilizerSnapshots(
                      qubits,
                      List.of(
                          RandomCliffords.stabilizers(circuit, outcome, new CliffordAction())))));
    }
    return settings;
  }

  @Override
  public int mostQubits() {
    return 2;
  }

  @Override
  public int coverageSnapshots() {
    return 120;
  }

  /** The strings that a readout measures, without signs. */
  private static String group(Circuit readout) {
    var members = new TreeSet<String>();
    StabilizerGroup.of(RandomCliffords.stabilizers(readout, 0, new CliffordAction()))
        .forEachMember(
            (x, z, sign) -> members.add(new PauliString(readout.qubits(), x, z).toString()));
    return String.join(" ", members);
  }

  /** All groups that circuits of H, S and CX measure, found by trying every gate on each. */
  private static Map<String, Circuit> groups(int n) {
    var found = new LinkedHashMap<String, Circuit>();
    var queue = new ArrayDeque<Circuit>();
    queue.add(Circuit.of(n));
    while (!queue.isEmpty()) {
      Circuit circuit = queue.remove();
      if (found.putIfAbsent(group(circuit), circuit) == null) {
        for (int q = 0; q < n; q++) {
          queue.add(Circuit.of(n).h(q).then(circuit));
          queue.add(Circuit.of(n).s(q).then(circuit));
          for (int p = 0; p < n; p++) {
            if (p != q) {
              queue.add(Circuit.of(n).cx(q, p).then(circuit));
            }
          }
        }
      }
    }
    return found;
  }

  @Test
  void the_measured_groups_are_all_and_as_many_as_there_are() {
    assertThat(groups(1)).hasSize(3);
    assertThat(groups(2)).hasSize(15);
    assertThat(groups(3)).hasSize(135);
  }

  /** Chi-square over all groups; chance falls below 1e-6 in one of a million runs. */
  @Test
  void the_measured_group_is_uniform() {
    for (int n = 1; n <= 3; n++) {
      var counts = new HashMap<String, Long>();
      int draws = 200 * groups(n).size();
      for (int t = 0; t < draws; t++) {
        counts.merge(group(RandomClifford.draw(n, new Seed(n).child(t).random())), 1L, Long::sum);
      }
      var names = List.copyOf(groups(n).keySet());
      double[] expected = names.stream().mapToDouble(g -> 200).toArray();
      long[] observed = names.stream().mapToLong(g -> counts.getOrDefault(g, 0L)).toArray();

      assertThat(counts.keySet()).isSubsetOf(names);
      assertThat(Statistics.chiSquareTail(expected, observed)).as("n = %d", n).isGreaterThan(1e-6);
    }
  }

  /** Not only the measured group: images of all generators. 6 and 720 symplectic matrices. */
  @Test
  void the_unitary_itself_is_uniform_up_to_paulis() {
    for (int n = 1; n <= 2; n++) {
      int size = n == 1 ? 6 : 720;
      var counts = new HashMap<String, Long>();
      for (int t = 0; t < 50 * size; t++) {
        counts.merge(images(RandomClifford.draw(n, new Seed(n).child(t).random())), 1L, Long::sum);
      }
      double[] expected = new double[size];
      java.util.Arrays.fill(expected, 50);

      assertThat(counts).hasSize(size);
      assertThat(
              Statistics.chiSquareTail(
                  expected, counts.values().stream().mapToLong(c -> c).toArray()))
          .isGreaterThan(1e-6);
    }
  }

  private static String images(Circuit circuit) {
    var text = new StringBuilder();
    int n = circuit.qubits();
    for (int bit = 0; bit < 2 * n; bit++) {
      var string = new PauliString(n, bit < n ? 1L << bit : 0, bit < n ? 0 : 1L << (bit - n));
      PauliSum sum = PauliSum.of(string);
      for (var operation : circuit.operations()) {
        sum = org.backshadow.circuit.propagation.PauliPropagation.forward(sum, operation);
      }
      text.append(sum.terms().get(0).string()).append(' ');
    }
    return text.toString();
  }

  static List<Reference> cases() {
    return Reference.cases();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void the_variance_of_one_snapshot_is_that_of_the_reference(Reference reference) {
    assumeTrue(reference.qubits() <= 2);
    Circuit circuit = reference.circuit().bind(reference.theta());
    var ensemble = new RandomCliffords();
    double[] expected = reference.cliffordVariances();

    for (int k = 0; k < expected.length; k++) {
      PauliString string = reference.observable().terms().get(k).string();
      double first = 0;
      double second = 0;
      for (Setting setting : settings(ensemble, reference.qubits())) {
        double[] p = Simulator.run(circuit.then(setting.readout())).probabilities().values();
        for (int b = 0; b < p.length; b++) {
          var means = new ShadowMeans(setting.snapshot().apply(b), ensemble, null);
          double value = ShadowEnsembleContract.mean(means, PauliSum.of(string), 0, 1);
          first += setting.probability() * p[b] * value;
          second += setting.probability() * p[b] * value * value;
        }
      }
      assertThat(second - first * first).as("%s", string).isCloseTo(expected[k], within(1e-9));
    }
  }

  /** Members are products of generators: the sign by elimination and by walking over all agree. */
  @Test
  void signs_agree_with_the_exact_values_of_the_stabilizer_state() {
    Samples.each(
        20,
        1,
        samples -> {
          int n = samples.between(1, 4);
          Circuit clifford = RandomClifford.draw(n, new Seed(samples.below(1000)).random());
          long outcome = samples.below(1 << n);
          var group =
              StabilizerGroup.of(
                  RandomCliffords.stabilizers(clifford, outcome, new CliffordAction()));
          Circuit prepared = Circuit.of(n);
          for (int q = 0; q < n; q++) {
            prepared = (outcome >>> (n - 1 - q) & 1) == 1 ? prepared.x(q) : prepared;
          }
          var state = Simulator.run(prepared.then(clifford.adjoint()));

          int[] members = {0};
          group.forEachMember(
              (x, z, sign) -> {
                members[0]++;
                var string = new PauliString(n, x, z);
                assertThat(state.expectation(string.toString())).isCloseTo(sign, within(1e-12));
                assertThat(group.sign(string)).isEqualTo(sign);
              });
          assertThat(members[0]).isEqualTo(1 << n);
          PauliString any = samples.pauliString(n);
          assertThat(state.expectation(any.toString())).isCloseTo(group.sign(any), within(1e-12));
        });
  }

  @Test
  void a_cat_state_of_twenty_qubits_is_recognized_without_amplitudes() {
    Circuit cat = Circuit.of(20).h(0);
    for (int q = 1; q < 20; q++) {
      cat = cat.cx(q - 1, q);
    }
    var shadow = ClassicalShadow.of(cat).clifford().snapshots(50).seed(1);

    // Every snapshot that reads one of the cat's own stabilizers, the identity among them,
    // reads it as 1.
    for (int t = 0; t < 50; t++) {
      assertThat(shadow.run().snapshots().text(t)).hasSize(20 * 22 - 1);
    }
    assertThat(shadow.cost().copies()).isEqualTo(50);
    assertThat(shadow.estimate("Z".repeat(20)).standardError()).isPositive();
  }

  @Test
  void more_qubits_than_estimates_can_use_are_refused() {
    assertThatThrownBy(() -> ClassicalShadow.of(Circuit.of(31)).clifford())
        .hasMessage("clifford: 31 qubits; snapshots of at most 30 are estimated from");
  }
}
