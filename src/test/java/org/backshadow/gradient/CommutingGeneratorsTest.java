package org.backshadow.gradient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.backshadow.circuit.Angle;
import org.backshadow.circuit.Circuit;
import org.backshadow.circuit.ansatz.Ansatz;
import org.backshadow.pauli.PauliSum;
import org.backshadow.resources.Seed;
import org.backshadow.state.Simulator;
import org.backshadow.state.StateVector;
import org.backshadow.testing.ExactDoor;
import org.backshadow.testing.Samples;
import org.junit.jupiter.api.Test;

class CommutingGeneratorsTest implements GradientMethodContract {
  @Override
  public CommutingGenerators method() {
    return Gradients.commutingGenerators();
  }

  @Override
  public SampledGradient seeded(SampledGradient method, long seed) {
    return ((CommutingGenerators) method).seed(seed);
  }

  @Override
  public Model anyModel(Samples samples) {
    return RotationModels.commuting(samples);
  }

  /** Diagonal gates with an angle, shared parameters, Clifford gates before, between and behind. */
  @Override
  public Model richModel() {
    Angle a = Angle.parameter("a");
    Angle b = Angle.parameter("b");
    Circuit circuit =
        Circuit.of(3)
            .h(0)
            .ry(1, 0.7)
            .t(1)
            .h(2)
            .rz(0, a)
            .cp(1, 2, b)
            .rzz(0, 1, a.times(b))
            .s(1)
            .crz(2, 0, b.sin())
            .cx(0, 1)
            .h(0)
            .pauliRotation("XII", a.plus(b))
            .p(2, b.times(2))
            .sx(2);
    return new Model(circuit, PauliSum.parse("ZYI + 0.3"), new double[] {0.7, -0.4});
  }

  @Override
  public Model plainModel() {
    Circuit circuit =
        Circuit.of(2)
            .ry(0, 0.5)
            .ry(1, 0.8)
            .cx(0, 1)
            .rxx(0, 1, Angle.parameter("a"))
            .rx(0, Angle.parameter("b"))
            .rx(1, Angle.parameter("c"));
    return new Model(
        circuit, PauliSum.parse("0.8*ZZ + 0.5*ZI - 0.4*IY"), new double[] {0.6, -0.5, 0.9});
  }

  /** It keeps the observables of the circuit that it was told and reads them in the lied state. */
  @Override
  public double[] targetUnderLie(Model model, Circuit lie) {
    StateVector lied = Simulator.run(model.bound().then(lie));
    return GradientObservables.of(model).stream().mapToDouble(lied::expectation).toArray();
  }

  /**
   * Plain: the strings read are YZ and ZY for ZZ, YX and YI for ZI, XZ and IZ for IY; between any
   * two of these sets some anticommute, so three circuits. Rich: one term, one circuit.
   */
  @Override
  public long circuits(Model model) {
    return model.circuit().qubits() == 2 ? 3 : 1;
  }

  @Override
  public long copies(Model model) {
    return circuits(model) * 4000;
  }

  @Test
  void exact_values_give_the_exact_gradient() {
    GradientMethodContract.exact(accurate(), Targets::gradient, RotationModels::commuting);
  }

  @Test
  void one_circuit_serves_any_number_of_parameters() {
    for (int m : new int[] {1, 12, 200}) {
      var gradient =
          Expectation.of(Ansatz.commutingGenerators(5, m), PauliSum.parse("ZIIII"))
              .at(new double[m])
              .gradient(quick());

      assertThat(gradient.cost().circuits()).isEqualTo(1);
      assertThat(gradient.cost().copies()).isEqualTo(200);
      assertThat(gradient.cost().qubits()).isEqualTo(5);
      assertThat(gradient.values()).hasSize(m);
    }
  }

  /** F = prod cos a_q for X rotations of |0..0> and Z..Z; dF/da_q = -tan(a_q) F, by hand. */
  @Test
  void the_closed_form_of_a_product_of_cosines_is_met() {
    Circuit circuit = Circuit.of(3);
    for (int q = 0; q < 3; q++) {
      circuit = circuit.rx(q, Angle.parameter("a" + q));
    }
    double[] a = {0.3, -0.8, 1.1};
    double f = Math.cos(a[0]) * Math.cos(a[1]) * Math.cos(a[2]);
    var model = new Model(circuit, PauliSum.parse("ZZZ"), a);

    double[] values = method().differentiate(model, new ExactDoor(), new Seed(0)).values();

    for (int q = 0; q < 3; q++) {
      assertThat(values[q]).isCloseTo(-Math.tan(a[q]) * f, within(1e-13));
    }
  }

  @Test
  void generators_that_do_not_commute_are_refused_by_name_with_what_applies() {
    Circuit circuit =
        Circuit.of(3)
            .rx(0, Angle.parameter("a"))
            .rx(1, Angle.parameter("b"))
            .rx(2, Angle.parameter("c"))
            .pauliRotation("XXI", Angle.parameter("d"))
            .rxx(1, 2, Angle.parameter("e"))
            .rz(0, Angle.parameter("f"));
    Evaluation here = Expectation.of(circuit, PauliSum.parse("ZZZ")).at(new double[6]);

    assertThatThrownBy(() -> here.gradient(method()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "commutingGenerators: generators 0 (XII) and 5 (ZII) do not commute; use"
                + " commutingBlocks() (2 blocks) or parameterShift()");
  }

  @Test
  void a_fixed_gate_that_makes_a_sum_of_a_string_is_refused_by_name() {
    Circuit circuit = Circuit.of(1).rx(0, Angle.parameter("a")).t(0);

    assertThatThrownBy(
            () -> Expectation.of(circuit, PauliSum.parse("X")).at(0.3).gradient(method()))
        .hasMessage(
            "commutingGenerators: the generator of gate 0 (X) becomes a sum of Pauli strings behind"
                + " the fixed gate t, which is no Clifford gate; use parameterShift() or"
                + " hadamardTest()");
  }

  @Test
  void a_gate_that_is_no_rotation_is_refused_by_name() {
    Angle a = Angle.parameter("a");
    Circuit circuit = Circuit.of(1).u(0, a, a, a);

    assertThatThrownBy(
            () -> Expectation.of(circuit, PauliSum.parse("X")).at(0.3).gradient(method()))
        .hasMessage(
            "commutingGenerators: gate 0 (u) is no product of Pauli rotations that commute; use rx,"
                + " ry, rz and pauliRotation, or parameterShift()");
  }
}
