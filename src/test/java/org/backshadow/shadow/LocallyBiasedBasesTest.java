package org.backshadow.shadow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.backshadow.pauli.Hamiltonians;
import org.backshadow.pauli.PauliString;
import org.backshadow.pauli.PauliSum;
import org.backshadow.testing.Samples;
import org.junit.jupiter.api.Test;

class LocallyBiasedBasesTest implements ShadowEnsembleContract {
  @Override
  public ShadowEnsemble ensemble(PauliSum observable, int snapshots) {
    return new LocallyBiasedBases(observable);
  }

  @Override
  public List<Setting> settings(ShadowEnsemble ensemble, int qubits) {
    var biased = (LocallyBiasedBases) ensemble;
    var settings = new ArrayList<Setting>();
    for (int k = 0; k < Math.pow(3, qubits); k++) {
      String letters = ProductSettings.letters(k, qubits);
      double probability = 1;
      for (int q = 0; q < qubits; q++) {
        probability *= biased.probabilities(q)["XYZ".indexOf(letters.charAt(q))];
      }
      settings.add(ProductSettings.of(letters, probability));
    }
    return settings;
  }

  @Override
  public int mostQubits() {
    return 3;
  }

  @Override
  public int coverageSnapshots() {
    return 500;
  }

  private static double cost(PauliSum observable, LocallyBiasedBases ensemble) {
    return observable.terms().stream()
        .filter(t -> !t.string().isIdentity())
        .mapToDouble(t -> t.coefficient() * t.coefficient() / ensemble.probability(t.string()))
        .sum();
  }

  @Test
  void two_letters_on_one_qubit_share_it_by_their_coefficients() {
    var ensemble = new LocallyBiasedBases(PauliSum.parse("3*XI + ZI"));

    assertThat(ensemble.probabilities(0))
        .containsExactly(new double[] {0.75, 0, 0.25}, within(1e-12));
    assertThat(ensemble.probabilities(1)).containsExactly(new double[] {1, 1, 1}, within(0.7));
  }

  @Test
  void no_small_move_makes_the_cost_less() {
    Samples.each(
        20,
        1,
        samples -> {
          PauliSum observable = samples.pauliSum(3, 6).plus(PauliSum.parse("0.1*XYZ"));
          var best = new LocallyBiasedBases(observable);
          double least = cost(observable, best);
          for (int q = 0; q < 3; q++) {
            for (int from = 0; from < 3; from++) {
              for (int to = 0; to < 3; to++) {
                double[][] moved = {
                  best.probabilities(0), best.probabilities(1), best.probabilities(2)
                };
                double step = Math.min(1e-3, moved[q][from]);
                moved[q][from] -= step;
                moved[q][to] += step;
                assertThat(cost(observable, new LocallyBiasedBases(moved)))
                    .isGreaterThanOrEqualTo(least * (1 - 1e-9));
              }
            }
          }
        });
  }

  @Test
  void for_hydrogen_it_beats_uniform_bases() {
    PauliSum h = Hamiltonians.hydrogen(0.7414);
    double[][] uniform = new double[4][];
    java.util.Arrays.fill(uniform, new double[] {1.0 / 3, 1.0 / 3, 1.0 / 3});

    double biased = cost(h, new LocallyBiasedBases(h));

    assertThat(biased).isLessThan(0.96 * cost(h, new LocallyBiasedBases(uniform)));
  }

  @Test
  void a_letter_that_never_comes_is_refused_when_asked_for() {
    ClassicalShadow shadow =
        ClassicalShadow.of(org.backshadow.circuit.Circuit.of(2))
            .snapshots(10)
            .locallyBiased(PauliSum.parse("XX + ZZ"));

    assertThatThrownBy(() -> shadow.estimate("YI"))
        .hasMessage(
            "YI is never read by locally biased Pauli bases; use random Pauli bases or name it"
                + " when they are chosen");
  }

  @Test
  void an_observable_without_anything_to_measure_is_refused() {
    assertThatThrownBy(() -> new LocallyBiasedBases(PauliSum.of(PauliString.identity(2))))
        .hasMessage("locallyBiased: II has no term to measure");
    assertThatThrownBy(
            () ->
                ClassicalShadow.of(org.backshadow.circuit.Circuit.of(2))
                    .locallyBiased(PauliSum.parse("XXX")))
        .hasMessage("locallyBiased: the observable has 3 qubits but the circuit has 2");
  }
}
