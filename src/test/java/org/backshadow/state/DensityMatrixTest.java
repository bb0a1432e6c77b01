package org.backshadow.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.backshadow.circuit.Angle;
import org.backshadow.circuit.Channel;
import org.backshadow.circuit.Circuit;
import org.backshadow.outcome.Counts;
import org.backshadow.pauli.PauliSum;
import org.backshadow.resources.Ledger;
import org.backshadow.resources.Seed;
import org.backshadow.testing.NaiveMatrix;
import org.backshadow.testing.Samples;
import org.ejml.simple.SimpleMatrix;
import org.junit.jupiter.api.Test;

class DensityMatrixTest {
  private static final double EXACT = 1e-12;

  @Test
  void a_thousand_random_noisy_circuits_agree_with_the_naive_simulator() {
    Samples.each(1000, 1, DensityMatrixTest::agrees);
  }

  private static void agrees(Samples samples) {
    int n = samples.between(1, 4);
    Circuit circuit =
        samples.noisyCircuit(Samples.Shape.of(n, samples.between(0, 12)).bound(), 0.4);
    PauliSum observable = samples.pauliSum(n, samples.between(1, 6));
    NaiveMatrix naive = NaiveMatrix.density(circuit);

    DensityMatrix rho = DensityMatrix.of(circuit);

    assertThat(naive(rho.matrix()).distance(naive)).as("%s", circuit).isLessThan(EXACT);
    double[] probabilities = rho.probabilities().values();
    for (int i = 0; i < 1 << n; i++) {
      assertThat(probabilities[i])
          .as(Counts.bitString(i, n))
          .isCloseTo(naive.re(i, i), within(EXACT));
    }
    NaiveMatrix o = NaiveMatrix.of(observable);
    double mean = o.times(naive).trace();
    NaiveMatrix off = o.minus(NaiveMatrix.identity(1 << n).times(mean));
    double scale = Math.max(1, observable.oneNorm());
    assertThat(rho.expectation(observable)).isCloseTo(mean, within(EXACT * scale));
    assertThat(rho.variance(observable))
        .isCloseTo(off.times(off).times(naive).trace(), within(EXACT * scale * scale));
    assertThat(new Simulator(Ledger.unlimited()).expectation(circuit, observable))
        .isEqualTo(rho.expectation(observable));
    assertThat(rho.purity()).isCloseTo(naive.times(naive).trace(), within(EXACT));
    assertThat(rho.entropy()).isBetween(0.0, n + EXACT);
  }

  @Test
  void without_noise_it_is_that_of_the_state_vector() {
    Samples.each(
        50,
        3,
        samples -> {
          int n = samples.between(2, 4);
          Circuit circuit = samples.circuit(Samples.Shape.of(n, 15).bound());
          StateVector psi = Simulator.run(circuit);

          DensityMatrix rho = DensityMatrix.of(circuit);

          assertThat(naive(rho.matrix()).distance(naive(psi.densityMatrix()))).isLessThan(EXACT);
          assertThat(naive(rho.reduced(1, 0)).distance(naive(psi.reduced(1, 0)))).isLessThan(EXACT);
          assertThat(rho.purity(1)).isCloseTo(psi.purity(1), within(EXACT));
          assertThat(rho.entropy(1)).isCloseTo(psi.entropy(1), within(1e-9));
          assertThat(rho.bloch(0).z()).isCloseTo(psi.bloch(0).z(), within(EXACT));
          assertThat(rho.bloch(0).y()).isCloseTo(psi.bloch(0).y(), within(EXACT));
          assertThat(rho.bloch(0).x()).isCloseTo(psi.bloch(0).x(), within(EXACT));
          assertThat(rho.fidelity(psi)).isCloseTo(1, within(EXACT));
          assertThat(psi.subsystem(0).purity()).isCloseTo(psi.purity(0), within(EXACT));
        });
  }

  @Test
  void more_of_a_circuit_on_a_state_is_the_longer_circuit() {
    Samples.each(
        50,
        4,
        samples -> {
          int n = samples.between(1, 3);
          var shape = Samples.Shape.of(n, 8).bound();
          Circuit first = samples.noisyCircuit(shape, 0.3);
          Circuit second = samples.noisyCircuit(shape, 0.3);

          var after = DensityMatrix.of(first).after(second).matrix();

          assertThat(naive(after).distance(naive(DensityMatrix.of(first.then(second)).matrix())))
              .isLessThan(1e-15);
        });
  }

  @Test
  void the_trace_stays_one_over_a_hundred_thousand_gates_and_channels() {
    int n = 3;
    Circuit some = Samples.of(9).noisyCircuit(Samples.Shape.of(n, 600).bound(), 0.66);
    DensityMatrix rho = DensityMatrix.of(some);
    long done = some.size();
    while (done < 100_000) {
      rho = rho.after(some);
      done += some.size();
    }

    assertThat(naive(rho.matrix()).trace()).isCloseTo(1, within(EXACT));
  }

