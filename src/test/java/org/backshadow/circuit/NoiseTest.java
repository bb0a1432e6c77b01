package org.backshadow.circuit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.backshadow.circuit.propagation.PauliPropagation;
import org.backshadow.pauli.PauliSum;
import org.ejml.data.MatrixType;
import org.ejml.simple.SimpleMatrix;
import org.junit.jupiter.api.Test;

/** Noise in circuits: what can be said, what is counted, and what is refused. */
class NoiseTest {
  private static final Circuit NOISY = Circuit.of(2).h(0).cx(0, 1).depolarize(1, 0.02).x(1);

  @Test
  void every_channel_has_its_call_with_numbers_and_with_parameters() {
    Angle p = Angle.parameter("p");
    Circuit numbers =
        Circuit.of(1)
            .depolarize(0, 0.1)
            .bitFlip(0, 0.1)
            .phaseFlip(0, 0.1)
            .amplitudeDamping(0, 0.1)
            .phaseDamping(0, 0.1)
            .generalizedAmplitudeDamping(0, 0.1, 0.1);
    Circuit parameters =
        Circuit.of(1)
            .depolarize(0, p)
            .bitFlip(0, p)
            .phaseFlip(0, p)
            .amplitudeDamping(0, p)
            .phaseDamping(0, p)
            .generalizedAmplitudeDamping(0, p, p);

    assertThat(parameters.bind(0.1)).isEqualTo(numbers);
    assertThat(numbers.operations())
        .extracting(Operation::instruction)
        .containsExactlyInAnyOrder(StandardChannel.values());
  }

  @Test
  void channels_stand_in_circuits_but_are_no_gates() {
    assertThat(NOISY.size()).isEqualTo(4);
    assertThat(NOISY.gates()).isEqualTo(3);
    assertThat(NOISY.depth()).isEqualTo(3);
    assertThat(NOISY.isUnitary()).isFalse();
    assertThat(NOISY.first(2).isUnitary()).isTrue();
    assertThat(NOISY.repeat(2).size()).isEqualTo(8);
    assertThat(Circuit.of(1).depolarize(0, 0.1).depth()).isZero();
  }

  @Test
  void a_strength_out_of_range_is_refused_at_once_or_when_it_is_bound() {
    assertThatThrownBy(() -> Circuit.of(1).depolarize(0, 1.2))
        .hasMessage("depolarize: p is 1.2; it must be from 0 to 1");
    assertThatThrownBy(() -> Circuit.of(1).phaseDamping(0, Double.NaN))
        .hasMessage("phaseDamping: lambda is NaN; it must be from 0 to 1");
    Circuit circuit = Circuit.of(1).amplitudeDamping(0, Angle.parameter("p").times(2));
    assertThat(circuit.bind(0.5).operations().get(0).isBound()).isTrue();
    assertThatThrownBy(() -> circuit.bind(0.6))
        .hasMessage("amplitudeDamping: gamma is 1.2; it must be from 0 to 1");
    assertThatThrownBy(() -> Circuit.of(1).generalizedAmplitudeDamping(0, 0.5, -0.1))
        .hasMessage("generalizedAmplitudeDamping: excitation is -0.1; it must be from 0 to 1");
  }

  @Test
  void kraus_operators_that_lose_the_trace_are_refused_with_the_deviation() {
    var half = SimpleMatrix.identity(2).scale(0.7);

    assertThatThrownBy(() -> Circuit.of(1).channel(0, half))
        .hasMessage(
            "channel: the sum of K^dagger K differs from the identity by 5.1e-01 (allowed: 1e-10);"
                + " Kraus operators keep the trace");
    assertThatThrownBy(() -> Circuit.of(1).channel(0, SimpleMatrix.identity(4)))
        .hasMessage("channel: Kraus operator 0 is 4 x 4; on 1 qubit it is 2 x 2");
    assertThatThrownBy(() -> Circuit.of(1).channel(0))
        .hasMessage("channel: at least one Kraus operator is needed");
    assertThatThrownBy(() -> Circuit.of(1).channel(0, SimpleMatrix.filled(2, 2, Double.NaN)))
        .hasMessageContaining("differs from the identity by NaN");
    assertThatThrownBy(
            () -> Circuit.of(6).channel(List.of(0, 1, 2, 3, 4), SimpleMatrix.identity(32)))
        .hasMessage("channel: on 1 to 4 qubits, not 5");
  }

