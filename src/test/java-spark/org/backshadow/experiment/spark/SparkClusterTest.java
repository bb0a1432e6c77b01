package org.backshadow.experiment.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.FutureTask;
import java.util.stream.Collectors;
import org.backshadow.experiment.sweep.SweepResults;
import org.backshadow.experiment.sweep.Trial;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * A real standalone cluster: a master and two workers, each a process, and their executors. What
 * waits here waits for what has to happen; the time limit only ends a test that hangs.
 */
@Tag("full")
@Timeout(900)
class SparkClusterTest {
  private static final int TRIALS = 1000;

  @TempDir private Path folder;
  private Path runs = Path.of("");

  @BeforeEach
  void choose_a_folder_for_the_runs() throws IOException {
    runs = Files.createDirectory(folder.resolve("runs"));
  }

  /** Leaves a file for each time it runs, named by the process. */
  private static void note(String runs) throws IOException {
    Files.createTempFile(Path.of(runs), ProcessHandle.current().pid() + "-", ".run");
  }

  @Test
  void a_thousand_tasks_on_two_workers_give_the_rows_of_threads() throws Exception {
    Path file = folder.resolve("all.jsonl");
    try (var cluster = new Cluster(folder, 2)) {
      String notes = runs.toString();
      SweepResults rows =
          run(
              cluster,
              file,
              (p, seed) -> {
                note(notes);
                return Waves.row(p, seed.random());
              });
      requireEqual(rows, file);
    }
    assertThat(names(runs)).hasSize(TRIALS);
    assertThat(processes(names(runs)))
        .hasSize(2)
        .doesNotContain(Long.toString(ProcessHandle.current().pid()));
  }

  /** Trials from the middle on wait for the gate, which opens when the killed executor is gone. */
  @Test
  void a_worker_killed_in_the_middle_loses_no_row_and_doubles_none() throws Exception {
    Path file = folder.resolve("killed.jsonl");
    Path gate = folder.resolve("gate");
    Path waiting = Files.createDirectories(folder.resolve("waiting"));
    try (var cluster = new Cluster(folder, 2)) {
      var killed = new FutureTask<>(() -> killWhenBothWait(cluster, waiting, gate));
      daemon(killed);
      SweepResults rows = run(cluster, file, gated(runs.toString(), waiting, gate));
      requireEqual(rows, file);

      String dead = killed.get() + "-";
      List<String> names = names(runs);
      assertThat(processes(names)).hasSize(2);
      assertThat(names).as("one more run, of the trial that was lost").hasSize(TRIALS + 1);
      assertThat(names.stream().filter(name -> name.startsWith(dead)))
          .hasSizeBetween(1, TRIALS / 2 + 1);
    }
  }

  private static Trial<Waves.Point, Waves.Row> gated(String runs, Path waiting, Path gate) {
    String rooms = waiting.toString();
    String opens = gate.toString();
    return (p, seed) -> {
      note(runs);
      if (p.qubits() >= TRIALS / 4) {
        note(rooms);
        while (!Files.exists(Path.of(opens))) {
          Thread.sleep(20);
        }
      }
      return Waves.row(p, seed.random());
    };
  }

  /** The number of the killed executor's process. */
  private static long killWhenBothWait(Cluster cluster, Path waiting, Path gate) throws Exception {
    try {
      while (processes(names(waiting)).size() < 2) {
        Thread.sleep(20);
      }
      return cluster.killWorker(0);
    } finally {
      Files.createFile(gate);
    }
  }

  private static void daemon(Runnable task) {
    var thread = new Thread(task);
    thread.setDaemon(true);
    thread.start();
  }

  /** Two starts and two hundred empty tasks; a task costs more than an arithmetic operation. */
  @Test
  void the_cost_of_a_cluster_is_measured() throws Exception {
    try (var cluster = new Cluster(folder, 2)) {
      SparkCost cost = cluster.spark().cost();

      assertThat(cost.startSeconds()).isBetween(0.1, 600.0);
      assertThat(cost.taskSeconds()).isBetween(1e-5, 3.0);
      assertThat(cost.paysFrom(TRIALS, 2, 100)).isPositive();
      assertThat(cost.table(TRIALS, 2).rowCount()).isEqualTo(6);
    }
  }

  private static SweepResults run(Cluster cluster, Path file, Trial<Waves.Point, Waves.Row> trial) {
    return Waves.sweep(TRIALS / 2, 2).trial(trial).checkpoint(file).on(cluster.spark()).run();
  }

  private void requireEqual(SweepResults rows, Path file) throws Exception {
    Path here = folder.resolve("here.jsonl");
    SweepResults local = Waves.sweep(TRIALS / 2, 2).checkpoint(here).run();
    assertThat(rows.isComplete()).isTrue();
    assertThat(rows.rows(Waves.Row.class)).isEqualTo(local.rows(Waves.Row.class)).hasSize(TRIALS);
    assertThat(Files.readAllBytes(file)).isEqualTo(Files.readAllBytes(here));
  }

  private static List<String> names(Path folder) {
    String[] names = folder.toFile().list();
    return names == null ? List.of() : List.of(names);
  }

  private static Set<String> processes(List<String> runs) {
    return runs.stream().map(name -> name.split("-")[0]).collect(Collectors.toSet());
  }
}
