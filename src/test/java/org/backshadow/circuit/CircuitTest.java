package org.backshadow.circuit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.backshadow.pauli.PauliString;
import org.backshadow.testing.NaiveMatrix;
import org.backshadow.testing.Samples;
import org.ejml.simple.SimpleMatrix;
import org.junit.jupiter.api.Test;

class CircuitTest {
  private static final double EXACT = 1e-12;
  private static final Angle THETA = Angle.parameter("theta");

  // what the calls mean

  @Test
  void each_call_appends_the_row_of_its_name() {
    Map<String, Circuit> calls = new LinkedHashMap<>();
    var c = Circuit.of(4);
    calls.put("i[3][]", c.i(3));
    calls.put("x[3][]", c.x(3));
    calls.put("y[3][]", c.y(3));
    calls.put("z[3][]", c.z(3));
    calls.put("h[3][]", c.h(3));
    calls.put("s[3][]", c.s(3));
    calls.put("sdg[3][]", c.sdg(3));
    calls.put("t[3][]", c.t(3));
    calls.put("tdg[3][]", c.tdg(3));
    calls.put("sx[3][]", c.sx(3));
    calls.put("rx[3][0.1]", c.rx(3, 0.1));
    calls.put("ry[3][0.1]", c.ry(3, 0.1));
    calls.put("rz[3][0.1]", c.rz(3, 0.1));
    calls.put("p[3][0.1]", c.p(3, 0.1));
    calls.put("u[3][0.1, 0.2, 0.3]", c.u(3, 0.1, 0.2, 0.3));
    calls.put("cx[3, 1][]", c.cx(3, 1));
    calls.put("cy[3, 1][]", c.cy(3, 1));
    calls.put("cz[3, 1][]", c.cz(3, 1));
    calls.put("ch[3, 1][]", c.ch(3, 1));
    calls.put("cp[3, 1][0.1]", c.cp(3, 1, 0.1));
    calls.put("crx[3, 1][0.1]", c.crx(3, 1, 0.1));
    calls.put("cry[3, 1][0.1]", c.cry(3, 1, 0.1));
    calls.put("crz[3, 1][0.1]", c.crz(3, 1, 0.1));
    calls.put("swap[3, 1][]", c.swap(3, 1));
    calls.put("iswap[3, 1][]", c.iswap(3, 1));
    calls.put("ccx[3, 1, 2][]", c.ccx(3, 1, 2));
    calls.put("cswap[3, 1, 2][]", c.cswap(3, 1, 2));
    calls.put("rxx[3, 1][0.1]", c.rxx(3, 1, 0.1));
    calls.put("ryy[3, 1][0.1]", c.ryy(3, 1, 0.1));
    calls.put("rzz[3, 1][0.1]", c.rzz(3, 1, 0.1));
    calls.put("singleExcitation[3, 1][0.1]", c.singleExcitation(3, 1, 0.1));
    calls.put("doubleExcitation[3, 1, 0, 2][0.1]", c.doubleExcitation(3, 1, 0, 2, 0.1));
    calls.put("pauliRotation[0, 2, 3][0.1]", c.pauliRotation("XIYZ", 0.1));
    calls.put("unitary[3, 1][]", c.unitary(SimpleMatrix.identity(4), 3, 1));

    calls.forEach(
        (row, circuit) -> {
          Operation last = circuit.operations().get(0);
          assertThat(last.gate().label() + last.qubits() + last.angles()).isEqualTo(row);
        });
  }

