package org.backshadow.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProgressTest {
  private static final long MILLI = 1_000_000;

  private long now;
  private final List<Object> shown = new ArrayList<>();
  private final List<String> ids = new ArrayList<>();

  private final LiveDisplay display =
      new LiveDisplay() {
        private int count;

        @Override
        public String display(Object value) {
          update("display " + ++count, value);
          return "display " + count;
        }

        @Override
        public void update(String id, Object value) {
          ids.add(id);
          shown.add(value);
        }
      };

  private Progress progress(long total) {
    return new Progress("sweep", total, display, () -> now);
  }

  @Test
  void ten_updates_a_second_at_most_for_bar_and_value_together() {
    try (var progress = progress(10_000)) {
      for (int i = 0; i < 10_000; i++) {
        now += MILLI;
        progress.advance(1);
        progress.show("value " + i);
      }
      assertThat(shown).hasSizeBetween(55, 70);
    }
  }

  @Test
  void work_below_a_third_of_a_second_shows_no_bar() {
    try (var progress = progress(10)) {
      now += 299 * MILLI;
      progress.advance(10);
    }
    assertThat(shown).isEmpty();
  }

  @Test
  void finished_work_clears_what_was_shown() {
    try (var progress = progress(2)) {
      now += 500 * MILLI;
      progress.advance(1);
      progress.show("first");
      progress.show("last");
      progress.advance(1);
    }

    assertThat(shown)
        .containsExactly(
            new ProgressBar("sweep", 1, 2, "1 s left"), "first", Nothing.SHOWN, Nothing.SHOWN);
    assertThat(ids).containsExactly("display 1", "display 2", "display 1", "display 2");
  }

  @Test
  void stopped_work_leaves_its_last_value() {
    try (var progress = progress(2)) {
      now += 500 * MILLI;
      progress.advance(1);
      progress.show("first");
      progress.show("last");
    }

    assertThat(shown)
        .containsExactly(
            new ProgressBar("sweep", 1, 2, "1 s left"),
            "first",
            new ProgressBar("sweep", 1, 2, "stopped"),
            "last");
  }

  @Test
  void the_time_left_follows_the_pace() {
    try (var progress = progress(100)) {
      now += 10_000 * MILLI;
      progress.advance(10);
    }
    assertThat(shown.get(0)).isEqualTo(new ProgressBar("sweep", 10, 100, "2 min left"));
    assertThat(shown.get(1)).isEqualTo(new ProgressBar("sweep", 10, 100, "stopped"));
  }

  @Test
  void a_display_that_throws_does_not_hurt_the_work() {
    var broken =
        new LiveDisplay() {
          private int asked;

          @Override
          public String display(Object value) {
            asked++;
            throw new NoClassDefFoundError("kernel");
          }

          @Override
          public void update(String id, Object value) {
            throw new IllegalStateException();
          }
        };
    try (var progress = new Progress("sweep", 3, broken, () -> now)) {
      now += 1000 * MILLI;
      progress.advance(1);
      progress.show("value");
    }
    assertThat(broken.asked).isEqualTo(1);
  }

  @Test
  void without_a_display_nothing_is_printed() {
    var bytes = new ByteArrayOutputStream();
    var out = System.out;
    var err = System.err;
    System.setOut(new PrintStream(bytes, true));
    System.setErr(new PrintStream(bytes, true));
    try (var progress = new Progress("sweep", 3, null, () -> now)) {
      now += 1000 * MILLI;
      progress.advance(1);
      progress.show("value");
    } finally {
      System.setOut(out);
      System.setErr(err);
    }
    assertThat(bytes.size()).isZero();
  }

  @Test
  void steps_counted_by_many_threads_are_all_counted() throws InterruptedException {
    var progress = progress(4000);
    now = 1000 * MILLI;
    var threads = new ArrayList<Thread>();
    for (int t = 0; t < 4; t++) {
      threads.add(
          new Thread(
              () -> {
                for (int i = 0; i < 1000; i++) {
                  progress.advance(1);
                }
              }));
    }
    threads.forEach(Thread::start);
    for (Thread thread : threads) {
      thread.join();
    }
    progress.close();

    assertThat(shown.get(shown.size() - 1)).isEqualTo(Nothing.SHOWN);
    assertThat(progress.done()).isEqualTo(4000);
  }

  @Test
  void a_bar_reads_as_one_line() {
    assertThat(new ProgressBar("sweep", 40, 100, "2 min left"))
        .hasToString("sweep [########............] 40/100, 2 min left");
  }

  @Test
  void a_negative_total_is_refused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Progress.of("sweep", -1))
        .withMessageContaining("total is -1");
  }
}
