package org.backshadow.resources;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LedgerTest {
  @Test
  void a_budget_is_used_to_the_last_copy_and_never_exceeded_by_one() {
    var ledger = new Ledger(Budget.copies(1_000));

    ledger.charge(copies(999));
    assertThatThrownBy(() -> ledger.charge(copies(2))).isInstanceOf(BudgetExceededException.class);
    ledger.charge(copies(1));
    assertThatThrownBy(() -> ledger.charge(copies(1))).isInstanceOf(BudgetExceededException.class);
    ledger.charge(copies(0));

    assertThat(ledger.cost().copies()).isEqualTo(1_000);
  }

  @Test
  void a_refusal_says_what_was_asked_and_what_is_left_and_charges_nothing() {
    var ledger = new Ledger(Budget.copies(100_000));
    ledger.charge(Cost.quantum(96_488, 3, 12, 5, 4));
    var before = ledger.cost();

    var refusal =
        catchThrowableOfType(
            BudgetExceededException.class,
            () -> ledger.charge(Cost.quantum(12_000, 7, 900, 50, 10)));

    assertThat(refusal).hasMessage("copies: 12,000 requested, 3,512 left of the budget of 100,000");
    assertThat(refusal.requested()).isEqualTo(12_000);
    assertThat(refusal.left()).isEqualTo(3_512);
    assertThat(ledger.cost()).isEqualTo(before);
  }

  @Test
  void messages_are_the_same_in_every_locale() {
    var before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.GERMANY);

      assertThat(new BudgetExceededException(12_000, 3_512, 100_000))
          .hasMessage("copies: 12,000 requested, 3,512 left of the budget of 100,000");
      assertThat(copies(1_234)).asString().startsWith("1,234 copies");
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void counts_add_and_depth_qubits_and_bytes_are_the_larger() {
    var sum = new Cost(1, 2, 3, 40, 5, 6, 70).plus(new Cost(10, 20, 30, 4, 50, 60, 7));

    assertThat(sum).isEqualTo(new Cost(11, 22, 33, 40, 50, 66, 70));
    assertThat(Cost.NONE.plus(sum)).isEqualTo(sum);
    assertThat(Cost.classical(6, 70)).isEqualTo(new Cost(0, 0, 0, 0, 0, 6, 70));
    assertThat(sum)
        .hasToString(
            "11 copies, 22 circuits, 33 gates, depth 40, 50 coherent qubits, 66 classical"
                + " operations, 70 bytes");
    assertThat(sum.table().longColumn("used").asList())
        .containsExactly(11L, 22L, 33L, 40L, 50L, 66L, 70L);
    assertThat(sum.table().columnNames()).containsExactly("resource", "used");
  }

  @Test
  void a_negative_cost_cannot_give_copies_back() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Cost.quantum(-1, 0, 0, 0, 0))
        .withMessage("copies is -1; a cost is not negative");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Cost.classical(3, -8))
        .withMessage("peakBytes is -8; a cost is not negative");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Budget.copies(-1))
        .withMessage("a budget of -1 copies is negative");
  }

  @Test
  void sums_that_overflow_are_refused_and_leave_the_ledger_as_it_was() {
    var ledger = Ledger.unlimited();
    ledger.charge(Cost.quantum(Long.MAX_VALUE - 1, 0, Long.MAX_VALUE, 0, 0));
    var before = ledger.cost();

    assertThatThrownBy(() -> ledger.charge(copies(2))).isInstanceOf(BudgetExceededException.class);
    assertThatThrownBy(() -> ledger.charge(Cost.quantum(0, 0, 1, 0, 0)))
        .isInstanceOf(ArithmeticException.class);

    assertThat(ledger.cost()).isEqualTo(before);
    assertThat(ledger).hasToString(before.toString());
  }

  @Test
  void threads_together_never_exceed_the_budget_and_lose_no_charge() throws Exception {
    long budget = 100_003;
    var ledger = new Ledger(Budget.copies(budget));
    var granted = new AtomicLong();
    var threads =
        IntStream.range(0, 8)
            .mapToObj(
                t ->
                    new Thread(
                        () -> {
                          for (int i = 0; i < 20_000; i++) {
                            long amount = 1 + (i + t) % 3;
                            try {
                              ledger.charge(copies(amount));
                              granted.addAndGet(amount);
                            } catch (BudgetExceededException full) {
                              // others go on with smaller requests
                            }
                          }
                        }))
            .toList();
    threads.forEach(Thread::start);
    for (Thread thread : threads) {
      thread.join();
    }

    assertThat(granted.get()).isEqualTo(budget);
    assertThat(ledger.cost().copies()).isEqualTo(budget);
  }

  private static Cost copies(long copies) {
    return Cost.quantum(copies, 0, 0, 0, 0);
  }
}
