package org.backshadow.resources;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ParallelTest {
  @Test
  void results_stand_in_the_order_of_the_indices() {
    for (int threads = 1; threads <= 4; threads++) {
      assertThat(Parallel.map(50, threads, i -> i * i))
          .isEqualTo(IntStream.range(0, 50).mapToObj(i -> i * i).toList());
    }
    assertThat(Parallel.map(0, 4, i -> i)).isEmpty();
  }

  /** Each of two waits for the other, which one thread alone could not. */
  @Test
  void two_threads_work_at_once() {
    var both = new CountDownLatch(2);

    assertThat(
            Parallel.map(
                2,
                2,
                i -> {
                  both.countDown();
                  try {
                    both.await();
                  } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                  }
                  return i;
                }))
        .containsExactly(0, 1);
  }

  @Test
  void a_failure_is_thrown_as_it_is() {
    for (int threads = 1; threads <= 2; threads++) {
      int workers = threads;
      assertThatThrownBy(
              () ->
                  Parallel.map(
                      3,
                      workers,
                      i -> {
                        throw new IllegalArgumentException("row " + i);
                      }))
          .isExactlyInstanceOf(IllegalArgumentException.class)
          .hasMessageStartingWith("row ");
    }
  }

  @Test
  void an_interrupt_of_the_caller_cancels_the_rest() {
    Thread.currentThread().interrupt();

    assertThatThrownBy(() -> Parallel.map(2, 2, i -> i)).isInstanceOf(CancellationException.class);
    assertThat(Thread.interrupted()).isFalse();
  }
}
