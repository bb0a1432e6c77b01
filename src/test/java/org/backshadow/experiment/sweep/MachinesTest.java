package org.backshadow.experiment.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import org.backshadow.experiment.checkpoint.Columns;
import org.junit.jupiter.api.Test;

/** What the places where trials run can rely on, with a place of the test's own. */
class MachinesTest {
  record Point(int n) {}

  record Row(double x, long whole) {}

  private static final Trial<Point, Row> TRIAL =
      (p, seed) -> new Row(seed.random().nextDouble(), p.n());

  private static Sweep<Point> sweep() {
    return Sweep.over(IntStream.range(0, 5).mapToObj(Point::new).toList()).repeats(2).trial(TRIAL);
  }

  /** Runs from the last to the first, and hands every result over as often as told. */
  private record Backwards(int deliveries) implements Machines {
    @Override
    public <P extends Record> boolean run(Tasks<P> tasks) {
      var numbers = tasks.numbers();
      for (int k = numbers.size() - 1; k >= 0; k--) {
        int number = numbers.get(k);
        try {
          P point = point(tasks, number);
          Record result = tasks.trial().run(point, tasks.seed(number));
          for (int d = 0; d < deliveries; d++) {
            Columns columns = Columns.of(result.getClass());
            tasks.done(number, result.getClass(), columns.values(result));
          }
        } catch (Exception e) {
          throw tasks.failed(number, e);
        }
      }
      return true;
    }

    @SuppressWarnings("unchecked")
    private static <P extends Record> P point(Tasks<P> tasks, int number) {
      Columns columns = Columns.of(tasks.pointType());
      return (P) columns.records(tasks.pointType(), List.of(tasks.values(number))).get(0);
    }
  }

  @Test
  void rows_do_not_depend_on_where_and_in_what_order_trials_run() {
    assertThat(sweep().on(new Backwards(1)).run().rows(Row.class))
        .isEqualTo(sweep().threads(2).run().rows(Row.class))
        .hasSize(10);
  }

  @Test
  void a_result_delivered_twice_counts_once() {
    SweepResults twice = sweep().on(new Backwards(2)).run();
    assertThat(twice.trials()).isEqualTo(10);
    assertThat(twice.rows(Row.class)).isEqualTo(sweep().run().rows(Row.class));
  }

  @Test
  void a_failure_elsewhere_names_the_point() {
    Trial<Point, Row> fails =
        (p, seed) -> {
          throw new ArithmeticException("no such angle");
        };
    assertThatThrownBy(() -> sweep().trial(fails).on(new Backwards(1)).run())
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("the trial at Point[n=4], repeat 1, failed")
        .hasMessageContaining("no such angle");
  }
}
