package org.backshadow.circuit.ansatz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.backshadow.circuit.Angle;
import org.backshadow.circuit.Circuit;
import org.backshadow.circuit.Operation;
import org.backshadow.circuit.propagation.PauliPropagation;
import org.backshadow.pauli.Hamiltonians;
import org.backshadow.pauli.PauliSum;
import org.backshadow.testing.NaiveMatrix;
import org.backshadow.testing.Samples;
import org.junit.jupiter.api.Test;

class AnsatzTest {
  @Test
  void brickwork_is_laid_pair_by_pair() {
    var circuit = Ansatz.brickwork(3, 1);

    assertThat(circuit)
        .isEqualTo(
            Circuit.of(3)
                .ry(0, weight(0))
                .rz(0, weight(1))
                .ry(1, weight(2))
                .rz(1, weight(3))
                .cz(0, 1)
                .ry(1, weight(4))
                .rz(1, weight(5))
                .ry(2, weight(6))
                .rz(2, weight(7))
                .cz(1, 2));
    assertThat(Ansatz.brickwork(5, 3).parameters()).hasSize(4 * 4 * 3);
    assertThat(Ansatz.brickwork(2, 2).parameters()).hasSize(8);
    assertThat(Ansatz.brickwork(2, 0).size()).isZero();
  }

  @Test
  void commuting_generators_count_in_binary() {
    assertThat(Ansatz.commutingGenerators(2, 5))
        .isEqualTo(
            Circuit.of(2)
                .pauliRotation("XI", weight(0))
                .pauliRotation("IX", weight(1))
                .pauliRotation("XX", weight(2))
                .pauliRotation("XI", weight(3))
                .pauliRotation("IX", weight(4)));
    assertThat(Ansatz.commutingGenerators(62, 3).operations()).hasSize(3);
    assertThat(Ansatz.commutingGenerators(3, 0).size()).isZero();
  }

  @Test
  void the_hardware_efficient_ansatz_ends_each_layer_with_a_chain() {
    assertThat(Ansatz.hardwareEfficient(3, 1))
        .isEqualTo(
            Circuit.of(3)
                .ry(0, weight(0))
                .rz(0, weight(1))
                .ry(1, weight(2))
                .rz(1, weight(3))
                .ry(2, weight(4))
                .rz(2, weight(5))
                .cx(0, 1)
                .cx(1, 2));
    assertThat(Ansatz.hardwareEfficient(4, 3).parameters()).hasSize(24);
    assertThat(Ansatz.hardwareEfficient(4, 0).size()).isZero();
  }

  /** Uniform among those of weight 1 and 2: five standard errors. */
  @Test
  void random_rotations_are_uniform_up_to_the_largest_weight() {
    int draws = 4000;
    var circuit = Ansatz.randomPauliRotations(3, draws, 2, 7);
    var seen = new HashMap<String, Integer>();
    for (Operation operation : circuit.bind(new double[draws]).operations()) {
      PauliSum generator = PauliPropagation.generator(operation, 0, 3);
      String letters = generator.terms().get(0).string().toString();
      seen.merge(letters, 1, Integer::sum);
    }

    assertThat(circuit.parameters()).hasSize(draws).startsWith("w0", "w1").endsWith("w3999");
    // 3 * 3 strings of weight 1 and 3 * 9 of weight 2.
    assertThat(seen).hasSize(36).doesNotContainKey("III");
    double mean = draws / 36.0;
    assertThat(seen.values()).allMatch(count -> Math.abs(count - mean) < 5 * Math.sqrt(mean));
    assertThat(Ansatz.randomPauliRotations(3, draws, 2, 7)).isEqualTo(circuit);
    assertThat(Ansatz.randomPauliRotations(3, 20, 2, 8))
        .isNotEqualTo(Ansatz.randomPauliRotations(3, 20, 2, 7));
    assertThat(Ansatz.randomPauliRotations(3, 2, 3, 1).operations()).hasSize(2);
  }

  private static Angle weight(int k) {
    return Angle.parameter("w" + k);
  }

  /** Against the series of exp(-i gamma C) and exp(-i beta B). */
  @Test
  void qaoa_is_the_exponential_of_cost_and_mixer() {
    var cost = PauliSum.parse("0.7*ZZI - 1.3*IZZ + 0.4*ZII - 2.0*III");
    var mixer = PauliSum.parse("XII + IXI + IIX");
    double[] theta = {0.3, -0.4, 0.2, 0.6};
    var plus = NaiveMatrix.generate(8, 1, (r, c) -> 1 / Math.sqrt(8), (r, c) -> 0);

    var circuit = Ansatz.qaoa(cost, 2);
    var state = NaiveMatrix.state(circuit.bind(theta));

    var expected = plus;
    for (int layer = 0; layer < 2; layer++) {
      expected = exponential(cost.plus(PauliSum.parse("2.0*III")), theta[2 * layer], expected);
      expected = exponential(mixer, theta[2 * layer + 1], expected);
    }
    assertThat(circuit.parameters()).containsExactly("gamma0", "beta0", "gamma1", "beta1");
    assertThat(state.distance(expected)).isLessThan(1e-12);
    assertThat(NaiveMatrix.state(Ansatz.qaoa(cost, 0)).distance(plus)).isLessThan(1e-12);
  }