  @Test
  void a_symbolic_angle_does_what_its_number_does() {
    Map<String, List<Circuit>> pairs = new LinkedHashMap<>();
    var c = Circuit.of(4);
    Angle a = THETA;
    double t = 0.7;
    pairs.put("rx", List.of(c.rx(1, a), c.rx(1, t)));
    pairs.put("ry", List.of(c.ry(1, a), c.ry(1, t)));
    pairs.put("rz", List.of(c.rz(1, a), c.rz(1, t)));
    pairs.put("p", List.of(c.p(1, a), c.p(1, t)));
    pairs.put("u", List.of(c.u(1, a, a, a), c.u(1, t, t, t)));
    pairs.put("cp", List.of(c.cp(2, 0, a), c.cp(2, 0, t)));
    pairs.put("crx", List.of(c.crx(2, 0, a), c.crx(2, 0, t)));
    pairs.put("cry", List.of(c.cry(2, 0, a), c.cry(2, 0, t)));
    pairs.put("crz", List.of(c.crz(2, 0, a), c.crz(2, 0, t)));
    pairs.put("rxx", List.of(c.rxx(2, 0, a), c.rxx(2, 0, t)));
    pairs.put("ryy", List.of(c.ryy(2, 0, a), c.ryy(2, 0, t)));
    pairs.put("rzz", List.of(c.rzz(2, 0, a), c.rzz(2, 0, t)));
    pairs.put("single", List.of(c.singleExcitation(2, 0, a), c.singleExcitation(2, 0, t)));
    pairs.put(
        "double", List.of(c.doubleExcitation(2, 0, 3, 1, a), c.doubleExcitation(2, 0, 3, 1, t)));
    pairs.put("pauli", List.of(c.pauliRotation("XIYZ", a), c.pauliRotation("XIYZ", t)));

    pairs.forEach((name, pair) -> assertThat(pair.get(0).bind(t)).as(name).isEqualTo(pair.get(1)));
  }

  @Test
  void a_pauli_rotation_is_the_exponential_for_every_string_of_three_letters() {
    for (int i = 0; i < 64; i++) {
      String letters = "" + "IXYZ".charAt(i / 16) + "IXYZ".charAt(i / 4 % 4) + "IXYZ".charAt(i % 4);
      var pauli = NaiveMatrix.of(PauliString.of(letters));

      var u = formOnRegister(Circuit.of(3).pauliRotation(letters, 0.9));

      var exponential =
          NaiveMatrix.identity(8).times(Math.cos(0.45)).plus(pauli.times(0, -Math.sin(0.45)));
      assertThat(u.distance(exponential)).as(letters).isLessThan(1e-15);
    }
  }

  @Test
  void a_matrix_gate_has_the_entries_it_was_given() {
    Samples.each(
        20,
        500,
        samples -> {
          int size = samples.between(1, 3);
          var u = samples.unitary(size);
          int[] targets = samples.qubits(size, 4).stream().mapToInt(q -> q).toArray();

          var circuit = Circuit.of(4).unitary(u.toEjml(), targets);

          var expected = u.embedded(4, Arrays.stream(targets).boxed().toList());
          assertThat(formOnRegister(circuit).distance(expected)).isZero();
        });
  }

  @Test
  void a_matrix_gate_does_not_follow_later_changes_of_the_matrix() {
    var matrix = SimpleMatrix.identity(2);
    var circuit = Circuit.of(1).unitary(matrix, 0);

    matrix.set(0, 0, 7);

    assertThat(circuit.operations().get(0).form().re(0, 0)).isEqualTo(1);
  }

  // then, adjoint, repeat, controlled

  @Test
  void then_is_the_product_and_the_adjoint_undoes() {
    Samples.each(
        60,
        1000,
        samples -> {
          int n = samples.between(1, 5);
          var shape = Samples.Shape.of(n, 15).bound();
          var a = samples.circuit(shape);
          var b = samples.circuit(shape);
          var ua = NaiveMatrix.of(a);
          var ub = NaiveMatrix.of(b);

          assertThat(NaiveMatrix.of(a.then(b)).distance(ub.times(ua))).isLessThan(EXACT);
          assertThat(NaiveMatrix.of(a.adjoint()).distance(ua.adjoint())).isLessThan(EXACT);
          assertThat(NaiveMatrix.of(a.repeat(3)).distance(ua.times(ua).times(ua)))
              .isLessThan(EXACT);
          assertThat(a.then(a.adjoint()).size()).isEqualTo(30);
        });
  }

