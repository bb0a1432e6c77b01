package org.backshadow.experiment.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.SnippetEvent;
import org.backshadow.experiment.sweep.SweepResults;
import org.backshadow.experiment.sweep.Trial;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class SparkTest {
  /** How often each trial ran; Spark's tasks here run in this process. */
  private static final Map<Integer, AtomicInteger> RUNS = new ConcurrentHashMap<>();

  private static final CountDownLatch STARTED = new CountDownLatch(1);

  @TempDir private Path folder;

  @Test
  void rows_and_file_are_those_of_threads_bit_for_bit() throws Exception {
    Path here = folder.resolve("here.jsonl");
    Path there = folder.resolve("there.jsonl");
    SweepResults local = Waves.sweep(20, 3).checkpoint(here).threads(2).run();
    SweepResults spark = Waves.sweep(20, 3).checkpoint(there).on(Spark.local(2)).run();
    assertThat(spark.isComplete()).isTrue();
    assertThat(spark.rows(Waves.Row.class)).isEqualTo(local.rows(Waves.Row.class)).hasSize(60);
    assertThat(spark.points(Waves.Point.class)).isEqualTo(local.points(Waves.Point.class));
    assertThat(Files.readAllBytes(there)).isEqualTo(Files.readAllBytes(here));
  }

  @Test
  void a_task_that_fails_once_runs_again_and_counts_once() {
    RUNS.clear();
    SweepResults spark =
        Waves.sweep(10, 1)
            .trial(
                (p, seed) -> {
                  int run = count(p);
                  if (p.qubits() == 7 && run == 1) {
                    throw new IllegalStateException("lost a machine");
                  }
                  return Waves.row(p, seed.random());
                })
            .on(Spark.local(2))
            .run();
    assertThat(RUNS.get(7)).hasValue(2);
    assertThat(RUNS.get(6)).hasValue(1);
    assertThat(spark.rows(Waves.Row.class))
        .isEqualTo(Waves.sweep(10, 1).run().rows(Waves.Row.class));
  }

  @Test
  void a_trial_that_always_fails_is_named_and_finished_rows_stay() {
    RUNS.clear();
    Path file = folder.resolve("fails.jsonl");
    Trial<Waves.Point, Waves.Row> fails =
        (p, seed) -> {
          if (p.qubits() == 5) {
            count(p);
            throw new ArithmeticException("no such angle");
          }
          return Waves.row(p, seed.random());
        };
    assertThatThrownBy(
            () -> Waves.sweep(6, 1).trial(fails).checkpoint(file).on(Spark.local(1)).run())
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("the trial at Point[qubits=5")
        .hasMessageContaining("java.lang.ArithmeticException: no such angle")
        .hasMessageContaining("keeps 5 finished rows");
    assertThat(RUNS.get(5)).hasValue(Spark.ATTEMPTS);
    SweepResults resumed = Waves.sweep(6, 1).checkpoint(file).on(Spark.local(1)).run();
    assertThat(resumed.rows(Waves.Row.class))
        .isEqualTo(Waves.sweep(6, 1).run().rows(Waves.Row.class));
  }

  @Test
  void an_interrupt_keeps_what_is_finished() throws Exception {
    Trial<Waves.Point, Waves.Row> slow =
        (p, seed) -> {
          if (p.qubits() > 0) {
            STARTED.countDown();
            Thread.sleep(60_000);
          }
          return Waves.row(p, seed.random());
        };
    Thread cell = Thread.currentThread();
    var key =
        new Thread(
            () -> {
              try {
                STARTED.await();
                Thread.sleep(500);
              } catch (InterruptedException e) {
                return;
              }
              cell.interrupt();
            });
    key.start();
    SweepResults some = Waves.sweep(3, 1).trial(slow).on(Spark.local(1)).run();
    assertThat(some.isComplete()).isFalse();
    assertThat(some.trials()).isEqualTo(1);
    // The context of the interrupted run ends in the background; the next run waits for it.
    assertThat(Waves.sweep(3, 1).on(Spark.local(1)).run().isComplete()).isTrue();
  }

  @Test
  void an_interrupt_while_spark_starts_is_heeded() {
    Thread.currentThread().interrupt();
    SweepResults none = Waves.sweep(3, 1).on(Spark.local(1)).run();
    assertThat(none.trials()).isZero();
    assertThat(none.note()).contains("0 of 3 trials are finished");
    assertThat(Waves.sweep(3, 1).on(Spark.local(1)).run().isComplete()).isTrue();
  }

  @Test
  void two_sweeps_at_the_same_time_take_turns() throws Exception {
    var other =
        java.util.concurrent.CompletableFuture.supplyAsync(
            () -> Waves.sweep(5, 1).on(Spark.local(1)).run());
    assertThat(Waves.sweep(4, 1).on(Spark.local(1)).run().trials()).isEqualTo(4);
    assertThat(other.get().trials()).isEqualTo(5);
  }

  /** A class that this process loaded by itself, as a notebook does with a jar. */
  @Test
  void a_class_off_the_class_path_asks_for_its_jar() throws Exception {
    var own =
        new java.net.URLClassLoader(
            new java.net.URL[] {Waves.class.getProtectionDomain().getCodeSource().getLocation()},
            ClassLoader.getPlatformClassLoader());
    try (own) {
      Class<?> point = own.loadClass(Waves.class.getName() + "$Point");
      @SuppressWarnings("unchecked")
      var trial =
          new RunTrial<>((p, seed) -> new Waves.Row(0, List.of(), ""), (Class<Record>) point);
      assertThatIllegalArgumentException()
          .isThrownBy(() -> Travel.require(trial, Spark.master("spark://localhost:7"), false))
          .withMessageContaining(".with(\"spark.jars\", ");
      Travel.require(trial, Spark.master("spark://localhost:7"), true);
    }
  }

  @Test
  void a_trial_that_cannot_be_sent_is_refused_with_what_to_do() {
    var holds = new Object();
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                Waves.sweep(2, 1)
                    .trial((p, seed) -> new Waves.Row(0, List.of(), "" + holds))
                    .on(Spark.local(1))
                    .run())
        .withMessageContaining("java.lang.Object, which cannot be sent")
        .withMessageContaining("make it inside the trial");
  }

  @Test
  void masters_and_settings_are_checked_when_they_are_typed() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Spark.master("host:7077"))
        .withMessageContaining("spark://host:7077");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Spark.local(0))
        .withMessageContaining("at least 1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Spark.local(1).with("memory", "2g"))
        .withMessageContaining("begin with spark.");
  }

  @Test
  void classes_typed_in_a_cell_run_here_and_are_refused_on_a_cluster() {
    try (var shell = JShell.builder().executionEngine("local").build()) {
      cell(shell, "import org.backshadow.experiment.sweep.*;");
      cell(shell, "import org.backshadow.experiment.spark.Spark;");
      cell(shell, "record P(int n) {}");
      cell(shell, "record R(double x) {}");
      cell(shell, "double twice(double x) { return 2 * x; }");
      cell(
          shell,
          "var plan = Sweep.over(java.util.List.of(new P(1), new P(2))).seed(3)"
              + ".trial((p, seed) -> new R(twice(p.n() + seed.random().nextDouble())));");
      String here = cell(shell, "plan.run().rows(R.class).toString()");
      assertThat(here).contains("R[x=");
      assertThat(cell(shell, "plan.on(Spark.local(2)).run().rows(R.class).toString()"))
          .isEqualTo(here);
      String refused =
          cell(
              shell,
              "String said = \"\"; try { plan.on(Spark.master(\"spark://localhost:7\")).run(); }"
                  + " catch (IllegalArgumentException e) { said = e.getMessage(); }",
              "said");
      assertThat(refused).contains("typed in a cell").contains(".on(Spark.local(2))");
    }
  }

  private static String cell(JShell shell, String... codes) {
    String value = "";
    for (String code : codes) {
      String rest = code;
      while (!rest.isBlank()) {
        var part = shell.sourceCodeAnalysis().analyzeCompletion(rest);
        for (SnippetEvent event : shell.eval(part.source())) {
          assertThat(event.status())
              .as(part.source() + shell.diagnostics(event.snippet()).toList())
              .isEqualTo(Snippet.Status.VALID);
          assertThat(event.exception()).as(part.source()).isNull();
          value = event.value() == null ? value : event.value();
        }
        rest = part.remaining();
      }
    }
    return value;
  }

  private static int count(Waves.Point point) {
    return RUNS.computeIfAbsent(point.qubits(), k -> new AtomicInteger()).incrementAndGet();
  }
}
