package org.backshadow.experiment.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.backshadow.resources.Seed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

class SweepTest {
  enum Method {
    SHIFT,
    SHADOW
  }

  record Point(int qubits, double noise) {}

  record Row(double error, boolean held, String word) {}

  private static final List<Point> GRID = Grid.of(Point.class, List.of(2, 3, 4), List.of(0.0, 0.1));

  private static Row row(Point p, Seed seed) {
    double error = p.qubits() * (1 + 0.1 * seed.random().nextGaussian()) + p.noise();
    return new Row(error, error > 3, "q" + p.qubits());
  }

  private static final Sweep<Point> PLAN =
      Sweep.over(GRID).repeats(5).seed(1).trial(SweepTest::row);

  @Test
  void components_are_columns_and_rows_stand_by_point_and_repeat() {
    Table table = PLAN.run().table();

    assertThat(table.columnNames())
        .containsExactly("qubits", "noise", "repeat", "error", "held", "word");
    assertThat(table.rowCount()).isEqualTo(30);
    assertThat(table.longColumn("qubits").asList().subList(0, 11))
        .isEqualTo(List.of(2L, 2L, 2L, 2L, 2L, 2L, 2L, 2L, 2L, 2L, 3L));
    assertThat(table.doubleColumn("noise").get(5)).isEqualTo(0.1);
    assertThat(table.intColumn("repeat").asList().subList(4, 7)).isEqualTo(List.of(4, 0, 1));
    assertThat(table.stringColumn("word").get(29)).isEqualTo("q4");
  }

  record ByMethod(int qubits, String method) {}

  @Test
  void a_series_of_a_gradient_method_is_called_like_it_and_has_its_colour() {
    var grid = Grid.of(ByMethod.class, List.of(2, 3), List.of("adjoint", "parameterShift"));
    var results =
        Sweep.over(grid).repeats(3).trial((p, seed) -> new Row(p.qubits(), true, "")).run();

    String picture = results.plot("qubits", "error").vegaLite().toString();
    assertThat(picture).contains("domain=[adjoint, parameterShift], range=[#222222, #0072b2]");
  }

  @Test
  void rows_are_the_same_on_1_2_and_8_threads_and_another_seed_changes_them() {
    var one = PLAN.threads(1).run().rows(Row.class);

    assertThat(PLAN.threads(2).run().rows(Row.class)).isEqualTo(one);
    assertThat(PLAN.threads(8).run().rows(Row.class)).isEqualTo(one);
    assertThat(PLAN.seed(2).run().rows(Row.class)).isNotEqualTo(one);
  }

  /** Seeds by the point's values and the repeat, not by place. */
  @Test
  void more_points_and_repeats_leave_the_other_rows_as_they_are() {
    var few = PLAN.run().where("noise", 0.1).rows(Row.class);
    var all = Grid.of(Point.class, List.of(1, 4, 3, 2), List.of(0.2, 0.1, 0.0));
    var more = Sweep.over(all).repeats(7).seed(1).trial(SweepTest::row).run();
    var again = more.where("noise", 0.1);
    for (int qubits = 2; qubits <= 4; qubits++) {
      int from = 5 * (qubits - 2);
      assertThat(again.where("qubits", qubits).rows(Row.class).subList(0, 5))
          .isEqualTo(few.subList(from, from + 5));
    }
    assertThat(Set.copyOf(more.rows(Row.class))).hasSize(84);
  }

  @Test
  void the_summary_has_means_and_standard_errors() {
    SweepResults results = PLAN.run();
    Table summary = results.summary();
    double[] own =
        results.where("qubits", 3).where("noise", 0.1).rows(Row.class).stream()
            .mapToDouble(Row::error)
            .toArray();
    double mean = 0;
    double squares = 0;
    for (double value : own) {
      mean += value / 5;
    }
    for (double value : own) {
      squares += (value - mean) * (value - mean);
    }

    assertThat(summary.columnNames())
        .containsExactly(
            "qubits",
            "noise",
            "trials",
            "error",
            "error standard error",
            "held",
            "held standard error");
    assertThat(summary.rowCount()).isEqualTo(6);
    assertThat(summary.doubleColumn("error").get(3)).isCloseTo(mean, within(1e-12));
    assertThat(summary.doubleColumn("error standard error").get(3))
        .isCloseTo(Math.sqrt(squares / 4 / 5), within(1e-12));
    assertThat(summary.doubleColumn("held").get(5)).isEqualTo(1);
  }