  /** What normalizing corrects: rounding of 1e-16 a gate, in one direction. */
  @Test
  void the_trace_drifts_by_less_than_1e_12_over_a_hundred_thousand_gates_of_the_tables() {
    int n = 3;
    var shape = Samples.Shape.of(n, 600).bound().withoutMatrices();
    Circuit some = Samples.of(9).noisyCircuit(shape, 0.66);
    MatrixAmplitudes rho = MatrixAmplitudes.zeroState(n);
    for (long done = 0; done < 100_000; done += some.size()) {
      some.operations().forEach(rho::apply);
    }

    assertThat(rho.trace()).isCloseTo(1, within(EXACT)).isNotEqualTo(1);
  }

  @Test
  void mixtures_of_one_qubit_have_their_closed_forms() {
    double p = 0.3;
    var flipped = DensityMatrix.of(Circuit.of(1).bitFlip(0, p));
    double binary = -(p * Math.log(p) + (1 - p) * Math.log(1 - p)) / Math.log(2);

    assertThat(flipped.entropy()).isCloseTo(binary, within(1e-12));
    assertThat(flipped.purity()).isCloseTo(p * p + (1 - p) * (1 - p), within(1e-15));
    assertThat(flipped.bloch(0).z()).isCloseTo(1 - 2 * p, within(1e-15));
    assertThat(flipped.toString()).isEqualTo("density matrix of 1 qubit (exact): purity 0.5800");
    var other = DensityMatrix.of(Circuit.of(1).bitFlip(0, 0.8));
    double root = Math.sqrt(p * 0.8) + Math.sqrt((1 - p) * 0.2);
    assertThat(flipped.fidelity(other)).isCloseTo(root * root, within(1e-9));
    assertThat(flipped.traceDistance(other)).isCloseTo(0.5, within(1e-12));
    assertThat(flipped.fidelity(Simulator.run(Circuit.of(1)))).isCloseTo(1 - p, within(1e-15));
    var bell = Circuit.of(2).h(0).cx(0, 1);
    double werner = 1 - 4 * p / 3 * 0.75;
    assertThat(DensityMatrix.of(bell.depolarize(1, p)).fidelity(Simulator.run(bell)))
        .isCloseTo(werner, within(1e-15));
  }

  /** Fuchs and van de Graaf: {@code 1 - sqrt(F) <= T <= sqrt(1 - F)}, and both are symmetric. */
  @Test
  void fidelity_and_trace_distance_bound_each_other() {
    Samples.each(
        60,
        5,
        samples -> {
          int n = samples.between(1, 3);
          var shape = Samples.Shape.of(n, 6).bound();
          var rho = DensityMatrix.of(samples.noisyCircuit(shape, 0.5));
          var sigma = DensityMatrix.of(samples.noisyCircuit(shape, 0.5));

          double f = rho.fidelity(sigma);
          double t = rho.traceDistance(sigma);

          assertThat(sigma.fidelity(rho)).isCloseTo(f, within(1e-6));
          assertThat(sigma.traceDistance(rho)).isCloseTo(t, within(1e-10));
          assertThat(t).isBetween(1 - Math.sqrt(f) - 1e-6, Math.sqrt(Math.max(0, 1 - f)) + 1e-6);
          assertThat(rho.fidelity(rho)).isCloseTo(1, within(1e-6));
          assertThat(rho.traceDistance(rho)).isZero();
        });
  }

  @Test
  void the_fidelity_of_a_pure_state_is_the_same_by_vector_and_by_matrix() {
    Samples.each(
        40,
        6,
        samples -> {
          int n = samples.between(1, 3);
          var shape = Samples.Shape.of(n, 8).bound();
          var rho = DensityMatrix.of(samples.noisyCircuit(shape, 0.5));
          Circuit pure = samples.circuit(shape);

          assertThat(rho.fidelity(DensityMatrix.of(pure)))
              .isCloseTo(rho.fidelity(Simulator.run(pure)), within(1e-6));
        });
  }

  @Test
  void samples_follow_the_probabilities_and_repeat_under_a_seed() {
    var rho = DensityMatrix.of(Circuit.of(2).h(0).cx(0, 1).bitFlip(1, 0.2));

    var sample = rho.sample(100_000).seed(3);

    for (String bits : new String[] {"00", "01", "10", "11"}) {
      double p = rho.probabilities().of(bits);
      assertThat(sample.count(bits) / 1e5).isCloseTo(p, within(6 * Math.sqrt(p * (1 - p) / 1e5)));
    }
    assertThat(rho.sample(100_000).seed(3).counts()).isEqualTo(sample.counts());
  }

