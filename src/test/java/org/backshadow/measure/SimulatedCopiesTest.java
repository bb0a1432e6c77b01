package org.backshadow.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.backshadow.circuit.Angle;
import org.backshadow.circuit.Circuit;
import org.backshadow.resources.Ledger;
import org.backshadow.resources.Seed;
import org.junit.jupiter.api.Test;

class SimulatedCopiesTest {
  private final Ledger ledger = Ledger.unlimited();
  private final SimulatedCopies copies = new SimulatedCopies(ledger, new Seed(3));

  @Test
  void a_circuit_without_values_is_refused_before_anything_is_charged() {
    assertThatThrownBy(() -> copies.prepare(Circuit.of(1).rx(0, Angle.parameter("a"))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("parameters without values: a; bind the circuit first");
    assertThat(ledger.cost().circuits()).isZero();
  }

  @Test
  void a_readout_with_parameters_is_refused_before_anything_is_charged() {
    var state = copies.prepare(Circuit.of(1));

    assertThatThrownBy(() -> state.measure(Circuit.of(1).rx(0, Angle.parameter("a")), 10))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(ledger.cost().copies()).isZero();
  }

  @Test
  void announcing_a_circuit_costs_nothing() {
    copies.prepare(Circuit.of(1).h(0));

    assertThat(ledger.cost().circuits()).isZero();
  }

  @Test
  void every_shot_is_a_copy_with_all_its_gates() {
    var counts = copies.prepare(Circuit.of(2).h(0).cx(0, 1)).measure(Circuit.of(2).h(1), 70);

    assertThat(counts.shots()).isEqualTo(70);
    assertThat(ledger.cost().copies()).isEqualTo(70);
    assertThat(ledger.cost().circuits()).isEqualTo(1);
    assertThat(ledger.cost().gates()).isEqualTo(210);
    assertThat(ledger.cost().depth()).isEqualTo(3);
    assertThat(ledger.cost().qubits()).isEqualTo(2);
  }

  @Test
  void no_shots_are_refused() {
    assertThatThrownBy(() -> copies.prepare(Circuit.of(1)).measure(Circuit.of(1), 0))
        .hasMessage("0 shots; at least 1 is needed");
  }
}
