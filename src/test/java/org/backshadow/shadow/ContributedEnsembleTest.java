package org.backshadow.shadow;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.invoke.MethodHandles;
import java.util.List;
import java.util.stream.IntStream;
import org.backshadow.pauli.PauliSum;
import org.backshadow.testing.Contribution;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The ensemble in one file that CONTRIBUTING.md shows. */
class ContributedEnsembleTest implements ShadowEnsembleContract {
  private static Contribution file;
  private static ShadowEnsemble ensemble;

  @BeforeAll
  static void define() throws Exception {
    file = Contribution.of("org.backshadow.shadow.BiasedPauliBases");
    ensemble =
        (ShadowEnsemble)
            file.define(MethodHandles.lookup())
                .getConstructor(double.class, double.class)
                .newInstance(0.2, 0.3);
  }

  @Override
  public ShadowEnsemble ensemble(PauliSum observable, int snapshots) {
    return ensemble;
  }

  @Override
  public List<Setting> settings(ShadowEnsemble ensemble, int qubits) {
    return IntStream.range(0, (int) Math.pow(3, qubits))
        .mapToObj(k -> ProductSettings.letters(k, qubits))
        .map(letters -> ProductSettings.of(letters, share(letters)))
        .toList();
  }

  private static double share(String letters) {
    return letters
        .chars()
        .mapToDouble(c -> c == 'X' ? 0.2 : c == 'Y' ? 0.3 : 0.5)
        .reduce(1, (p, q) -> p * q);
  }

  @Override
  public int mostQubits() {
    return 3;
  }

  @Override
  public int coverageSnapshots() {
    return 500;
  }

  @Test
  void its_example_runs() throws Exception {
    assertThat(file.faults()).isEmpty();
  }
}
