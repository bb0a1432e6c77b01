package org.backshadow.shadow.bell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.backshadow.circuit.Circuit;
import org.backshadow.measure.coherent.StoredCopies;
import org.backshadow.measure.simulated.SimulatedCopies;
import org.backshadow.pauli.PauliString;
import org.backshadow.resources.Ledger;
import org.backshadow.resources.Seed;
import org.backshadow.testing.ExactDoor;
import org.backshadow.testing.LyingDoor;
import org.backshadow.testing.NaiveMatrix;
import org.backshadow.testing.TracingDoor;
import org.junit.jupiter.api.Test;

class VotedSignsTest {
  private static SimulatedCopies door(long seed) {
    return new SimulatedCopies(Ledger.unlimited(), new Seed(seed));
  }

  @Test
  void votes_find_the_signs_and_say_how_much_memory_stays_coherent() {
    Circuit circuit = BellSamplingTest.circuit();
    NaiveMatrix psi = NaiveMatrix.state(circuit);
    for (int seed = 0; seed < 10; seed++) {
      VotedSigns votes = BellSampling.of(circuit).pairs(20_000).seed(seed).voted(0.5);

      assertThat(votes.strings()).hasSizeGreaterThan(5);
      for (int k = 0; k < votes.strings().size(); k++) {
        double exact = NaiveMatrix.of(votes.strings().get(k)).expectation(psi);
        assertThat(votes.values().get(k).value() * exact).isPositive();
      }
      assertThat(votes.storedCopies())
          .isEqualTo(VotedSigns.copies(votes.strings().size(), 0.5, 0.05))
          .isOdd();
      assertThat(votes.coherentQubits()).isEqualTo(3 * votes.storedCopies());
      assertThat(votes.disturbance()).isBetween(0.0, 0.05);
      assertThat(votes.cost().copies()).isEqualTo(40_000 + votes.storedCopies());
      assertThat(votes.cost().qubits()).isEqualTo(4 * votes.storedCopies());
      assertThat(votes.toString()).contains("qubits stay coherent", "(proven)");
    }
  }

  @Test
  void votes_follow_a_door_that_lies() {
    Circuit bell = Circuit.of(2).h(0).cx(0, 1);
    var lying = new LyingDoor(door(1), Circuit.of(2).z(0));
    var strings = List.of(PauliString.of("XX"), PauliString.of("YY"), PauliString.of("ZZ"));
    BellOutcomes pairs = BellOutcomes.measure(lying.prepare(bell), 100);

    VotedSigns votes = VotedSigns.vote(strings, pairs, lying.prepare(bell), 0.5, 0.1);

    assertThat(votes.values().stream().mapToDouble(e -> e.value())).containsExactly(-1.0, 1.0, 1.0);
    assertThat(votes.disturbance()).isZero();
  }

  @Test
  void stored_copies_and_votes_are_charged_to_the_unit() {
    var door = new TracingDoor(door(1));
    StoredCopies stored = door.prepare(BellSamplingTest.circuit()).store(101);
    stored.majority(PauliString.of("XYZ"));
    stored.majority(PauliString.of("IIZ"));

    var cost = door.ledger().cost();
    assertThat(cost.copies()).isEqualTo(door.copies()).isEqualTo(101);
    assertThat(cost.circuits()).isEqualTo(door.circuits()).isEqualTo(1);
    assertThat(cost.gates()).isEqualTo(door.gates()).isEqualTo(101 * (8 + 8 + 4));
    assertThat(cost.depth()).isEqualTo(door.depth());
    assertThat(cost.qubits()).isEqualTo(door.qubits()).isEqualTo(404);
  }

  /**
   * Three copies of a qubit with {@code <Z> = cos(a)}: the vote for + projects onto the sum of
   * three amplitudes' squares. The real distance of what is left from the undisturbed copies,
   * {@code sqrt(1 - q)}, keeps the bound {@code sqrt((1 - q) / q)}.
   */
  @Test
  void the_proven_disturbance_is_above_the_real_one() {
    double a = 0.9;
    double p = (1 + Math.cos(a)) / 2;
    double q = p * p * p + 3 * p * p * (1 - p);
    for (int seed = 0; seed < 20; seed++) {
      StoredCopies stored = door(seed).prepare(Circuit.of(1).ry(0, a)).store(3);
      int vote = stored.majority(PauliString.of("Z"));
      double probability = vote > 0 ? q : 1 - q;

      assertThat(stored.disturbance())
          .isCloseTo(
              Math.sqrt((1 - probability) / probability),
              org.assertj.core.api.Assertions.within(1e-9))
          .isGreaterThanOrEqualTo(Math.sqrt(1 - probability));
    }
  }

  /** A wrong majority of 11 copies with p = 0.6 has the probability 0.2465; six deviations. */
  @Test
  void a_vote_is_wrong_as_often_as_the_binomial_law_says() {
    double a = Math.acos(0.2);
    int wrong = 0;
    for (int seed = 0; seed < 4000; seed++) {
      var stored = door(seed).prepare(Circuit.of(1).ry(0, a)).store(11);
      wrong += stored.majority(PauliString.of("Z")) < 0 ? 1 : 0;
    }

    assertThat(wrong / 4000.0).isBetween(0.2465 - 0.041, 0.2465 + 0.041);
  }

  @Test
  void ties_and_doors_without_memory_are_refused() {
    assertThatThrownBy(() -> door(1).prepare(Circuit.of(1)).store(100))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("100 copies; votes need an odd number, such as 101, so that none is a tie");
    assertThatThrownBy(() -> new ExactDoor().prepare(Circuit.of(1)).store(3))
        .isInstanceOf(UnsupportedOperationException.class)
        .hasMessage("this door keeps no copies coherent");
  }
}
