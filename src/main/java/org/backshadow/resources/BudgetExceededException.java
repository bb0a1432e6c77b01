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
  private final long requested;
  private final long left;

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

  public long requested() {
    return requested;
  }

  public long left() {
    return left;
  }
}
