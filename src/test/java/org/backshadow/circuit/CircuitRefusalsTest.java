package org.backshadow.circuit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.ejml.simple.SimpleMatrix;
import org.junit.jupiter.api.Test;

/** What a circuit refuses, and that it says what would be valid. */
class CircuitRefusalsTest {
  private static final Angle THETA = Angle.parameter("theta");

  @Test
  void every_misuse_says_what_is_wrong_and_what_is_valid() {
    var c = Circuit.of(3);
    var p = Circuit.of(1).rx(0, Angle.parameter("a")).rx(0, Angle.parameter("b"));
    Map<String, Supplier<Object>> misuses = new LinkedHashMap<>();
    misuses.put("qubit 3 is outside this 3-qubit circuit (valid: 0..2)", () -> c.h(3));
    misuses.put("qubit -1 is outside this 3-qubit circuit (valid: 0..2)", () -> c.cx(0, -1));
    misuses.put("qubit 7 is outside this 3-qubit circuit (valid: 0..2)", () -> c.ccx(0, 1, 7));
    misuses.put(
        "qubit 4 is outside this 3-qubit circuit (valid: 0..2)", () -> c.controlled(4, c.h(0)));
    misuses.put(
        "qubit 5 is outside this 3-qubit circuit (valid: 0..2)",
        () -> c.h(0).with(0, Circuit.of(6).h(5).operations().get(0)));
    misuses.put("a circuit has 1 to 62 qubits, not 0", () -> Circuit.of(0));
    misuses.put("a circuit has 1 to 62 qubits, not 63", () -> Circuit.of(63));
    misuses.put("cx needs different qubits, but qubit 1 stands twice", () -> c.cx(1, 1));
    misuses.put("cswap needs different qubits, but qubit 2 stands twice", () -> c.cswap(0, 2, 2));
    misuses.put("ccx needs different qubits, but qubit 0 stands twice", () -> c.ccx(0, 1, 0));
    misuses.put(
        "controlled: ry acts on the control qubit 2 itself", () -> c.controlled(2, c.ry(2, 0.1)));
    misuses.put(
        "controlled: cx acts on the control qubit 1 itself",
        () -> c.controlled(1, c.h(0).cx(1, 2)));
    misuses.put("the circuits have 3 and 2 qubits", () -> c.controlled(0, Circuit.of(2).h(1)));
    misuses.put("the circuits have 3 and 1 qubits", () -> c.then(Circuit.of(1)));
    misuses.put("repeat: -1 is negative", () -> c.repeat(-1));
    misuses.put("2 qubits do not hold this 3-qubit circuit", () -> c.widened(2));
    misuses.put(
        "gate 2 is outside this circuit of 2 gates (valid: 0..1)",
        () -> c.h(0).h(1).with(2, c.h(0).operations().get(0)));
    misuses.put("the circuit has 2 gates, so there are no first 3", () -> c.h(0).h(1).first(3));
    misuses.put("the circuit has 0 gates, so there are no first -1", () -> c.first(-1));
    misuses.put("rx takes 1 angles, not 0", () -> c.gate(StandardGate.RX, List.of(0)));
    misuses.put("h takes 0 angles, not 1", () -> c.gate(StandardGate.H, List.of(0), Angle.of(0.1)));
    misuses.put("cx acts on 2 qubits, not 1", () -> c.gate(StandardGate.CX, List.of(0)));
    misuses.put(
        "pauliRotation: XY has 2 letters but the circuit has 3 qubits",
        () -> c.pauliRotation("XY", 0.1));
    misuses.put("\"XQZ\": 'Q' at 2 is not I, X, Y or Z", () -> c.pauliRotation("XQZ", THETA));
    misuses.put("the angle of rx is NaN; angles must be finite radians", () -> c.rx(0, Double.NaN));
    misuses.put(
        "the angle of u is Infinity; angles must be finite radians",
        () -> c.u(0, 0.1, Double.POSITIVE_INFINITY, 0.2));
    misuses.put(
        "the angle of pauliRotation is -Infinity; angles must be finite radians",
        () -> c.pauliRotation("XYZ", Double.NEGATIVE_INFINITY));
    misuses.put("theta has 1 values but the circuit has 2 parameters: a, b", () -> p.bind(0.1));
    misuses.put("theta has 3 values but the circuit has 2 parameters: a, b", () -> p.bind(1, 2, 3));
    misuses.put("theta has 1 values but the circuit has 0 parameters: none", () -> c.bind(0.1));
    misuses.put("theta[1] is NaN; angles must be finite radians", () -> p.bind(0.1, Double.NaN));
    misuses.put(
        "theta[0] is -Infinity; angles must be finite radians",
        () -> p.bind(Double.NEGATIVE_INFINITY, 0));
    misuses.put("no value for parameter b; the circuit has a, b", () -> p.bind(Map.of("a", 0.1)));
    misuses.put(
        "no parameter c in the circuit; it has a, b",
        () -> p.bind(Map.of("a", 0.1, "b", 0.2, "c", 0.3)));
    misuses.put(
        "parameter b is NaN; angles must be finite radians",
        () -> p.bind(Map.of("a", 0.1, "b", Double.NaN)));
    misuses.put(
        "parameter a has no value; bind the circuit first", () -> p.operations().get(0).radians());
    misuses.put(
        "unitary: a matrix on k qubits is 2^k x 2^k, this one is 3 x 3",
        () -> c.unitary(SimpleMatrix.identity(3), 0));
    misuses.put(
        "unitary: a matrix on k qubits is 2^k x 2^k, this one is 2 x 4",
        () -> c.unitary(new SimpleMatrix(2, 4), 0));
    misuses.put(
        "unitary: a matrix on k qubits is 2^k x 2^k, this one is 1 x 1",
        () -> c.unitary(SimpleMatrix.identity(1), 0));
    misuses.put("unitary acts on 1 qubits, not 2", () -> c.unitary(SimpleMatrix.identity(2), 0, 1));
    misuses.put(
        "unitary: the matrix is not unitary: U U^dagger differs from the identity by 3.0e+00"
            + " (allowed: 1e-09)",
        () -> c.unitary(SimpleMatrix.identity(2).scale(2), 0));
    misuses.put(
        "unitary: the matrix is not unitary: U U^dagger differs from the identity by NaN"
            + " (allowed: 1e-09)",
        () -> c.unitary(SimpleMatrix.identity(2).scale(Double.NaN), 0));
    misuses.put(
        "unitary needs different qubits, but qubit 1 stands twice",
        () -> c.unitary(SimpleMatrix.identity(4), 1, 1));

    misuses.forEach(
        (message, call) ->
            assertThatIllegalArgumentException()
                .as(message)
                .isThrownBy(call::get)
                .withMessage(message));
  }