  @Test
  void a_plot_has_a_series_for_each_value_of_the_other_component() {
    SweepResults results = PLAN.run();

    assertThat(results.plot("qubits", "error").alt())
        .contains("error against qubits", "noise = 0.0: 3 points with error bars, x 2 to 4")
        .contains("noise = 0.1: 3 points with error bars", "bars: 95 % intervals; 30 of 30 trials");
    assertThat(results.plot().title()).isEqualTo("error: means over repeats");
    assertThat(results.panels("noise", "error", "qubits").figures())
        .extracting(f -> f.title())
        .containsExactly("qubits = 2", "qubits = 3", "qubits = 4");
  }

  @Test
  void growth_is_fitted_when_nothing_else_varies() {
    SweepResults results =
        Sweep.over(Grid.of(Point.class, List.of(2, 3, 4, 5, 6, 7), List.of(0.0, 0.1)))
            .repeats(6)
            .trial(
                (p, seed) ->
                    new Row(
                        p.qubits() * p.qubits() * (1 + 0.02 * seed.random().nextGaussian()),
                        true,
                        ""))
            .run();

    assertThat(results.where("noise", 0.1).fit("qubits", "error").verdict())
        .startsWith("power law: ");
    assertThatThrownBy(() -> results.fit("qubits", "error"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("fit: noise varies too; choose its value first, as in .where(\"noise\", 0.0)");
    assertThatThrownBy(() -> results.fit("qubits", "word"))
        .hasMessage("the column word holds TEXT; numbers are needed");
    assertThatThrownBy(() -> results.fit("depth", "error"))
        .hasMessage("no component \"depth\"; the points have [qubits, noise]");
    assertThatThrownBy(() -> results.plot("qubits", "loss"))
        .hasMessage(
            "no column \"loss\"; the points have [qubits, noise] and the results [error, held,"
                + " word]");
    assertThatThrownBy(() -> results.where("noise", 0.7))
        .hasMessage("no finished row has noise 0.7");
  }

  @Test
  void points_come_from_tables_and_go_into_tables() {
    Table table =
        Table.create(
            "points",
            DoubleColumn.create("noise", 0.5, 0.25),
            StringColumn.create("method", "SHADOW", "SHIFT"),
            IntColumn.create("qubits", 2, 3),
            IntColumn.create("other", 1, 1));
    record Full(int qubits, Method method, double noise) {}

    assertThat(Grid.of(Full.class, table))
        .containsExactly(new Full(2, Method.SHADOW, 0.5), new Full(3, Method.SHIFT, 0.25));
    assertThat(PLAN.run().points(Point.class).subList(0, 6))
        .isEqualTo(
            List.of(GRID.get(0), GRID.get(0), GRID.get(0), GRID.get(0), GRID.get(0), GRID.get(1)));
    assertThatThrownBy(() -> Grid.of(Full.class, table.rejectColumns("method")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("row 0 of the table has no method; Full needs qubits, method, noise");
  }

  @Test
  void a_grid_refuses_what_does_not_fit_its_record() {
    assertThat(Grid.of(Point.class, List.of(2), List.of(1))).containsExactly(new Point(2, 1));
    assertThatThrownBy(() -> Grid.of(Point.class, List.of(2)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "grid: 1 lists of values; Point has the components {qubits: whole, noise: number}");
    assertThatThrownBy(() -> Grid.of(Point.class, List.of(2.5), List.of(0.1)))
        .hasMessage("qubits is a whole; the value 2.5 is none");
    assertThatThrownBy(() -> Grid.of(Point.class, List.of("2"), List.of(0.1)))
        .hasMessage("qubits is a whole; the value 2 is none");
  }

  @Test
  void a_finished_checkpoint_is_read_without_running_anything(@TempDir Path folder)
      throws Exception {
    Path file = folder.resolve("x.jsonl");
    var runs = new AtomicInteger();
    Sweep<Point> counted =
        PLAN.checkpoint(file)
            .trial(
                (p, seed) -> {
                  runs.incrementAndGet();
                  return row(p, seed);
                });

    var first = counted.threads(2).run();
    byte[] bytes = Files.readAllBytes(file);
    var second = counted.threads(1).run();

    assertThat(runs).hasValue(30);
    assertThat(second.rows(Row.class))
        .isEqualTo(first.rows(Row.class))
        .isEqualTo(PLAN.run().rows(Row.class));
    assertThat(second.table().print(100)).isEqualTo(first.table().print(100));
    assertThat(Files.readAllBytes(file)).isEqualTo(bytes);
    assertThat(Files.readAllLines(file).get(1))
        .startsWith(
            "{\"row\":0,\"point\":{\"qubits\":2,\"noise\":0},\"repeat\":0,\"result\":{\"error\":");
  }

  @Test
  void another_sweeps_checkpoint_is_refused_with_the_difference(@TempDir Path folder) {
    Path file = folder.resolve("x.jsonl");
    PLAN.checkpoint(file).run();

    assertThatThrownBy(() -> PLAN.checkpoint(file).seed(2).repeats(3).run())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            file
                + " holds another experiment: seed 1 there, 2 here; repeats 5 there, 3 here; rows"
                + " 30 there, 18 here. Use another file, or delete this one");
    var others = Grid.of(Point.class, List.of(2, 3, 5), List.of(0.0, 0.1));
    assertThatThrownBy(
            () ->
                Sweep.over(others).repeats(5).seed(1).trial(SweepTest::row).checkpoint(file).run())
        .hasMessageContaining("holds another experiment: fingerprint of the points \"");
    record Other(long copies) {}
    var fewer = Sweep.over(GRID).repeats(5).seed(1).checkpoint(file);
    assertThat(fewer.trial((p, seed) -> new Other(1)).run().rows(Row.class)).hasSize(30);
  }

  @Test
  void a_trial_that_fails_says_where_and_loses_nothing(@TempDir Path folder) {
    Path file = folder.resolve("x.jsonl");
    Sweep<Point> failing =
        PLAN.checkpoint(file)
            .threads(1)
            .trial(
                (p, seed) -> {
                  if (p.qubits() == 3) {
                    throw new ArithmeticException("no");
                  }
                  return row(p, seed);
                });

    assertThatThrownBy(failing::run)
        .isInstanceOf(IllegalStateException.class)
        .hasMessage(
            "the trial at Point[qubits=3, noise=0.0], repeat 0, failed:"
                + " java.lang.ArithmeticException: no; "
                + file
                + " keeps 10 finished rows")
        .hasCauseInstanceOf(ArithmeticException.class);
    Set<Point> ran = ConcurrentHashMap.newKeySet();
    var results =
        PLAN.checkpoint(file)
            .trial(
                (p, seed) -> {
                  ran.add(p);
                  return row(p, seed);
                })
            .run();
    assertThat(ran).hasSize(4);
    assertThat(results.rows(Row.class)).isEqualTo(PLAN.run().rows(Row.class));
  }

  @Test
  void two_sweeps_on_one_file_the_second_is_refused(@TempDir Path folder) {
    Path file = folder.resolve("x.jsonl");
    Sweep<Point> inner = PLAN.checkpoint(file);
    Sweep<Point> outer =
        inner.trial(
            (p, seed) -> {
              inner.run();
              return row(p, seed);
            });

    assertThatThrownBy(outer::run)
        .hasMessageContaining("is being written by another experiment; wait for it or use another");
  }

  @Test
  void wrong_plans_are_refused_when_they_are_made() {
    record Repeat(int repeat) {}
    record Error(double noise) {}
    assertThatThrownBy(() -> Sweep.over(List.<Point>of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("sweep: no points; give some, such as");
    assertThatThrownBy(() -> Sweep.over(Collections.nCopies(2, new Point(2, 0.1))))
        .hasMessage(
            "sweep: the point Point[qubits=2, noise=0.1] stands twice; use .repeats(2) to run each"
                + " twice");
    assertThatThrownBy(() -> Sweep.over(List.<Record>of(new Point(2, 0.1), new Repeat(1))))
        .hasMessage("sweep: Repeat[repeat=1] is no Point; the points of a sweep are of one record");
    assertThatThrownBy(() -> Sweep.over(List.of(new Repeat(1))))
        .hasMessageStartingWith("sweep: a component called repeat;");
    assertThatThrownBy(() -> PLAN.repeats(0)).hasMessageStartingWith("sweep: 0 repeats of 6");
    assertThatThrownBy(() -> PLAN.threads(0)).hasMessage("sweep: 0 threads; at least 1 is needed");
    assertThatThrownBy(() -> PLAN.checkpoint(" ")).hasMessageContaining("needs a file");
    assertThatThrownBy(() -> Sweep.over(GRID).run())
        .hasMessage("sweep: no trial; add .trial((point, seed) -> new Row(...)) with a record Row");
    assertThatThrownBy(() -> Sweep.over(GRID).trial((p, seed) -> new Error(1)).run())
        .hasMessage(
            "sweep: the result Error has a component noise, which is a column of the points; rename"
                + " it");
    assertThat(PLAN)
        .hasToString(
            "plan: 6 points {qubits: whole, noise: number}, 5 repeats, seed 1; .run() starts it");
  }

  @Test
  void results_are_saved_as_a_table_and_as_pictures(@TempDir Path folder) throws Exception {
    SweepResults results = PLAN.run();
    results.save(folder.resolve("r.csv").toString());
    results.save(folder.resolve("r.svg"));

    assertThat(Files.readAllLines(folder.resolve("r.csv")))
        .hasSize(31)
        .startsWith("qubits,noise,repeat,error,held,word");
    assertThat(Files.readString(folder.resolve("r.svg")))
        .contains("<svg", "error: means over repeats");
    assertThat(results).asString().startsWith("30 trials, seed 1");
  }
}