  /** The Taylor series of {@code exp(-i t sum) psi}. */
  private static NaiveMatrix exponential(PauliSum sum, double t, NaiveMatrix psi) {
    var matrix = NaiveMatrix.of(sum);
    var term = psi;
    var total = psi;
    for (int k = 1; k <= 40; k++) {
      term = matrix.times(term).times(0, -t / k);
      total = total.plus(term);
    }
    return total;
  }

  @Test
  void the_hamiltonian_variational_ansatz_has_a_parameter_a_term_and_layer() {
    var sum = PauliSum.parse("0.5*ZZ - 3.0*II + 2.0*XY");

    assertThat(Ansatz.hamiltonianVariational(sum, 2))
        .isEqualTo(
            Circuit.of(2)
                .h(0)
                .h(1)
                .pauliRotation("ZZ", weight(0))
                .pauliRotation("XY", weight(1))
                .pauliRotation("ZZ", weight(2))
                .pauliRotation("XY", weight(3)));
    assertThat(Ansatz.hamiltonianVariational(Circuit.of(2).x(1), sum, 1).operations())
        .startsWith(Circuit.of(2).x(1).operations().get(0))
        .hasSize(3);
  }

  @Test
  void coupled_cluster_keeps_the_number_of_electrons_and_their_spin() {
    Samples.each(
        5,
        1,
        samples -> {
          int orbitals = 2 * samples.between(2, 3);
          int electrons = samples.between(1, orbitals - 1);
          var circuit = Ansatz.unitaryCoupledCluster(orbitals, electrons);

          var state = NaiveMatrix.state(circuit.bind(samples.angles(circuit.parameters().size())));

          int ups = (1 << orbitals) - 1 & 0b101010 >> (6 - orbitals);
          int start = (1 << orbitals) - (1 << (orbitals - electrons));
          for (int s = 0; s < 1 << orbitals; s++) {
            boolean sector =
                Integer.bitCount(s) == electrons
                    && Integer.bitCount(s & ups) == Integer.bitCount(start & ups);
            double probability = state.re(s, 0) * state.re(s, 0) + state.im(s, 0) * state.im(s, 0);
            assertThat(sector || probability < 1e-20).as("state %d", s).isTrue();
          }
        });
  }

  @Test
  void plans_that_cannot_be_built_say_why() {
    var ising = Hamiltonians.transverseFieldIsing(2, 1, 1);
    var constant = PauliSum.parse("2.0*II");
    Map<String, ThrowingCallable> refused = new LinkedHashMap<>();
    refused.put("brickwork: a brick needs 2 qubits, and there are 1", () -> Ansatz.brickwork(1, 1));
    refused.put("-1 layers; there cannot be fewer than 0", () -> Ansatz.brickwork(2, -1));
    refused.put(
        "the weight 0 is not possible on 3 qubits (valid: 1..3)",
        () -> Ansatz.randomPauliRotations(3, 1, 0, 1));
    refused.put(
        "the weight 4 is not possible on 3 qubits (valid: 1..3)",
        () -> Ansatz.randomPauliRotations(3, 1, 4, 1));
    refused.put(
        "qaoa: the cost has the term XI; a diagonal cost has I and Z only; "
            + "hamiltonianVariational takes any",
        () -> Ansatz.qaoa(ising, 1));
    refused.put("qaoa: 2.0*II has no term but the identity", () -> Ansatz.qaoa(constant, 1));
    refused.put(
        "hamiltonianVariational: 2.0*II has no term but the identity",
        () -> Ansatz.hamiltonianVariational(constant, 1));
    refused.put(
        "the circuits have 3 and 2 qubits",
        () -> Ansatz.hamiltonianVariational(Circuit.of(3), ising, 1));
    refused.put(
        "4 electrons in 4 spin orbitals leave nothing to excite (valid: 1..3)",
        () -> Ansatz.unitaryCoupledCluster(4, 4));
    refused.put(
        "5 spin orbitals; each orbital has two, so their number is even",
        () -> Ansatz.unitaryCoupledCluster(5, 2));
    refused.put(
        "0 electrons in 4 spin orbitals leave nothing to excite (valid: 1..3)",
        () -> Ansatz.unitaryCoupledCluster(4, 0));

    refused.forEach(
        (message, call) ->
            assertThatIllegalArgumentException().isThrownBy(call).withMessage(message));
  }
}
