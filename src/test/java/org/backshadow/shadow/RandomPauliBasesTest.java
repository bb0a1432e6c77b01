package org.backshadow.shadow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.backshadow.estimate.Moments;
import org.backshadow.pauli.PauliString;
import org.backshadow.pauli.PauliSum;
import org.backshadow.resources.Seed;
import org.backshadow.state.Simulator;
import org.backshadow.testing.Reference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RandomPauliBasesTest implements ShadowEnsembleContract {
  @Override
  public ShadowEnsemble ensemble(PauliSum observable, int snapshots) {
    return new RandomPauliBases();
  }

  @Override
  public List<Setting> settings(ShadowEnsemble ensemble, int qubits) {
    int all = (int) Math.pow(3, qubits);
    return IntStream.range(0, all)
        .mapToObj(k -> ProductSettings.of(ProductSettings.letters(k, qubits), 1.0 / all))
        .toList();
  }

  @Override
  public int mostQubits() {
    return 3;
  }

  @Override
  public int coverageSnapshots() {
    return 500;
  }

  static List<Reference> cases() {
    return Reference.cases();
  }

  /** The reference's {@code 3^k - <P>^2} from the ensemble's probability and the exact value. */
  @ParameterizedTest
  @MethodSource("cases")
  void the_variance_of_one_snapshot_is_that_of_the_reference(Reference reference) {
    var state = Simulator.run(reference.circuit().bind(reference.theta()));
    var ensemble = new RandomPauliBases();
    double[] expected = reference.shadowVariances();

    for (int k = 0; k < expected.length; k++) {
      PauliString string = reference.observable().terms().get(k).string();
      double value = state.expectation(string.toString());
      assertThat(1 / ensemble.probability(string) - value * value)
          .isCloseTo(expected[k], within(1e-9));
    }
  }

  /** Letters alike: of 90,000 draws 30,000 with the deviation 141. */
  @Test
  void each_letter_comes_as_often_on_every_qubit() {
    var bases = RandomPauliBases.draw(5, 0, 90_000, new Seed(8));

    for (int q = 0; q < 5; q++) {
      for (char letter : "XYZ".toCharArray()) {
        int qubit = q;
        long count =
            IntStream.range(0, 90_000).filter(t -> bases.basis(t).letter(qubit) == letter).count();
        assertThat(count).isBetween(29_100L, 30_900L);
      }
    }
  }

  @Test
  void bits_sliced_into_words_count_as_one_by_one() {
    for (int size : new int[] {2, 63, 64, 65, 200}) {
      var bases = RandomPauliBases.draw(4, 0, size, new Seed(1));
      long[] outcomes = new Seed(2).random().longs(size, 0, 16).toArray();
      var snapshots = new ProductSnapshots(bases, outcomes);
      for (String letters : List.of("IIII", "XIII", "IYIZ", "ZZII", "YXZI", "XYZX")) {
        var string = PauliString.of(letters);
        for (int from : new int[] {0, 1, 60, 64}) {
          for (int to : new int[] {from, from + 1, size - 1, size}) {
            if (to < from || to > size) {
              continue;
            }
            int first = from;
            int last = to;
            int[] signs =
                IntStream.range(first, last).map(t -> snapshots.sign(t, string)).toArray();
            Snapshots.Tally tally = snapshots.tally(string, first, last);

            assertThat(tally.snapshots()).isEqualTo(last - first);
            assertThat(tally.hits()).isEqualTo(IntStream.of(signs).filter(s -> s != 0).count());
            assertThat(tally.negative()).isEqualTo(IntStream.of(signs).filter(s -> s < 0).count());
          }
        }
        var visited = new int[size];
        snapshots.forEach(string, (t, sign) -> visited[t] = sign);
        assertThat(visited)
            .containsExactly(
                IntStream.range(0, size).map(t -> snapshots.sign(t, string)).toArray());
      }
    }
  }

  @Test
  void a_sum_has_the_value_and_spread_of_its_snapshots() {
    var bases = RandomPauliBases.draw(3, 0, 300, new Seed(1));
    long[] outcomes = new Seed(2).random().longs(300, 0, 8).toArray();
    var snapshots = new ProductSnapshots(bases, outcomes);
    PauliSum observable = PauliSum.parse("0.3*III + 0.5*XYI - 2*ZII + ZZZ");

    var estimate = new ShadowMeans(snapshots, new RandomPauliBases(), null).estimate(observable);

    var moments = new Moments();
    for (int t = 0; t < 300; t++) {
      moments.add(
          0.3
              + 4.5 * snapshots.sign(t, PauliString.of("XYI"))
              - 6 * snapshots.sign(t, PauliString.of("ZII"))
              + 27 * snapshots.sign(t, PauliString.of("ZZZ")),
          1);
    }
    assertThat(estimate.value()).isCloseTo(moments.mean(), within(1e-12));
    assertThat(estimate.standardError())
        .isCloseTo(Math.sqrt(moments.variance() / 300), within(1e-12));
  }
}