  @Test
  void kraus_operators_are_copied() {
    var own = SimpleMatrix.identity(2);
    Circuit circuit = Circuit.of(1).channel(0, own);
    own.set(0, 0, 5);

    var channel = (Channel) circuit.operations().get(0).instruction();
    channel.kraus().get(0).set(1, 1, 7);

    assertThat(channel.kraus().get(0).get(0, 0)).isEqualTo(1);
    assertThat(channel.kraus().get(0).get(1, 1)).isEqualTo(1);
  }

  @Test
  void what_needs_a_unitary_names_the_channel_its_place_and_a_way_out() {
    String noise = ": operation 2, depolarize(0.02) 1, is a noise channel and not unitary; ";

    assertThatThrownBy(NOISY::adjoint)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "adjoint" + noise + "noise has no inverse: take the adjoint of the gates alone");
    assertThatThrownBy(() -> NOISY.power(-1)).hasMessageStartingWith("adjoint" + noise);
    assertThatThrownBy(() -> Circuit.of(2).controlled(0, NOISY))
        .hasMessage("controlled" + noise + "control the gates alone and put the noise behind them");
    assertThatThrownBy(NOISY::toQasm2)
        .hasMessage("toQasm2" + noise + "OpenQASM has no noise: export the circuit without it");
    assertThatThrownBy(NOISY::toQasm3).hasMessageStartingWith("toQasm3" + noise);
    assertThatThrownBy(() -> NOISY.operations().get(2).gate())
        .hasMessage("depolarize(0.02) 1 is a noise channel and has no unitary");
    assertThatThrownBy(
            () -> PauliPropagation.forward(PauliSum.parse("ZZ"), NOISY.operations().get(2)))
        .hasMessage("depolarize(0.02) 1 is a noise channel and has no unitary");
  }

  @Test
  void a_channel_of_ones_own_says_what_it_lacks() {
    Channel own =
        new Channel() {
          @Override
          public String label() {
            return "own";
          }

          @Override
          public int qubits() {
            return 1;
          }

          @Override
          public int angles() {
            return 1;
          }

          @Override
          public List<SimpleMatrix> kraus(double... strengths) {
            return List.of(SimpleMatrix.identity(2));
          }
        };

    assertThat(own.superoperator(0.3).getReal(3, 3)).isEqualTo(1);
    assertThatThrownBy(() -> own.derivative(0, 0.3))
        .hasMessage("channel own has no derivative, so nothing can be differentiated by its noise");
    assertThatThrownBy(() -> Circuit.of(1).channel(own, List.of(0), Angle.of(2)))
        .hasMessage("own: strength 0 is 2.0; it must be from 0 to 1");
    assertThatThrownBy(() -> Circuit.of(1).channel(own, List.of(0)))
        .hasMessage("own takes 1 strengths, not 0");
  }

  @Test
  void noise_is_drawn_in_text() {
    Circuit circuit =
        NOISY.channel(0, 1, SimpleMatrix.identity(4)).amplitudeDamping(0, Angle.parameter("g"));

    assertThat(circuit.toString())
        .isEqualTo(
            """
            q0: ──H──●───────────────────────channel:0──amplitudeDamping(g)──
                     │                       │                              \s
            q1: ─────⊕──depolarize(0.02)──X──channel:1───────────────────────""");
  }

  /** Both columns have length 1, and their product is i: off by an imaginary number alone. */
  @Test
  void columns_that_overlap_by_an_imaginary_number_are_no_channel_and_no_unitary() {
    double h = Math.sqrt(0.5);
    var skew = new SimpleMatrix(2, 2, MatrixType.ZDRM);
    skew.set(0, 0, h, 0);
    skew.set(0, 1, 0, h);
    skew.set(1, 0, h, 0);
    skew.set(1, 1, 0, h);
    var skewRows = new SimpleMatrix(2, 2, MatrixType.ZDRM);
    skewRows.set(0, 0, h, 0);
    skewRows.set(0, 1, h, 0);
    skewRows.set(1, 0, 0, h);
    skewRows.set(1, 1, 0, h);
    var unitary = new SimpleMatrix(2, 2, MatrixType.ZDRM);
    unitary.set(0, 0, h, 0);
    unitary.set(0, 1, 0, h);
    unitary.set(1, 0, 0, h);
    unitary.set(1, 1, h, 0);

    assertThatThrownBy(() -> Circuit.of(1).channel(0, skew))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("differs from the identity by 1.0e+00");
    assertThatThrownBy(() -> Circuit.of(1).unitary(skewRows, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("differs from the identity by 1.0e+00");
    assertThat(Circuit.of(1).channel(0, unitary).unitary(unitary, 0).size()).isEqualTo(2);
  }
}
