package org.backshadow.exercise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.backshadow.Backshadow.check;
import static org.backshadow.Backshadow.param;
import static org.backshadow.Backshadow.pauliSum;

import org.backshadow.circuit.Circuit;
import org.backshadow.pauli.PauliSum;
import org.backshadow.state.Simulator;
import org.backshadow.state.StateVector;
import org.junit.jupiter.api.Test;

/** What is the same, and what is said to answers that no exercise foresees. */
class KindsTest {
  private static final double TOLERANCE = 1e-9;
  private static final CircuitKind UNITARY = new CircuitKind(true);
  private static final CircuitKind PREPARING = new CircuitKind(false);

  private static StateVector state(Circuit circuit) {
    return Simulator.run(circuit);
  }

  private static String state(StateVector given, StateVector right) {
    return new StateKind().difference(given, right, TOLERANCE);
  }

  private static String circuit(CircuitKind kind, Circuit given, Circuit right) {
    assertThat(kind.same(given, right, TOLERANCE)).isFalse();
    return kind.difference(given, right, TOLERANCE);
  }

  private static String observable(String given, String right) {
    return new ObservableKind().difference(pauliSum(given), pauliSum(right), TOLERANCE);
  }

  @Test
  void a_state_is_told_its_qubits_its_amplitude_or_its_phase() {
    StateVector bell = state(Circuit.of(2).h(0).cx(0, 1));

    assertThat(state(state(Circuit.of(1)), bell))
        .isEqualTo("your state has 1 qubit; the question is about more");
    assertThat(state(state(Circuit.of(2)), bell))
        .isEqualTo("the amplitude of |11> is too small in size");
    assertThat(state(state(Circuit.of(2).h(0).cx(0, 1).z(0)), bell))
        .isEqualTo(
            "all amplitudes have the right size, but the phase between |00> and |11> is another");
  }

  @Test
  void a_circuit_is_any_with_the_same_unitary_up_to_a_phase() {
    var a = param("a");
    Circuit turn = Circuit.of(1).rz(0, a);

    assertThat(UNITARY.same(Circuit.of(1).p(0, a), turn, TOLERANCE)).isTrue();
    assertThat(UNITARY.same(Circuit.of(1).h(0).rx(0, param("b")).h(0), turn, TOLERANCE)).isTrue();
    assertThat(UNITARY.same(Circuit.of(1).h(0).z(0).h(0), Circuit.of(1).x(0), TOLERANCE)).isTrue();
    assertThat(PREPARING.same(turn, Circuit.of(1).p(0, param("b")), TOLERANCE)).isTrue();
    assertThat(PREPARING.same(Circuit.of(1).y(0), Circuit.of(1).x(0), TOLERANCE)).isTrue();
    assertThat(UNITARY.same(Circuit.of(1).y(0), Circuit.of(1).x(0), TOLERANCE)).isFalse();
  }

  @Test
  void parameters_with_the_same_names_may_come_in_another_order() {
    var a = param("a");
    var b = param("b");
    Circuit one = Circuit.of(2).rx(0, a).ry(1, b);

    assertThat(UNITARY.same(Circuit.of(2).ry(1, b).rx(0, a), one, TOLERANCE)).isTrue();
    assertThat(UNITARY.same(Circuit.of(2).ry(1, a).rx(0, b), one, TOLERANCE)).isFalse();
  }

