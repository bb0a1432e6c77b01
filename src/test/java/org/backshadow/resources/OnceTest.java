package org.backshadow.resources;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class OnceTest {
  private final AtomicInteger runs = new AtomicInteger();

  @Test
  void nothing_runs_before_the_first_read_and_then_it_runs_once() {
    var once = Once.of(runs::incrementAndGet);
    assertThat(runs).hasValue(0);

    assertThat(once.get()).isEqualTo(1);
    assertThat(once.get()).isEqualTo(1);
    assertThat(runs).hasValue(1);
  }

  @Test
  void a_failure_is_not_remembered() {
    var once =
        Once.of(
            () -> {
              if (runs.incrementAndGet() < 3) {
                throw new IllegalStateException("run " + runs);
              }
              return "done in run " + runs;
            });

    assertThatThrownBy(once::get).hasMessage("run 1");
    assertThatThrownBy(once::get).hasMessage("run 2");
    assertThat(once.get()).isEqualTo("done in run 3");
    assertThat(once.get()).isEqualTo("done in run 3");
    assertThat(runs).hasValue(3);
  }

  @Test
  void an_interrupted_run_is_not_remembered() {
    var once =
        Once.of(
            () -> {
              runs.incrementAndGet();
              Interrupts.check();
              return "finished";
            });
    Thread.currentThread().interrupt();

    assertThatThrownBy(once::get)
        .isInstanceOf(CancellationException.class)
        .hasMessage("interrupted; nothing of this run is kept");

    assertThat(Thread.currentThread().isInterrupted()).isFalse();
    assertThat(once.get()).isEqualTo("finished");
    assertThat(runs).hasValue(2);
  }

  @Test
  void threads_that_read_together_share_one_run() throws Exception {
    var once =
        Once.of(
            () -> {
              Thread.onSpinWait();
              return new Object[] {runs.incrementAndGet()};
            });
    var seen = Collections.synchronizedList(new ArrayList<Object>());
    var start = new CountDownLatch(1);
    var threads = new ArrayList<Thread>();
    for (int t = 0; t < 8; t++) {
      var thread =
          new Thread(
              () -> {
                try {
                  start.await();
                } catch (InterruptedException e) {
                  throw new AssertionError(e);
                }
                seen.add(once.get());
              });
      thread.start();
      threads.add(thread);
    }
    start.countDown();
    for (Thread thread : threads) {
      thread.join();
    }

    assertThat(runs).hasValue(1);
    assertThat(seen).hasSize(8).allMatch(value -> value == seen.get(0));
  }

  @Test
  void work_that_is_done_already_is_handed_out() {
    assertThat(Once.done("result").get()).isEqualTo("result");
  }

  @Test
  void without_an_interrupt_the_check_does_nothing() {
    assertThatCode(Interrupts::check).doesNotThrowAnyException();
  }
}
