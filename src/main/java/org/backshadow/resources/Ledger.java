package org.backshadow.resources;

/**
 * Adds up what is charged and refuses what the budget does not allow. Thread-safe.
 *
 * <pre>{@code
 * var ledger = Ledger.unlimited();
 * new Simulator(ledger).state(circuit(2).h(0).cx(0, 1));
 * ledger.cost().gates() // 2
 * }</pre>
 */
public final class Ledger {
  private final Budget budget;
  private Cost total = Cost.NONE;

  /** Nothing charged so far, and this much allowed. */
  public Ledger(Budget budget) {
    this.budget = budget;
  }

  /** A ledger that only counts. */
  public static Ledger unlimited() {
    return new Ledger(Budget.UNLIMITED);
  }

  /**
   * Charges a cost before the work is done.
   *
   * @throws BudgetExceededException if more copies are asked for than are left; the ledger is then
   *     unchanged
   */
  public synchronized void charge(Cost cost) {
    long left = budget.copies() - total.copies();
    if (cost.copies() > left) {
      throw new BudgetExceededException(cost.copies(), left, budget.copies());
    }
    total = total.plus(cost);
  }

  /** What has been charged so far. */
  public synchronized Cost cost() {
    return total;
  }

  @Override
  public String toString() {
    return cost().toString();
  }
}