  @Test
  void the_adjoint_of_a_symbolic_circuit_is_symbolic() {
    Samples.each(
        40,
        2000,
        samples -> {
          var circuit = samples.circuit(Samples.Shape.of(samples.between(1, 4), 12));
          double[] theta = samples.angles(circuit.parameters().size());
          Map<String, Double> values = Circuit.named(circuit, theta);

          var adjoint = circuit.adjoint();

          assertThat(adjoint.parameters())
              .containsExactlyInAnyOrderElementsOf(circuit.parameters());
          assertThat(
                  NaiveMatrix.of(adjoint.bind(values))
                      .distance(NaiveMatrix.of(circuit.bind(values)).adjoint()))
              .isLessThan(EXACT);
          assertThat(
                  NaiveMatrix.of(adjoint.adjoint().bind(values))
                      .distance(NaiveMatrix.of(circuit.bind(values))))
              .isLessThan(EXACT);
        });
  }

  @Test
  void controlled_acts_where_the_control_is_1_at_every_nesting() {
    Samples.each(
        60,
        3000,
        samples -> {
          var inner = samples.circuit(Samples.Shape.of(2, 6).bound());
          var onRegister = inner.widened(5);
          var controlled = onRegister;
          var expected = NaiveMatrix.of(inner);
          var places = new ArrayList<>(List.of(0, 1));
          for (int control = 2; control < 5; control++) {
            controlled = Circuit.of(5).controlled(control, controlled);
            expected = expected.controlled();
            places.add(0, control);

            assertThat(formOnRegister(controlled).distance(expected.embedded(5, places)))
                .as("%d controls", control - 1)
                .isLessThan(EXACT);
            assertThat(
                    formOnRegister(controlled.adjoint())
                        .distance(expected.adjoint().embedded(5, places)))
                .as("adjoint, %d controls", control - 1)
                .isLessThan(EXACT);
          }
        });
  }

  @Test
  void a_controlled_circuit_keeps_its_beginning_and_its_parameters() {
    var inner = Circuit.of(3).ry(2, THETA).rz(2, THETA.times(2));

    var circuit = Circuit.of(3).h(0).controlled(0, inner);

    assertThat(circuit.operations().stream().map(o -> o.gate().label()))
        .containsExactly("h", "cry", "crz");
    assertThat(circuit.operations().get(1).controls()).containsExactly(0);
    assertThat(circuit.operations().get(1).targets()).containsExactly(2);
    assertThat(circuit.parameters()).containsExactly("theta");
  }

  @Test
  void a_controlled_global_phase_is_a_phase_of_the_control_whichever_it_is() {
    var phase = Circuit.of(2).pauliRotation("II", 0.6);

    for (int control = 0; control < 2; control++) {
      assertThat(Circuit.of(2).controlled(control, phase))
          .isEqualTo(Circuit.of(2).p(control, -0.3));
    }
  }

  @Test
  void repeat_0_is_empty_and_repeat_1_the_same() {
    var c = Circuit.of(2).h(0).cx(0, 1);

    assertThat(c.repeat(0)).isEqualTo(Circuit.of(2));
    assertThat(c.repeat(1)).isEqualTo(c);
    assertThat(c.repeat(3)).isEqualTo(c.then(c).then(c));
  }

  @Test
  void with_first_and_widened_change_a_copy() {
    var c = Circuit.of(2).h(0).cx(0, 1).rz(1, THETA);

    assertThat(c.with(1, Circuit.of(2).cz(0, 1).operations().get(0)))
        .isEqualTo(Circuit.of(2).h(0).cz(0, 1).rz(1, THETA));
    assertThat(c.first(2)).isEqualTo(Circuit.of(2).h(0).cx(0, 1));
    assertThat(c.first(0)).isEqualTo(Circuit.of(2));
    assertThat(c.widened(4)).isEqualTo(Circuit.of(4).h(0).cx(0, 1).rz(1, THETA));
    assertThat(c).isEqualTo(Circuit.of(2).h(0).cx(0, 1).rz(1, THETA));
  }

