package org.backshadow.measure.coherent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.backshadow.circuit.Circuit;
import org.backshadow.measure.simulated.SimulatedCopies;
import org.backshadow.pauli.PauliString;
import org.backshadow.resources.Cost;
import org.backshadow.resources.Ledger;
import org.backshadow.resources.Seed;
import org.junit.jupiter.api.Test;

class StoredCopiesTest {
  private static final PauliString Z = PauliString.of("Z");

  private static StoredCopies stored(Circuit circuit, long copies, long seed) {
    return new SimulatedCopies(Ledger.unlimited(), new Seed(seed)).prepare(circuit).store(copies);
  }

  @Test
  void what_is_certain_is_reported_and_disturbs_nothing() {
    StoredCopies copies = stored(Circuit.of(2).x(1).h(0), 11, 1);

    assertThat(copies.majority(PauliString.of("IZ"))).isEqualTo(-1);
    assertThat(copies.majority(PauliString.of("XI"))).isEqualTo(1);
    assertThat(copies.majority(PauliString.of("XZ"))).isEqualTo(-1);
    assertThat(copies.disturbance()).isCloseTo(0, within(1e-6));
    assertThat(copies.copies()).isEqualTo(11);
    assertThat(copies.coherentQubits()).isEqualTo(22);
  }

  /** Five standard errors: by chance once in two million. */
  @Test
  void a_vote_is_won_as_often_as_by_counting_heads() {
    double angle = 1.4;
    double up = (1 + Math.cos(angle)) / 2;
    double win = atLeast(4, 7, up);
    int votes = 4000;
    int won = 0;
    for (int seed = 0; seed < votes; seed++) {
      won += stored(Circuit.of(1).ry(0, angle), 7, seed).majority(Z) == 1 ? 1 : 0;
    }

    assertThat((double) won / votes).isCloseTo(win, within(5 * Math.sqrt(win * (1 - win) / votes)));
  }

  /** {@code sum(sqrt(q (1 - q))) / prod(q)} over the probabilities q of what came out. */
  @Test
  void the_disturbance_is_bounded_by_how_doubtful_the_votes_were() {
    for (int seed = 0; seed < 20; seed++) {
      Circuit circuit = Circuit.of(2).ry(0, 1.2).ry(1, 1.7);
      StoredCopies copies = stored(circuit, 5, seed);
      double moved = 0;
      double kept = 1;
      for (int q = 0; q < 2; q++) {
        double plus = atLeast(3, 5, (1 + Math.cos(q == 0 ? 1.2 : 1.7)) / 2);
        double p = copies.majority(PauliString.of(q == 0 ? "ZI" : "IZ")) == 1 ? plus : 1 - plus;
        moved += Math.sqrt(p * (1 - p));
        kept *= p;
        assertThat(copies.disturbance()).isCloseTo(moved / kept, within(1e-9));
      }
    }
  }

  @Test
  void storing_charges_the_copies_and_a_vote_its_gates() {
    Ledger ledger = Ledger.unlimited();
    var door = new SimulatedCopies(ledger, new Seed(1));
    StoredCopies copies = door.prepare(Circuit.of(3).h(0).cx(0, 1).cx(1, 2)).store(101);
    assertThat(ledger.cost()).isEqualTo(Cost.quantum(101, 1, 303, 3, 303));

    copies.majority(PauliString.of("ZZI"));

    // 2 (w + 1) gates a copy, a work qubit each, 2 (w + 7) layers: 101 has seven binary digits.
    assertThat(ledger.cost()).isEqualTo(Cost.quantum(101, 1, 303 + 606, 3 + 18, 404));
    copies.majority(PauliString.of("IIX"));
    assertThat(ledger.cost()).isEqualTo(Cost.quantum(101, 1, 909 + 404, 3 + 18 + 16, 404));
  }

  @Test
  void what_would_tie_or_is_not_pure_is_refused() {
    for (long copies : new long[] {0, -3, 100, 1L << 31, (1L << 31) + 1}) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> stored(Circuit.of(1), copies, 0))
          .withMessage(
              copies + " copies; votes need an odd number, such as 101, so that none is a tie");
    }
    assertThatIllegalArgumentException()
        .isThrownBy(() -> stored(Circuit.of(1).depolarize(0, 0.1), 3, 0))
        .withMessageContaining("coherent copies are simulated for pure states only");
    assertThat(stored(Circuit.of(1), 1, 0).majority(Z)).isEqualTo(1);
  }

  /** The binomial probability of at least so many heads, term by term. */
  private static double atLeast(int heads, int coins, double p) {
    double sum = 0;
    for (int k = heads; k <= coins; k++) {
      double ways = 1;
      for (int i = 0; i < k; i++) {
        ways = ways * (coins - i) / (i + 1);
      }
      sum += ways * Math.pow(p, k) * Math.pow(1 - p, coins - k);
    }
    return sum;
  }
}
