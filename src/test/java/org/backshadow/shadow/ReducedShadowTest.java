package org.backshadow.shadow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.backshadow.circuit.Circuit;
import org.backshadow.estimate.Estimate;
import org.backshadow.estimate.Moments;
import org.backshadow.pauli.PauliString;
import org.backshadow.state.Simulator;
import org.backshadow.state.StateVector;
import org.backshadow.testing.Samples;
import org.ejml.simple.SimpleMatrix;
import org.junit.jupiter.api.Test;

class ReducedShadowTest {
  private static Circuit complexState() {
    return Samples.of(6).circuit(Samples.Shape.of(3, 15).bound());
  }

  private static ClassicalShadow shadow(int snapshots, long seed) {
    return ClassicalShadow.of(complexState()).snapshots(snapshots).seed(seed);
  }

  /**
   * By its definition: {@code tr(rho_s rho_t)} over all pairs, with rho_t the product of {@code 3
   * |b><b| - 1}, whose traces are 5 in the same basis with the same bit, -4 with another bit, and
   * 1/2 in another basis.
   */
  @Test
  void the_purity_is_the_mean_over_all_pairs() {
    ClassicalShadow shadow = shadow(60, 3);
    var data = (ProductSnapshots) shadow.run().snapshots();
    int[] kept = {0, 2};
    double sum = 0;
    for (int s = 0; s < 60; s++) {
      for (int t = 0; t < s; t++) {
        double trace = 1;
        for (int q : kept) {
          char letter = data.bases().basis(s).letter(q);
          var one = PauliString.of("I".repeat(q) + letter + "I".repeat(2 - q));
          boolean same = letter == data.bases().basis(t).letter(q);
          trace *= !same ? 0.5 : data.sign(s, one) == data.sign(t, one) ? 5 : -4;
        }
        sum += trace;
      }
    }

    assertThat(shadow.purity(kept).value()).isCloseTo(sum / (60 * 59 / 2), within(1e-12));
  }

  /** 400 shadows: the mean error of the purity is within five standard errors of 0, both kinds. */
  @Test
  void the_purity_is_unbiased_and_its_error_is_its_spread() {
    double exact = Simulator.run(complexState()).purity(0, 1);
    for (boolean clifford : new boolean[] {false, true}) {
      var values = new Moments();
      var errors = new Moments();
      int snapshots = clifford ? 60 : 200;
      for (int seed = 0; seed < 400; seed++) {
        ClassicalShadow plan = shadow(snapshots, seed);
        Estimate purity = (clifford ? plan.clifford() : plan).purity(0, 1);
        values.add(purity.value(), 1);
        errors.add(purity.standardError(), 1);
      }
      double spread = Math.sqrt(values.variance());

      assertThat(values.mean()).isCloseTo(exact, within(5 * spread / Math.sqrt(400)));
      // The jackknife errs on the safe side where pairs dominate, never far below.
      assertThat(errors.mean()).isBetween(0.85 * spread, 1.7 * spread);
    }
  }

  @Test
  void the_reduced_state_is_that_of_the_single_estimates() {
    ClassicalShadow shadow = shadow(500, 1);
    StateVector state = Simulator.run(complexState());
    SimpleMatrix y = shadow.reduced(1);

    assertThat(y.getReal(0, 0) - y.getReal(1, 1))
        .isCloseTo(shadow.estimate("IZI").value(), within(1e-12));
    assertThat(2 * y.getReal(0, 1)).isCloseTo(shadow.estimate("IXI").value(), within(1e-12));
    // Y has -i in the corner.
    assertThat(-2 * y.getImag(0, 1)).isCloseTo(shadow.estimate("IYI").value(), within(1e-12));
    SimpleMatrix many = shadow(200_000, 1).reduced(2, 0);
    SimpleMatrix exact = state.reduced(2, 0);
    for (int row = 0; row < 4; row++) {
      for (int column = 0; column < 4; column++) {
        // Each entry is a quarter of a sum of four strings of variance 9 at most: 0.0034; six.
        assertThat(many.getReal(row, column)).isCloseTo(exact.getReal(row, column), within(0.021));
        assertThat(many.getImag(row, column)).isCloseTo(exact.getImag(row, column), within(0.021));
      }
    }
  }

  /** The bias that is stated is the bias that there is, over 300 shadows, and is not small. */
  @Test
  void entropies_state_their_bias() {
    StateVector state = Simulator.run(complexState());
    double exact = state.entropy(0, 1);
    double renyi = -Math.log(state.purity(0, 1)) / Math.log(2);
    var error = new Moments();
    var bias = new Moments();
    var renyiError = new Moments();
    var renyiBias = new Moments();
    for (int seed = 0; seed < 300; seed++) {
      ClassicalShadow shadow = shadow(800, seed);
      EntropyEstimate entropy = shadow.entropy(0, 1);
      error.add(entropy.value() - exact, 1);
      bias.add(entropy.bias(), 1);
      EntropyEstimate second = shadow.renyiEntropy(0, 1);
      renyiError.add(second.value() - renyi, 1);
      renyiBias.add(second.bias(), 1);
    }

    double chance = 5 * Math.sqrt(error.variance() / 300);
    assertThat(Math.abs(error.mean())).isGreaterThan(chance);
    assertThat(bias.mean()).isCloseTo(error.mean(), within(Math.abs(error.mean()) / 2 + chance));
    assertThat(renyiBias.mean())
        .isCloseTo(renyiError.mean(), within(5 * Math.sqrt(renyiError.variance() / 300)));
  }

  @Test
  void entropies_print_their_bias() {
    assertThat(shadow(500, 1).entropy(0).toString())
        .contains(" bits (95 %), bias about ", " (not subtracted), 500 copies, nearest state");
  }

  @Test
  void qubits_that_are_not_there_are_refused() {
    ClassicalShadow shadow = shadow(30, 1);

    assertThatThrownBy(() -> shadow.reduced(3))
        .hasMessage("qubit 3 is outside this 3-qubit shadow (valid: 0..2)");
    assertThatThrownBy(() -> shadow.purity())
        .hasMessage("a reduced state of 0 qubits; possible are 1 to 6");
    assertThatThrownBy(() -> shadow.reduced(1, 1)).hasMessage("a qubit stands twice in [1, 1]");
    assertThatThrownBy(() -> shadow(2, 1).purity(0))
        .hasMessage("purity: 2 snapshots; at least 3 are needed for pairs and their error");
    assertThatThrownBy(() -> shadow(19, 1).entropy(0))
        .hasMessage("entropy: 19 snapshots; at least 20 are needed for its bias");
    assertThatThrownBy(() -> shadow.calibrated(50).purity(0))
        .hasMessage("purity: the error of a calibration is not carried through it; use estimate");
    for (int seed = 0; seed < 50; seed++) {
      var few = ClassicalShadow.of(Circuit.of(2).h(0).cx(0, 1)).snapshots(3).seed(seed);
      if (few.purity(0).value() <= 0) {
        assertThatThrownBy(() -> few.renyiEntropy(0))
            .hasMessageStartingWith("renyiEntropy: the purity's estimate is ")
            .hasMessageEndingWith("; take more snapshots");
        return;
      }
    }
    throw new AssertionError("no purity of three snapshots was negative: " + List.of());
  }
}