  // parameters

  @Test
  void parameters_are_named_once_in_the_order_of_their_first_appearance() {
    var a = Angle.parameter("a");
    var b = Angle.parameter("b");
    var c = Angle.parameter("c");

    var circuit = Circuit.of(2).rx(0, b).u(1, c.plus(a), b, a).rzz(0, 1, c.times(2));

    assertThat(circuit.parameters()).containsExactly("b", "c", "a");
    assertThat(Circuit.of(2).h(0).rx(0, 0.3).parameters()).isEmpty();
  }

  @Test
  void binding_by_order_and_by_name_agree() {
    var circuit =
        Circuit.of(2).rx(0, Angle.parameter("b")).ry(1, Angle.parameter("a").times(2).plus(0.3));

    var byOrder = circuit.bind(0.4, 0.5);

    assertThat(circuit.bind(Map.of("a", 0.5, "b", 0.4))).isEqualTo(byOrder);
    assertThat(byOrder).isEqualTo(Circuit.of(2).rx(0, 0.4).ry(1, 2 * 0.5 + 0.3));
    assertThat(byOrder.parameters()).isEmpty();
    assertThat(circuit.parameters()).containsExactly("b", "a");
    assertThat(Circuit.of(1).x(0).bind()).isEqualTo(Circuit.of(1).x(0));
    assertThat(Circuit.named(circuit, 0.4, 0.5))
        .containsExactly(Map.entry("b", 0.4), Map.entry("a", 0.5));
  }

  @Test
  void one_parameter_stands_in_many_gates_and_expressions() {
    Samples.each(
        40,
        4000,
        samples -> {
          var circuit = samples.circuit(Samples.Shape.of(3, 15).parameters(2));
          double[] theta = samples.angles(circuit.parameters().size());

          var bound = circuit.bind(theta);

          var values = Circuit.named(circuit, theta);
          for (int g = 0; g < circuit.size(); g++) {
            double[] expected =
                circuit.operations().get(g).angles().stream()
                    .mapToDouble(angle -> angle.value(values))
                    .toArray();
            assertThat(bound.operations().get(g).radians())
                .as("gate %d", g)
                .containsExactly(expected);
          }
        });
  }

  // depth

  @Test
  void depth_counts_layers_with_every_gate_as_far_left_as_it_can() {
    var c = Circuit.of(3);
    Map<Circuit, Integer> depths = new LinkedHashMap<>();
    depths.put(c, 0);
    depths.put(c.h(0), 1);
    depths.put(c.h(0).h(1).h(2), 1);
    depths.put(c.h(0).cx(0, 1).x(2), 2);
    depths.put(c.h(0).cx(0, 1).ry(1, THETA).rz(2, THETA).pauliRotation("XYZ", THETA), 4);
    depths.put(c.cx(0, 1).cx(1, 2).cx(0, 1), 3);
    depths.put(c.x(0).x(0).ccx(2, 1, 0), 3);
    depths.put(c.x(0).repeat(7), 7);

    depths.forEach(
        (circuit, depth) ->
            assertThat(circuit.depth()).as("%s", circuit.operations()).isEqualTo(depth));
  }

  // values

  @Test
  void a_circuit_extended_twice_from_one_prefix_gives_two_circuits() {
    var prefix = Circuit.of(2).h(0);

    var left = prefix.cx(0, 1).x(1);
    var right = prefix.z(1);

    assertThat(prefix).isEqualTo(Circuit.of(2).h(0));
    assertThat(left).isEqualTo(Circuit.of(2).h(0).cx(0, 1).x(1));
    assertThat(right).isEqualTo(Circuit.of(2).h(0).z(1));
    assertThat(prefix.size()).isEqualTo(1);
  }

  @Test
  void a_prefix_that_was_read_is_shared_like_one_that_was_not() {
    var read = Circuit.of(2).h(0).cx(0, 1);
    read.operations();

    var longer = read.x(0).adjoint().x(1);

    assertThat(longer).isEqualTo(Circuit.of(2).x(0).cx(0, 1).h(0).x(1));
    assertThat(longer.hashCode()).isEqualTo(Circuit.of(2).x(0).cx(0, 1).h(0).x(1).hashCode());
  }

