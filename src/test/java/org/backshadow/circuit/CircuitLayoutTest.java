package org.backshadow.circuit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CircuitLayoutTest {
  @Test
  void gates_that_cross_stand_apart_though_the_depth_counts_them_together() {
    Circuit crossing = Circuit.of(4).cx(0, 2).cx(1, 3);

    assertThat(CircuitLayout.of(crossing).columns()).hasSize(2);
    assertThat(crossing.depth()).isEqualTo(1);
  }

  @Test
  void a_gate_between_the_qubits_of_another_waits() {
    Circuit circuit = Circuit.of(3).cz(0, 2).h(1).x(0);

    List<List<Operation>> columns = CircuitLayout.of(circuit).columns();

    assertThat(columns).hasSize(2);
    assertThat(columns.get(1)).hasSize(2);
  }

  @Test
  void the_empty_circuit_has_no_columns() {
    assertThat(CircuitLayout.of(Circuit.of(2)).columns()).isEmpty();
    assertThat(Circuit.of(2).depth()).isZero();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void no_two_gates_of_a_column_share_a_wire_and_order_is_kept(long seed) {
    int qubits = 2 + (int) seed;
    Circuit circuit = RandomCircuits.of(qubits, 200, seed);

    CircuitLayout layout = CircuitLayout.of(circuit);

    var drawn = new ArrayList<List<Operation>>();
    var given = new ArrayList<List<Operation>>();
    for (int q = 0; q < qubits; q++) {
      drawn.add(new ArrayList<>());
      given.add(new ArrayList<>());
    }
    for (List<Operation> column : layout.columns()) {
      var taken = new boolean[qubits];
      assertThat(column).as("seed " + seed).isNotEmpty();
      for (Operation operation : column) {
        operation.qubits().forEach(q -> drawn.get(q).add(operation));
        for (int q = Collections.min(operation.qubits());
            q <= Collections.max(operation.qubits());
            q++) {
          assertThat(taken[q]).as("seed %d, %s on wire %d", seed, operation, q).isFalse();
          taken[q] = true;
        }
      }
    }
    circuit.operations().forEach(o -> o.qubits().forEach(q -> given.get(q).add(o)));
    assertThat(drawn).as("seed " + seed).isEqualTo(given);
  }
}
