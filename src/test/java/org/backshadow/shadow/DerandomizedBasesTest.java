package org.backshadow.shadow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.backshadow.circuit.Circuit;
import org.backshadow.outcome.PauliBases;
import org.backshadow.pauli.Hamiltonians;
import org.backshadow.pauli.PauliString;
import org.backshadow.pauli.PauliSum;
import org.backshadow.resources.Seed;
import org.backshadow.testing.Samples;
import org.junit.jupiter.api.Test;

class DerandomizedBasesTest implements ShadowEnsembleContract {
  @Override
  public ShadowEnsemble ensemble(PauliSum observable, int snapshots) {
    return new DerandomizedBases(List.of(observable), snapshots);
  }

  @Override
  public List<Setting> settings(ShadowEnsemble ensemble, int qubits) {
    PauliBases bases = ((DerandomizedBases) ensemble).bases();
    var settings = new ArrayList<Setting>();
    for (int t = 0; t < bases.size(); t++) {
      settings.add(ProductSettings.of(bases.basis(t).toString(), 1.0 / bases.size()));
    }
    return settings;
  }

  @Override
  public int mostQubits() {
    return 3;
  }

  @Override
  public int coverageSnapshots() {
    return 300;
  }

  /** {@code sum_l exp(-eps^2/2 hits_l)} of the source, all strings of the same weight. */
  private static double bound(List<PauliString> strings, PauliBases bases) {
    double bound = 0;
    for (PauliString string : strings) {
      long hits = 0;
      for (int t = 0; t < bases.size(); t++) {
        hits += bases.basis(t).qubitWiseCommutesWith(string) ? 1 : 0;
      }
      bound += Math.exp(-0.405 * hits);
    }
    return bound;
  }

  /** The method's promise: at most what random bases give on average, {@code E[bound]}. */
  @Test
  void its_bound_is_never_above_that_of_random_bases_on_average() {
    Samples.each(
        10,
        1,
        samples -> {
          var strings = new ArrayList<PauliString>();
          for (int l = 0; l < 12; l++) {
            PauliString string = samples.pauliString(4);
            if (!string.isIdentity() && !strings.contains(string)) {
              strings.add(string);
            }
          }
          List<PauliSum> observables = strings.stream().map(PauliSum::of).toList();
          int snapshots = 40;

          PauliBases chosen = new DerandomizedBases(observables, snapshots).bases();

          double expected = 0;
          for (PauliString string : strings) {
            double nu = 1 - Math.exp(-0.405);
            expected += Math.pow(1 - nu * Math.pow(3, -string.weight()), snapshots);
          }
          assertThat(bound(strings, chosen)).isLessThanOrEqualTo(expected * (1 + 1e-9));
          PauliBases random = RandomPauliBases.draw(4, 0, snapshots, new Seed(1));
          assertThat(bound(strings, chosen)).isLessThan(bound(strings, random));
        });
  }

  @Test
  void hydrogen_is_estimated_better_than_by_random_bases() {
    Circuit circuit = Samples.of(5).circuit(Samples.Shape.of(4, 20).bound());
    PauliSum h = Hamiltonians.hydrogen(0.7414);
    ClassicalShadow random = ClassicalShadow.of(circuit).snapshots(3000).seed(1);

    double chosen = random.derandomized(h).estimate(h).standardError();

    assertThat(chosen).isLessThan(0.6 * random.estimate(h).standardError());
  }

  @Test
  void many_snapshots_keep_choosing_by_hits() {
    PauliBases bases = new DerandomizedBases(List.of(PauliSum.parse("XX + ZZ + YY")), 6000).bases();

    for (String letters : List.of("XX", "YY", "ZZ")) {
      var string = PauliString.of(letters);
      long hits =
          java.util.stream.IntStream.range(0, 6000)
              .filter(t -> bases.basis(t).equals(string))
              .count();
      assertThat(hits).as(letters).isBetween(1990L, 2010L);
    }
  }

  @Test
  void what_needs_random_settings_is_refused() {
    ClassicalShadow shadow =
        ClassicalShadow.of(Circuit.of(2)).snapshots(30).derandomized(PauliSum.parse("XX + ZZ"));

    assertThatThrownBy(() -> shadow.append(5))
        .hasMessage(
            "append: the bases were chosen for 30 snapshots together; ask for a longer plan");
    assertThatThrownBy(() -> shadow.purity(0))
        .hasMessage("purity needs random settings; these bases were chosen for their observables");
    assertThatThrownBy(() -> shadow.medianOfMeans(3))
        .hasMessageStartingWith("medianOfMeans needs random settings");
    assertThatThrownBy(() -> shadow.derandomized(PauliSum.parse("3*II")))
        .hasMessage("derandomized: no term to measure");
    assertThatThrownBy(() -> shadow.derandomized(PauliSum.parse("X"), PauliSum.parse("XX")))
        .hasMessage("derandomized: the observables have different numbers of qubits");
    assertThat(shadow.snapshots(50).size()).isEqualTo(50);
    assertThat(shadow.snapshots(50).cost().copies()).isEqualTo(50);
  }
}
