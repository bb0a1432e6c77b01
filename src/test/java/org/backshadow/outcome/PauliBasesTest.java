package org.backshadow.outcome;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import org.backshadow.resources.RandomStream;
import org.backshadow.resources.Seed;
import org.junit.jupiter.api.Test;

class PauliBasesTest {
  private static PauliBases random(int qubits, int count, long seed) {
    RandomStream random = new Seed(seed).random();
    long all = -1L >>> (64 - qubits);
    long[] x = new long[count];
    long[] z = new long[count];
    for (int t = 0; t < count; t++) {
      x[t] = random.nextLong() & all;
      z[t] = (random.nextLong() & all) | (all & ~x[t]);
    }
    return PauliBases.of(qubits, x, z);
  }

  private static int inASet(PauliBases bases) {
    var set = new HashSet<String>();
    for (int t = 0; t < bases.size(); t++) {
      set.add(bases.basis(t) + " " + bases.flips(t));
    }
    return set.size();
  }

  @Test
  void different_bases_are_counted_as_a_set_counts_them() {
    for (int qubits : new int[] {1, 2, 5, 16, 31, 32, 62}) {
      for (int count : new int[] {0, 1, 2, 63, 64, 1000}) {
        PauliBases bases = random(qubits, count, 7 * qubits + count);

        assertThat(bases.distinct())
            .as("%d bases of %d qubits", count, qubits)
            .isEqualTo(inASet(bases));
      }
    }
  }

  @Test
  void bases_that_differ_in_flips_alone_are_different() {
    long[] x = {1, 1, 1};
    PauliBases bases = PauliBases.of(1, x, new long[3]).flipped(new long[] {0, 1, 0});

    assertThat(bases.distinct()).isEqualTo(2);
  }
}
