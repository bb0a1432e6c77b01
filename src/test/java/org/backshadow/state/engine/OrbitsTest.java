package org.backshadow.state.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OrbitsTest {
  private static final int BITS = 5;
  private static final int ROWS = 1 << BITS;

  @ParameterizedTest
  @ValueSource(ints = {2, 3})
  void orbits_start_at_the_one_row_without_signs_and_cover_all_rows(int count) {
    for (int trial = 0; trial < 300; trial++) {
      List<LocalString> strings = strings(trial, count, 0);

      Optional<Orbits> orbits = Orbits.of(strings);

      assertThat(orbits.isPresent()).as("%s", strings).isEqualTo(everyOrbitHasOne(strings));
      orbits.ifPresent(o -> assertThat(covered(o)).as("%s", strings).hasSize(ROWS));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3})
  void turns_are_what_a_flip_does_to_a_sign(int count) {
    for (int trial = 0; trial < 50; trial++) {
      List<LocalString> strings = strings(trial, count, 1);
      Orbits.of(strings)
          .ifPresent(
              orbits -> {
                for (int i = 0; i < count; i++) {
                  for (int j = 0; j < count; j++) {
                    int after = 9 ^ strings.get(j).rowFlips();
                    double turn = sign(strings.get(i), after) * sign(strings.get(i), 9);
                    assertThat(orbits.turn(i, j)).isEqualTo(turn);
                  }
                }
              });
    }
  }

  /** Strings as rotations have them: a string's own flips change its sign. */
  private static List<LocalString> strings(int trial, int count, int laneFlips) {
    var random = new SplittableRandom(trial);
    var strings = new ArrayList<LocalString>();
    while (strings.size() < count) {
      int x = 1 + random.nextInt(ROWS - 1);
      int z = random.nextInt(ROWS);
      if ((Integer.bitCount(x & z) & 1) == 1) {
        strings.add(new LocalString(x, laneFlips, z, 0, 0));
      }
    }
    return strings;
  }

  private static int sign(LocalString string, int row) {
    return (Integer.bitCount(string.rowSigns() & row) & 1) == 0 ? 1 : -1;
  }

  private static Set<Integer> orbit(List<LocalString> strings, int row) {
    Set<Integer> orbit = new HashSet<>(Set.of(row));
    for (LocalString string : strings) {
      for (int other : List.copyOf(orbit)) {
        orbit.add(other ^ string.rowFlips());
      }
    }
    return orbit;
  }

  /** By trying all rows of all orbits. */
  private static boolean everyOrbitHasOne(List<LocalString> strings) {
    for (int row = 0; row < ROWS; row++) {
      Set<Integer> orbit = orbit(strings, row);
      long without =
          orbit.stream().filter(r -> strings.stream().allMatch(s -> sign(s, r) == 1)).count();
      if (orbit.size() < 1 << strings.size() || without != 1) {
        return false;
      }
    }
    return true;
  }

  /** All rows of the orbits as a kernel goes through them. */
  private static Set<Integer> covered(Orbits orbits) {
    Set<Integer> covered = new HashSet<>();
    for (int b = 0; b < ROWS; b++) {
      if ((b & orbits.pivots()) == 0) {
        int start = b;
        for (int k = 0; k < orbits.strings().size(); k++) {
          boolean odd = (Integer.bitCount(b & orbits.masks()[k]) & 1) == 1;
          start ^= odd ? orbits.strings().get(k).rowFlips() : 0;
        }
        for (LocalString string : orbits.strings()) {
          assertThat(sign(string, start)).as("%s at %d", string, start).isEqualTo(1);
        }
        covered.addAll(orbit(orbits.strings(), start));
      }
    }
    return covered;
  }
}
