package org.backshadow.gradient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.backshadow.circuit.Angle;
import org.backshadow.circuit.Circuit;
import org.backshadow.circuit.ansatz.Ansatz;
import org.backshadow.pauli.LieAlgebra;
import org.backshadow.pauli.PauliString;
import org.backshadow.pauli.PauliSum;
import org.junit.jupiter.api.Test;

class TradeOffTest {
  private static LieAlgebra algebra(String... generators) {
    return LieAlgebra.of(List.of(generators).stream().map(PauliString::of).toList());
  }

  /** su(2); commuting ones; all of su(4) but for su(2) + su(2); the open transverse Ising chain. */
  @Test
  void lie_algebras_have_their_known_dimensions() {
    assertThat(algebra("X", "Z").dimension()).isEqualTo(3);
    assertThat(algebra("XI", "XX", "IX", "II").dimension()).isEqualTo(3);
    assertThat(algebra("XI", "ZI", "IX", "IZ").dimension()).isEqualTo(6);
    assertThat(algebra("XI", "ZI", "IX", "IZ", "ZZ").dimension()).isEqualTo(15);
    // n(2n - 1) free fermions
    assertThat(algebra("ZZII", "IZZI", "IIZZ", "XIII", "IXII", "IIXI", "IIIX").dimension())
        .isEqualTo(28);
  }

  /** Every string is a commutator of others, found by trying all pairs until nothing is new. */
  @Test
  void the_closure_is_that_of_all_pairs() {
    LieAlgebra algebra = algebra("XYI", "IZZ", "ZIX");

    var strings = algebra.strings();
    for (PauliString a : strings) {
      for (PauliString b : strings) {
        assertThat(a.commutesWith(b) || strings.contains(a.times(b))).isTrue();
      }
    }
  }

  /**
   * The stabilizer Z on qubit 0 times all rotations of qubits 1 and 2: X = 4^3/2 - 2 = 30. P and ZP
   * side by side are measured together, F = 2, which is the bound exactly; the last layers of a
   * circuit of finite depth hold more that commute.
   */
  @Test
  void stabilizers_times_logical_strings_reach_the_bound() {
    String[] logical = {"XI", "ZZ", "IX", "ZI", "IZ"};
    Circuit circuit = Circuit.of(3).ry(0, 0.4);
    for (int k = 0; k < 40; k++) {
      String string = (k % 2 == 0 ? "I" : "Z") + logical[k / 2 % 5];
      circuit = circuit.pauliRotation(string, Angle.parameter("w" + k));
    }

    TradeOff tradeOff = Expectation.of(circuit, PauliSum.parse("IYZ")).tradeOff();

    assertThat(tradeOff.dimension()).isEqualTo(30);
    assertThat(tradeOff.efficiency()).isBetween(2.0, 2.5);
    assertThat(new TradeOff(3, 30, 40, 20).bound()).isEqualTo(30);
  }

  @Test
  void commuting_generators_are_measured_together_and_express_little() {
    TradeOff tradeOff =
        Expectation.of(Ansatz.commutingGenerators(3, 7), PauliSum.parse("ZII")).tradeOff();

    // Four of the seven products of X act on qubit 0; the others have no derivative.
    assertThat(tradeOff).isEqualTo(new TradeOff(3, 7, 4, 1));
    assertThat(tradeOff.efficiency()).isEqualTo(4);
    assertThat(tradeOff.bound()).isEqualTo(12);
    assertThat(tradeOff)
        .hasToString("X = 7 (deep circuits: at most 12.00), F = 4.00: 4 components in 1 sets");
  }

  @Test
  void gradient_observables_are_counted_and_never_cut() {
    Circuit circuit =
        Circuit.of(2).rx(0, Angle.parameter("a")).cx(0, 1).rz(1, Angle.parameter("b")).h(1).s(0);
    GradientObservables observables =
        Expectation.of(circuit, PauliSum.parse("IX")).at(0.3, 0.5).gradientObservables();

    // Behind the CX, X0 is XX; rz turns it to XX cos + XY sin, then H and S: YZ cos - YY sin.
    assertThat(observables.of("a").oneNorm())
        .isCloseTo(Math.cos(0.5) + Math.sin(0.5), within(1e-15));
    assertThat(observables.of("b").terms()).isEmpty();
    assertThat(observables.table().column("Pauli terms").asList()).isEqualTo(List.of(2, 0));
    assertThat(observables.table().column("largest weight").asList()).isEqualTo(List.of(2, 0));
    assertThat(observables.table().doubleColumn("sum of c^2 3^weight").get(0))
        .isCloseTo(9, within(1e-13));
    assertThat(observables).hasToString("2 gradient observables, 2 Pauli terms");
    assertThatThrownBy(() -> observables.of("c"))
        .hasMessage("no parameter c; the circuit has [a, b]");
  }

  @Test
  void observables_that_grow_too_large_are_refused_with_the_count() {
    Circuit circuit = Circuit.of(8).rx(0, Angle.parameter("a"));
    for (int k = 0; k < 60; k++) {
      circuit =
          circuit.u(k % 8, 0.3 + k, 0.7 * k, 1.1).cx(k % 8, (k + 1) % 8).rx((k + 3) % 8, 0.4 * k);
    }
    Evaluation here = Expectation.of(circuit, PauliSum.parse("ZIIIIIII")).at(0.2);

    assertThatThrownBy(here::gradientObservables)
        .hasMessageStartingWith("gradientObservables: the gradient observable of gate 0 (rx) has")
        .hasMessageContaining("more than 4,096 Pauli terms");
  }

  @Test
  void without_a_component_there_is_nothing_to_trade() {
    Circuit circuit = Circuit.of(1).rx(0, Angle.parameter("a"));

    TradeOff tradeOff = Expectation.of(circuit, PauliSum.parse("X")).tradeOff();

    assertThat(tradeOff).isEqualTo(new TradeOff(1, 1, 0, 0));
    assertThat(tradeOff.efficiency()).isZero();
    assertThat(tradeOff.bound()).isInfinite();
  }

  @Test
  void the_table_has_the_record_and_what_follows_from_it() {
    var table = new TradeOff(3, 7, 4, 1).table();

    assertThat(table.doubleColumn("value").asList()).containsExactly(7.0, 4.0, 1.0, 4.0, 12.0);
    assertThat(table.stringColumn("quantity").get(2)).isEqualTo("sets measured together");
  }
}
