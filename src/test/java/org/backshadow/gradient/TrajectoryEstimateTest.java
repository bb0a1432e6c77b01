package org.backshadow.gradient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.concurrent.CancellationException;
import org.backshadow.circuit.Angle;
import org.backshadow.circuit.Circuit;
import org.backshadow.pauli.PauliSum;
import org.backshadow.resources.Ledger;
import org.backshadow.resources.Seed;
import org.backshadow.state.DensityMatrix;
import org.backshadow.state.StateVector;
import org.backshadow.state.Trajectories;
import org.backshadow.testing.NaiveMatrix;
import org.backshadow.testing.Samples;
import org.ejml.simple.SimpleMatrix;
import org.junit.jupiter.api.Test;

class TrajectoryEstimateTest {
  private static final Evaluation MODEL =
      Expectation.of(
              Circuit.of(2)
                  .ry(0, Angle.parameter("a"))
                  .amplitudeDamping(0, 0.3)
                  .cx(0, 1)
                  .depolarize(1, 0.2)
                  .ry(1, 0.8)
                  .phaseDamping(0, 0.4),
              PauliSum.parse("ZZ + 0.6*XI"))
          .at(0.9);

  /**
   * The mean of 4,000 projectors against the density matrix: an entry's part has a standard
   * deviation of at most 1/2 a draw, and 6 of the mean's are 0.047.
   */
  @Test
  void the_mean_over_trajectories_is_the_density_matrix() {
    Samples.each(
        12,
        1,
        samples -> {
          int n = samples.between(1, 3);
          Circuit circuit = samples.noisyCircuit(Samples.Shape.of(n, 8).bound(), 0.6);
          var noise = Trajectories.of(circuit, Ledger.unlimited());
          var mean = NaiveMatrix.identity(1 << n).times(0);
          for (int i = 0; i < 4000; i++) {
            StateVector psi = noise.draw(new Seed(7).child(i).random());
            mean = mean.plus(naive(psi.densityMatrix()).times(1 / 4000.));
          }

          assertThat(mean.distance(naive(DensityMatrix.of(circuit).matrix())))
              .as("%s", circuit)
              .isLessThan(0.067);
        });
  }

  /** If 5 of 100 intervals miss, more than 32 of 400 do so with probability 0.0038. */
  @Test
  void intervals_cover_the_exact_value() {
    double exact = MODEL.value();
    int missed = 0;
    for (int seed = 0; seed < 400; seed++) {
      var interval = MODEL.trajectories(200).seed(seed).interval(0.95);
      missed += interval.contains(exact) ? 0 : 1;
    }

    assertThat(missed).isBetween(5, 32);
  }

  @Test
  void it_repeats_under_a_seed_and_shows_itself() {
    var estimate = MODEL.trajectories(2000).seed(1);

    assertThat(estimate.value()).isEqualTo(MODEL.trajectories(2000).seed(1).value());
    assertThat(estimate.value()).isNotEqualTo(MODEL.trajectories(2000).seed(2).value());
    assertThat(estimate.value()).isCloseTo(MODEL.value(), within(5 * estimate.standardError()));
    assertThat(estimate.toString())
        .matches("0\\.\\d+ ± 0\\.\\d+ \\(95 %\\), 2,000 trajectories, seed 1");
  }

  /** The gate in front of the first channel is applied once; two more a trajectory. */
  @Test
  void gates_are_charged_and_copies_are_not() {
    var cost = MODEL.trajectories(100).cost();

    assertThat(cost.copies()).isZero();
    assertThat(cost.gates()).isEqualTo(1 + 2 * 100);
    assertThat(cost.classicalOperations()).isEqualTo(4 + 100 * (4 * (2 + 2 * 3) + 4 * 2));
  }

  @Test
  void more_qubits_than_a_density_matrix_holds_are_estimated() {
    int n = 13;
    Circuit circuit = Circuit.of(n).h(0);
    for (int q = 1; q < n; q++) {
      circuit = circuit.cx(q - 1, q).bitFlip(q, 0.05);
    }
    var at = Expectation.of(circuit, PauliSum.parse("Z" + "I".repeat(n - 2) + "Z")).at();

    var estimate = at.trajectories(2000).seed(3);

    assertThat(estimate.value())
        .isCloseTo(Math.pow(0.9, n - 1), within(5 * estimate.standardError()));
    assertThatThrownBy(at::value).hasMessageContaining(".trajectories(2000).seed(1)");
  }

  @Test
  void without_noise_every_trajectory_is_the_state() {
    var estimate =
        Expectation.of(Circuit.of(1).ry(0, 0.4), PauliSum.parse("Z")).at().trajectories(10);

    assertThat(estimate.value()).isCloseTo(Math.cos(0.4), within(1e-15));
    assertThat(estimate.standardError()).isZero();
  }

  @Test
  void branches_of_no_probability_are_never_taken() {
    var fallen =
        Expectation.of(
            Circuit.of(1).x(0).amplitudeDamping(0, 1).bitFlip(0, 0), PauliSum.parse("Z"));

    assertThat(fallen.at().trajectories(500).seed(1).value()).isEqualTo(1);
  }

  @Test
  void fewer_than_two_are_refused() {
    assertThatThrownBy(() -> MODEL.trajectories(1))
        .hasMessage("trajectories: 1; at least 2 are needed for an error");
  }

  @Test
  void an_interrupt_ends_it_and_nothing_is_remembered() {
    var estimate = MODEL.trajectories(50).seed(1);

    Thread.currentThread().interrupt();
    assertThatThrownBy(estimate::value).isInstanceOf(CancellationException.class);

    assertThat(estimate.value()).isEqualTo(MODEL.trajectories(50).seed(1).value());
  }

  private static NaiveMatrix naive(SimpleMatrix matrix) {
    return NaiveMatrix.generate(
        matrix.getNumRows(), matrix.getNumCols(), matrix::getReal, matrix::getImag);
  }
}
