package org.backshadow.resources;

import java.util.Locale;

/**
 * A request for more copies than are left; nothing was measured for it.
 *
 * <pre>{@code
 * var ledger = new Ledger(Budget.copies(1000));
 * try {
 *   ledger.charge(Cost.quantum(4000, 1, 8000, 2, 2));
 * } catch (BudgetExceededException refused) {
 *   System.out.println(refused.requested() + " asked for, " + refused.left() + " left");
 * }
 * }</pre>
 */
public final class BudgetExceededException extends RuntimeException {
  private static final long serialVersionUID = 1;

  /** In copies. */
  private final long requested;

  /** In copies. */
  private final long left;

  /** In copies. */
  public BudgetExceededException(long requested, long left, long budget) {
    super(
        String.format(
            Locale.ROOT,
            "copies: %,d requested, %,d left of the budget of %,d",
            requested,
            left,
            budget));
    this.requested = requested;
    this.left = left;
  }

  private BudgetExceededException(String message, BudgetExceededException cause) {
    super(message, cause);
    this.requested = cause.requested;
    this.left = cause.left;
  }

  /** The same, saying who asked and what to do: {@code "spsa: copies: ...; advice"}. */
  public BudgetExceededException by(String name, String advice) {
    return new BudgetExceededException(name + ": " + getMessage() + "; " + advice, this);
  }

  /** What was asked for. */
  public long requested() {
    return requested;
  }

  /** What was still allowed. */
  public long left() {
    return left;
  }
}