  @Test
  void the_lists_of_a_circuit_cannot_be_changed() {
    var c = Circuit.of(2).h(0).rx(1, THETA);
    var places = new ArrayList<>(List.of(0, 1));
    var own = Circuit.of(2).gate(StandardGate.CX, places);
    places.set(0, 5);

    assertThat(own).isEqualTo(Circuit.of(2).cx(0, 1));
    assertThatThrownBy(() -> c.operations().clear())
        .isInstanceOf(UnsupportedOperationException.class);
    assertThatThrownBy(() -> c.operations().get(0).qubits().set(0, 1))
        .isInstanceOf(UnsupportedOperationException.class);
    assertThatThrownBy(() -> c.operations().get(1).angles().clear())
        .isInstanceOf(UnsupportedOperationException.class);
    assertThatThrownBy(() -> c.parameters().clear())
        .isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  void a_hundred_thousand_gates_one_by_one_do_not_overflow_the_stack() {
    var circuit = Circuit.of(3);
    for (int g = 0; g < 100_000; g++) {
      circuit = circuit.rx(g % 3, THETA);
    }
    var bound = circuit.bind(0.1);

    assertThat(circuit.size()).isEqualTo(100_000);
    assertThat(circuit.depth()).isEqualTo(33_334);
    assertThat(circuit.parameters()).containsExactly("theta");
    assertThat(bound.operations().get(99_999))
        .isEqualTo(Circuit.of(3).rx(0, 0.1).operations().get(0));
    assertThat(circuit.adjoint().adjoint()).isEqualTo(circuit);
    assertThat(circuit.adjoint().hashCode()).isEqualTo(circuit.adjoint().hashCode());
  }

  @Test
  void threads_that_read_one_circuit_for_the_first_time_see_the_same_gates() throws Exception {
    var circuit = Circuit.of(3);
    for (int g = 0; g < 5_000; g++) {
      circuit = circuit.cx(g % 3, (g + 1) % 3);
    }
    Circuit shared = circuit;
    var sizes = new int[4];
    var threads =
        IntStream.range(0, 4)
            .mapToObj(i -> new Thread(() -> sizes[i] = List.copyOf(shared.operations()).size()))
            .toList();
    threads.forEach(Thread::start);
    for (Thread thread : threads) {
      thread.join();
    }

    assertThat(sizes).containsOnly(5_000);
  }

  @Test
  void forms_and_gate_names_describe_the_same_unitary() {
    Samples.each(
        100,
        5000,
        samples -> {
          var circuit = samples.circuit(Samples.Shape.of(samples.between(1, 5), 12).bound());
          for (Circuit each : List.of(circuit, circuit.adjoint())) {
            assertThat(formOnRegister(each).distance(NaiveMatrix.of(each)))
                .as("%s", each.operations())
                .isLessThan(EXACT);
          }
        });
  }

  /** The circuit's unitary by the library's own forms and control counts, not by gate names. */
  private static NaiveMatrix formOnRegister(Circuit circuit) {
    var all = NaiveMatrix.identity(1 << circuit.qubits());
    for (Operation operation : circuit.operations()) {
      var matrix = NaiveMatrix.of(operation.form());
      for (int k = 0; k < operation.controls().size(); k++) {
        matrix = matrix.controlled();
      }
      all = matrix.embedded(circuit.qubits(), operation.qubits()).times(all);
    }
    return all;
  }

  @Test
  void a_power_repeats_the_circuit_or_its_inverse() {
    var c = Circuit.of(2).rx(0, 0.3).cx(0, 1);

    assertThat(c.power(3)).isEqualTo(c.repeat(3));
    assertThat(c.power(-2)).isEqualTo(c.adjoint().repeat(2));
    assertThat(c.power(0).size()).isZero();
  }
}
