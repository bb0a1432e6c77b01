package org.backshadow;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.stream.IntStream;
import org.backshadow.circuit.Angle;

/**
 * A row of parameters with one name and an index. Immutable.
 *
 * <pre>{@code
 * var t = params("t", 3);
 * circuit(2).ry(0, t.get(0)).ry(1, t.get(1)).rzz(0, 1, t.get(2)).parameters() // [t0, t1, t2]
 * }</pre>
 */
public final class Parameters {
  private static final int MOST = 1_000_000;

  private final List<Angle> angles;

  Parameters(String name, int count) {
    requireNonNull(name, "name");
    if (count < 1) {
      throw new IllegalArgumentException("params: " + count + " parameters; at least 1 is needed");
    }
    if (count > MOST) {
      throw new IllegalArgumentException(
          "params: a count of %,d parameters; at most %,d are possible".formatted(count, MOST));
    }
    angles = IntStream.range(0, count).mapToObj(k -> Angle.parameter(name + k)).toList();
  }

  /**
   * The parameter with this index, from 0.
   *
   * @throws IllegalArgumentException if there is none
   */
  public Angle get(int index) {
    if (index < 0 || index >= angles.size()) {
      throw new IllegalArgumentException(
          "parameter %d is outside 0..%d".formatted(index, angles.size() - 1));
    }
    return angles.get(index);
  }

  /** How many parameters there are. */
  public int size() {
    return angles.size();
  }

  @Override
  public String toString() {
    return angles.toString();
  }
}
