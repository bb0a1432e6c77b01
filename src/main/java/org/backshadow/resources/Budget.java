package org.backshadow.resources;

/**
 * The most that may be used; a request beyond it is refused before any work is done.
 *
 * <pre>{@code
 * var ledger = new Ledger(Budget.copies(10_000));
 * ledger.charge(Cost.quantum(4000, 1, 8000, 2, 2));
 * ledger.cost().copies() // 4000
 * }</pre>
 */
public record Budget(long copies) {
  /** No limit. */
  public static final Budget UNLIMITED = new Budget(Long.MAX_VALUE);

  /**
   * A limit.
   *
   * @throws IllegalArgumentException if it is negative
   */
  public Budget {
    if (copies < 0) {
      throw new IllegalArgumentException("a budget of " + copies + " copies is negative");
    }
  }

  /** At most so many copies. */
  public static Budget copies(long copies) {
    return new Budget(copies);
  }
}