  @Test
  void a_matrix_that_is_no_state_is_refused_with_the_reason() {
    assertThatThrownBy(() -> DensityMatrix.of(new SimpleMatrix(2, 3)))
        .hasMessage(
            "densityMatrix: that of n qubits is 2^n x 2^n, n from 1 to 10; this one is 2 x 3");
    assertThatThrownBy(() -> of(1, 0, 0.1, 0))
        .hasMessage("densityMatrix: entries 1, 0 and 0, 1 are not conjugates of each other");
    assertThatThrownBy(() -> of(0.5, 0, 0, 0.6))
        .hasMessage("densityMatrix: the trace is 1.1, not 1");
    assertThatThrownBy(() -> of(1.5, 0, 0, -0.5))
        .hasMessageStartingWith("densityMatrix: the eigenvalue -0.5")
        .hasMessageEndingWith(" is negative, as no probability is");
    assertThatThrownBy(() -> of(Double.NaN, 0, 0, 1)).hasMessageContaining("entries 0, 0");
    assertThat(of(0.5, 0.5, 0.5, 0.5).bloch(0).x()).isEqualTo(1);
  }

  private static DensityMatrix of(double... entries) {
    return DensityMatrix.of(new SimpleMatrix(2, 2, true, entries));
  }

  @Test
  void eleven_qubits_are_refused_with_a_way_out() {
    Circuit noisy = Circuit.of(11).depolarize(3, 0.1);

    assertThatThrownBy(() -> DensityMatrix.of(noisy))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "11 qubits with noise: exact values take a density matrix, up to 10 qubits; estimate"
                + " the value by .trajectories(2000).seed(1) or .shots(1000)");
    assertThat(DensityMatrix.of(Circuit.of(10).depolarize(3, 0.1)).expectation("IIIZIIIIII"))
        .isCloseTo(1 - 0.4 / 3, within(1e-15));
  }

  @Test
  void pure_states_refuse_noise_and_say_what_takes_it() {
    Circuit noisy = Circuit.of(1).depolarize(0, 0.1);
    String refused = ": operation 0, depolarize(0.1) 0, is a noise channel and not unitary; ";

    assertThatThrownBy(() -> Simulator.run(noisy))
        .hasMessage("state" + refused + "use densityMatrix(circuit, theta...)");
    assertThatThrownBy(() -> Simulator.run(Circuit.of(1)).after(noisy))
        .hasMessage("after" + refused + "take a DensityMatrix, which has an after(circuit) too");
    assertThatThrownBy(() -> DensityMatrix.of(Circuit.of(1).bitFlip(0, Angle.parameter("p"))))
        .hasMessage("parameters without values: p; bind the circuit first");
  }

  /** What a channel of one's own may get wrong, as {@code channel(...)} does not let it. */
  private record Losing() implements Channel {
    @Override
    public String label() {
      return "losing";
    }

    @Override
    public int qubits() {
      return 1;
    }

    @Override
    public int angles() {
      return 0;
    }

    @Override
    public List<SimpleMatrix> kraus(double... strengths) {
      return List.of(SimpleMatrix.identity(2).scale(0.5));
    }
  }

  @Test
  void a_channel_of_ones_own_that_loses_the_trace_is_found_out() {
    Circuit circuit = Circuit.of(1).channel(new Losing(), List.of(0));

    assertThatThrownBy(() -> DensityMatrix.of(circuit))
        .hasMessage(
            "a channel of this circuit does not keep the trace: it is 0.25 at the end, not 1;"
                + " check that sum K^dagger K is the identity");
    assertThatThrownBy(
            () -> Trajectories.of(circuit, Ledger.unlimited()).draw(new Seed(1).random()))
        .hasMessage(
            "the branches of a channel have probabilities that add up to 0.25, not 1; check that"
                + " sum K^dagger K is the identity");
  }

  @Test
  void the_passes_are_charged() {
    var ledger = Ledger.unlimited();

    new Simulator(ledger)
        .expectation(Circuit.of(3).h(0).cx(0, 1).depolarize(1, 0.1), PauliSum.parse("ZZZ"));

    assertThat(ledger.cost().gates()).isEqualTo(2);
    assertThat(ledger.cost().classicalOperations()).isEqualTo(5 * 64);
    assertThat(ledger.cost().peakBytes()).isEqualTo(16 * 64);
    assertThat(ledger.cost().copies()).isZero();
  }

  private static NaiveMatrix naive(SimpleMatrix matrix) {
    return NaiveMatrix.generate(
        matrix.getNumRows(), matrix.getNumCols(), matrix::getReal, matrix::getImag);
  }
}
