package org.backshadow.experiment.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.backshadow.experiment.sweep.SweepResults;
import org.backshadow.experiment.sweep.Trial;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A real standalone cluster: a master and two workers, each a process, and their executors. */
@Tag("full")
@Timeout(240)
class SparkClusterTest {
  private static final int TRIALS = 1000;

  @TempDir private Path folder;

  /** Leaves a file for each time it runs, named by the process and the point. */
  private static Trial<Waves.Point, Waves.Row> traced(String runs) {
    return (p, seed) -> {
      Files.createTempFile(Path.of(runs), ProcessHandle.current().pid() + "-", ".run");
      Thread.sleep(10);
      return Waves.row(p, seed.random());
    };
  }

  @Test
  void a_thousand_tasks_on_two_workers_give_the_rows_of_threads() throws Exception {
    Path file = folder.resolve("all.jsonl");
    try (var cluster = new Cluster(folder, 2)) {
      SweepResults rows = run(cluster, file);
      requireEqual(rows, file);
    }
    List<String> runs = runs();
    assertThat(runs).hasSize(TRIALS);
    assertThat(processes(runs))
        .hasSize(2)
        .doesNotContain(Long.toString(ProcessHandle.current().pid()));
  }

  @Test
  void a_worker_killed_in_the_middle_loses_no_row_and_doubles_none() throws Exception {
    Path file = folder.resolve("killed.jsonl");
    try (var cluster = new Cluster(folder, 2)) {
      var killer =
          new Thread(
              () -> {
                try {
                  while (runs().size() < TRIALS / 3) {
                    Thread.sleep(20);
                  }
                } catch (InterruptedException e) {
                  return;
                }
                cluster.killWorker(0);
              });
      killer.setDaemon(true);
      killer.start();
      SweepResults rows = run(cluster, file);
      killer.join();
      requireEqual(rows, file);
    }
    List<String> runs = runs();
    assertThat(processes(runs)).hasSize(2);
    String last = busiest(runs);
    assertThat(runs.stream().filter(name -> name.startsWith(last + "-")).count())
        .as("the executor that is left did more than half of %s", runs.size())
        .isGreaterThan(TRIALS / 2);
  }

  /** Three starts, five hundred empty tasks; a task costs more than an arithmetic operation. */
  @Test
  void the_cost_of_a_cluster_is_measured() throws Exception {
    try (var cluster = new Cluster(folder, 2)) {
      SparkCost cost = cluster.spark().cost();

      assertThat(cost.startSeconds()).isBetween(0.1, 100.0);
      assertThat(cost.taskSeconds()).isBetween(1e-5, 1.0);
      assertThat(cost.paysFrom(TRIALS, 2, 100)).isPositive();
      assertThat(cost.table(TRIALS, 2).rowCount()).isEqualTo(6);
    }
  }

  private static String busiest(List<String> runs) {
    return processes(runs).stream()
        .max(
            Comparator.comparingLong(
                pid -> runs.stream().filter(name -> name.startsWith(pid + "-")).count()))
        .orElseThrow();
  }

  private SweepResults run(Cluster cluster, Path file) throws Exception {
    Path runs = Files.createDirectories(folder.resolve("runs"));
    return Waves.sweep(TRIALS / 2, 2)
        .trial(traced(runs.toString()))
        .checkpoint(file)
        .on(cluster.spark())
        .run();
  }

  private void requireEqual(SweepResults rows, Path file) throws Exception {
    Path here = folder.resolve("here.jsonl");
    SweepResults local = Waves.sweep(TRIALS / 2, 2).checkpoint(here).run();
    assertThat(rows.isComplete()).isTrue();
    assertThat(rows.rows(Waves.Row.class)).isEqualTo(local.rows(Waves.Row.class)).hasSize(TRIALS);
    assertThat(Files.readAllBytes(file)).isEqualTo(Files.readAllBytes(here));
  }

  private List<String> runs() {
    String[] names = folder.resolve("runs").toFile().list();
    return names == null ? List.of() : List.of(names);
  }

  private static Set<String> processes(List<String> runs) {
    return runs.stream().map(name -> name.split("-")[0]).collect(Collectors.toSet());
  }
}