  @Test
  void a_long_list_of_parameters_is_cut_in_the_message() {
    var c = Circuit.of(1);
    for (int k = 0; k < 12; k++) {
      c = c.rx(0, Angle.parameter("w" + k));
    }
    var circuit = c;

    assertThatIllegalArgumentException()
        .isThrownBy(() -> circuit.bind(new double[11]))
        .withMessage(
            "theta has 11 values but the circuit has 12 parameters:"
                + " w0, w1, w2, w3, w4, w5, w6, w7, …");
  }

  @Test
  void a_map_with_a_null_is_refused_by_name() {
    var circuit = Circuit.of(1).rx(0, THETA);
    Map<String, Double> values = new HashMap<>();
    values.put("theta", null);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> circuit.bind(values))
        .withMessage("no value for parameter theta; the circuit has theta");
  }

  @Test
  void an_expression_that_overflows_is_refused() {
    var circuit = Circuit.of(1).rx(0, THETA.exp());

    assertThatIllegalArgumentException()
        .isThrownBy(() -> circuit.bind(1000))
        .withMessage("the angle is Infinity; angles must be finite radians");
  }

  @Test
  void messages_are_the_same_in_every_locale() {
    var before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.GERMANY);

      assertThatIllegalArgumentException()
          .isThrownBy(() -> Circuit.of(1).unitary(SimpleMatrix.identity(2).scale(2), 0))
          .withMessageContaining("by 3.0e+00 (allowed: 1e-09)");
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void a_matrix_is_accepted_within_the_stated_tolerance_only() {
    var c = Circuit.of(1);
    double tolerated = Math.sqrt(1 + 0.9e-9);

    assertThat(
            c.unitary(SimpleMatrix.identity(2).scale(tolerated), 0)
                .operations()
                .get(0)
                .form()
                .re(0, 0))
        .isCloseTo(1, within(1e-9));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> c.unitary(SimpleMatrix.identity(2).scale(Math.sqrt(1 + 1.1e-9)), 0));
  }
}