  @Test
  void a_circuit_is_told_where_it_differs() {
    assertThat(circuit(UNITARY, Circuit.of(2), Circuit.of(1)))
        .isEqualTo("your circuit has 2 qubits; the question is about fewer");
    assertThat(circuit(UNITARY, Circuit.of(1).depolarize(0, 0.1), Circuit.of(1)))
        .isEqualTo("your circuit has noise; wanted is one without");
    assertThat(circuit(UNITARY, Circuit.of(1), Circuit.of(1).rx(0, param("a"))))
        .isEqualTo("your circuit has 0 parameters; wanted are more");
    assertThat(circuit(UNITARY, Circuit.of(2).cx(0, 1), Circuit.of(2)))
        .isEqualTo("|10> turns into a state where the amplitude of |10> is too small in size");
    assertThat(circuit(UNITARY, Circuit.of(1).s(0), Circuit.of(1)))
        .isEqualTo(
            "each basis state turns into the right one, but the phase between what |0> and |1>"
                + " turn into is another");
    assertThat(circuit(PREPARING, Circuit.of(1), Circuit.of(1).x(0)))
        .isEqualTo("the amplitude of |0> is too large in size");
    assertThat(circuit(PREPARING, Circuit.of(1).rx(0, param("a")), Circuit.of(1).ry(0, param("a"))))
        .startsWith("with the parameters ")
        .endsWith("the phase between |1> and |0> is another");
  }

  @Test
  void an_observable_is_told_the_term_that_is_off() {
    assertThat(observable("ZZ", "Z")).contains("2 qubits");
    assertThat(observable("ZZ + XX", "ZZ")).isEqualTo("XX does not belong to it");
    assertThat(observable("0.5*ZZ", "ZZ")).isEqualTo("the coefficient of ZZ: too small");
    assertThat(observable("-1*ZZ", "ZZ"))
        .isEqualTo("the coefficient of ZZ: the size is right, the sign is not");
    assertThat(observable("ZZ", "ZZ + XX"))
        .isEqualTo("what is there is right, but a term is missing");
    assertThat(new ObservableKind().same(sum("XX + ZZ"), sum("ZZ + XX"), TOLERANCE)).isTrue();
  }

  private static PauliSum sum(String text) {
    return pauliSum(text);
  }

  @Test
  void lambdas_of_one_and_of_two_arguments_reach_their_exercises() {
    assertThat(check("15.3", x -> (x - 1) / 4.1 * Math.PI / 2).right()).isTrue();
    assertThat(check("15.3", x -> x / 0).words())
        .isEqualTo("at 1 your function gives ∞: too large; hint(\"15.3\") helps");
    assertThat(check("15.3", x -> Integer.parseInt("?")).words())
        .startsWith("at 1 your function fails: java.lang.NumberFormatException");
    assertThat(check("15.3", (f, theta) -> theta).words()).startsWith("wanted is a function");
    assertThat(check("1.3", (f, theta) -> new double[1]).words())
        .endsWith("1 numbers for 3 parameters; hint(\"1.3\") helps");
    assertThat(check("1.3", (f, theta) -> theta).words()).contains("component 0 is 0.3: too ");
  }

  @Test
  void numbers_and_letters_are_read_as_they_are_typed() {
    assertThat(check("2.3", new int[] {1, 128, 2}).right()).isTrue();
    assertThat(check("2.3", new double[] {1, 2}).words()).startsWith("too few numbers");
    assertThat(check("2.5", 'D').right()).isTrue();
    assertThat(check("2.5", " d ").right()).isTrue();
    assertThat(check("2.5", "e").words()).startsWith("wanted is one of the letters a to d");
    assertThat(check("2.1", 4096L).right()).isTrue();
    assertThat(check("2.1", -4096).words()).startsWith("the size is right, the sign is not");
    assertThat(check("2.1", "4096").words()).isEqualTo("wanted is a number, such as 0.25");
  }

  @Test
  void an_exercise_without_three_mistakes_and_two_hints_is_refused() {
    assertThatThrownBy(() -> Exercise.of("9.1", "?").number(1).hint("a").hint("b").solution("1"))
        .hasMessage("exercise 9.1 knows 0 mistakes; an exercise knows three or more");
    assertThatThrownBy(
            () ->
                Exercise.of("9.1", "?")
                    .number(1)
                    .mistake(2.0, "a")
                    .mistake(3.0, "b")
                    .mistake(4.0, "c")
                    .hint("a")
                    .solution("1"))
        .hasMessage("exercise 9.1 has 1 hints; an exercise has a vague one and a plainer one");
  }
}
