package org.backshadow.circuit.propagation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.backshadow.circuit.Circuit;
import org.backshadow.circuit.Operation;
import org.backshadow.pauli.PauliString;
import org.backshadow.pauli.SignedPauli;
import org.backshadow.testing.NaiveMatrix;
import org.backshadow.testing.Samples;
import org.junit.jupiter.api.Test;

class CliffordActionTest {
  private static final List<Circuit> CLIFFORD =
      List.of(
          Circuit.of(4).h(1),
          Circuit.of(4).s(3),
          Circuit.of(4).sdg(0),
          Circuit.of(4).y(2),
          Circuit.of(4).sx(2),
          Circuit.of(4).rx(1, Math.PI / 2),
          Circuit.of(4).rz(0, -Math.PI / 2),
          Circuit.of(4).rzz(3, 1, Math.PI / 2),
          Circuit.of(4).cx(2, 0),
          Circuit.of(4).cz(1, 3),
          Circuit.of(4).cy(3, 0),
          Circuit.of(4).swap(0, 2),
          Circuit.of(4).iswap(3, 1),
          Circuit.of(4).pauliRotation("XYZX", Math.PI / 2));

  /** {@code U P U^dagger} by matrices. */
  @Test
  void strings_go_where_the_matrices_take_them() {
    var action = new CliffordAction();
    Samples.each(
        20,
        1,
        samples -> {
          for (Circuit circuit : CLIFFORD) {
            Operation gate = circuit.operations().get(0);
            var pauli = new SignedPauli(samples.pauliString(4), samples.chance(0.5));

            SignedPauli image = action.image(pauli, gate).orElseThrow();

            NaiveMatrix u = NaiveMatrix.of(gate, 4);
            NaiveMatrix exact = u.times(matrix(pauli)).times(u.adjoint());
            assertThat(matrix(image).distance(exact)).as("%s of %s", gate, pauli).isLessThan(1e-12);
          }
        });
  }

  private static NaiveMatrix matrix(SignedPauli p) {
    return NaiveMatrix.of(p.string()).times(p.sign());
  }

  @Test
  void a_gate_that_makes_sums_is_no_clifford_gate() {
    var action = new CliffordAction();
    for (Circuit circuit :
        List.of(
            Circuit.of(3).t(0),
            Circuit.of(3).rx(1, 0.3),
            Circuit.of(3).rx(1, Math.PI / 2 + 1e-5),
            Circuit.of(3).cp(0, 1, Math.PI / 2),
            Circuit.of(3).ch(0, 1),
            Circuit.of(3).ccx(0, 1, 2))) {
      Operation gate = circuit.operations().get(0);
      assertThat(action.isClifford(gate)).as("%s", gate).isFalse();
      assertThat(action.image(new SignedPauli(PauliString.of("XYZ"), false), gate)).isEmpty();
    }
    for (Circuit circuit : CLIFFORD) {
      Operation gate = circuit.operations().get(0);
      assertThat(action.isClifford(gate)).as("%s", gate).isTrue();
    }
  }

  @Test
  void gates_on_more_than_four_qubits_do_not_count() {
    Operation wide = Circuit.of(5).pauliRotation("ZZZZZ", Math.PI / 2).operations().get(0);

    assertThat(new CliffordAction().isClifford(wide)).isFalse();
  }
}
