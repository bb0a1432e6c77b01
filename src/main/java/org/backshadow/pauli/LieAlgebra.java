package org.backshadow.pauli;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The dynamical Lie algebra that Pauli strings generate: all strings reached by repeated
 * commutators. A circuit of rotations about the generators moves in the exponentials of these, so
 * their number, the dimension, says how much it can express: up to {@code 4^n - 1}.
 *
 * <p>Cost: dimension times generators. Immutable.
 *
 * <pre>{@code
 * var generators = Stream.of("XX", "ZI", "IZ").map(PauliString::of).toList();
 * LieAlgebra.of(generators).dimension() // 6
 * }</pre>
 */
public final class LieAlgebra {
  /** Larger algebras are refused. */
  private static final int MOST = 1 << 20;

  private final List<PauliString> strings;

  private LieAlgebra(Collection<PauliString> strings) {
    this.strings = List.copyOf(strings);
  }

  /**
   * The algebra of these generators; the identity generates nothing.
   *
   * @throws IllegalArgumentException if it has more than 1,048,576 strings
   */
  public static LieAlgebra of(Collection<PauliString> generators) {
    Set<PauliString> found = new LinkedHashSet<>(generators);
    found.removeIf(PauliString::isIdentity);
    List<PauliString> own = List.copyOf(found);
    var open = new ArrayDeque<>(own);
    // Nested commutators with generators span everything, by the Jacobi identity.
    while (!open.isEmpty()) {
      PauliString string = open.remove();
      for (PauliString generator : own) {
        if (!string.commutesWith(generator)) {
          PauliString product = string.times(generator);
          if (found.add(product)) {
            open.add(product);
          }
        }
      }
      if (found.size() > MOST) {
        throw new IllegalArgumentException(
            String.format(
                Locale.ROOT,
                "the Lie algebra of %d generators has more than %,d strings; take fewer qubits (4^n strings at most on n)",
                own.size(),
                MOST));
      }
    }
    return new LieAlgebra(found);
  }

  /** The number of strings. */
  public int dimension() {
    return strings.size();
  }

  /** The strings, generators first. */
  public List<PauliString> strings() {
    return strings;
  }

  @Override
  public String toString() {
    return "Lie algebra of dimension " + dimension();
  }
}
