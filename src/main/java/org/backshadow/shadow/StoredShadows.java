package org.backshadow.shadow;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.Arrays;
import org.backshadow.outcome.PauliBases;
import org.backshadow.resources.Cost;

/**
 * The menu of shadows from data that exist already.
 *
 * <pre>{@code
 * var path = Files.createTempDirectory("shadows").resolve("bell.json");
 * classicalShadow(circuit(2).h(0).cx(0, 1)).snapshots(5000).seed(7).save(path);
 * StoredShadows.load(path).estimate("ZZ")
 * // 1.024 ± 0.079 (95 %), 5,000 copies, random Pauli bases, seed 7
 * }</pre>
 */
public class StoredShadows {
  /** Nested menus extend this class; there is nothing to construct. */
  protected StoredShadows() {}

  /**
   * A shadow from recorded outcomes of random Pauli bases, X, Y and Z alike.
   *
   * @param bits outcomes 0 or 1, a row for each snapshot and a column for each qubit
   * @param recipes bases of the same shape: 0 for X, 1 for Y, 2 for Z
   * @throws IllegalArgumentException with the row and column of what is wrong
   */
  public static ClassicalShadow of(int[][] bits, int[][] recipes) {
    if (bits.length < 2 || bits.length != recipes.length) {
      throw new IllegalArgumentException(
          "%d rows of bits and %d of recipes; as many of both are needed, at least 2"
              .formatted(bits.length, recipes.length));
    }
    int n = bits[0].length;
    if (n < 1 || n > 62) {
      throw new IllegalArgumentException("bits[0] has " + n + " columns; possible are 1 to 62");
    }
    long[] x = new long[bits.length];
    long[] z = new long[bits.length];
    long[] outcomes = new long[bits.length];
    for (int t = 0; t < bits.length; t++) {
      requireRow("bits", bits, t, n, 1);
      requireRow("recipes", recipes, t, n, 2);
      for (int q = 0; q < n; q++) {
        x[t] = x[t] << 1 | (recipes[t][q] < 2 ? 1 : 0);
        z[t] = z[t] << 1 | (recipes[t][q] > 0 ? 1 : 0);
        outcomes[t] = outcomes[t] << 1 | bits[t][q];
      }
    }
    var snapshots = new ProductSnapshots(PauliBases.of(n, x, z), outcomes);
    long distinct = snapshots.bases().distinct();
    var cost = Cost.quantum(bits.length, distinct, 0, 0, n);
    return ClassicalShadow.recorded(
        null, new RandomPauliBases(), new ShadowRun(snapshots, null, cost));
  }

  private static void requireRow(String name, int[][] rows, int t, int columns, int most) {
    if (rows[t].length != columns) {
      throw new IllegalArgumentException(
          "%s[%d] has %d columns but bits[0] has %d".formatted(name, t, rows[t].length, columns));
    }
    for (int q = 0; q < columns; q++) {
      if (rows[t][q] < 0 || rows[t][q] > most) {
        throw new IllegalArgumentException(
            "%s[%d][%d] is %d; possible are %s"
                .formatted(
                    name,
                    t,
                    q,
                    rows[t][q],
                    Arrays.asList("0 and 1", "0 (X), 1 (Y) and 2 (Z)").get(most - 1)));
      }
    }
  }

  /**
   * Reads what {@link ClassicalShadow#save} wrote. A shadow whose circuit is in the file can be
   * appended to.
   *
   * @throws IllegalArgumentException with the file and the place if it is not such a file
   */
  public static ClassicalShadow load(Path path) {
    return ShadowFile.read(path);
  }

  /** As {@link #load(Path)}. */
  public static ClassicalShadow load(String path) {
    requireNonNull(path, "path");
    return load(Path.of(path));
  }
}
