package org.backshadow.experiment.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.backshadow.experiment.sweep.CrashingSweep.Row;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Sweeps that are killed with no time to tidy up (SIGKILL), and disks that are full. */
class SweepCrashTest {
  private static final int MILLIS = 4;

  @TempDir private Path folder;
  private byte[] unbroken = {};
  private List<Row> rows = List.of();

  @BeforeEach
  void run_without_a_break() throws IOException {
    Path file = folder.resolve("unbroken.jsonl");
    rows = CrashingSweep.plan(file, 1, folder.resolve("unbroken.txt"), 0).run().rows(Row.class);
    unbroken = Files.readAllBytes(file);
  }

  @Test
  void a_killed_sweep_goes_on_and_ends_with_the_same_bytes() throws Exception {
    var random = new Random(1);
    for (int threads = 1; threads <= 2; threads++) {
      kill(threads, random, "a" + threads);
      kill(threads, random, "b" + threads);
    }
  }

  @Test
  @Tag("full")
  void kills_at_50_random_moments_on_1_and_2_threads_change_nothing() throws Exception {
    var random = new Random(2);
    for (int k = 0; k < 25; k++) {
      kill(1, random, "one" + k);
      kill(2, random, "two" + k);
    }
  }

  /** Kills at a random number of finished rows and up to a few trials later; then goes on. */
  private void kill(int threads, Random random, String name) throws Exception {
    Path file = folder.resolve(name + ".jsonl");
    Path diary = folder.resolve(name + ".txt");
    Process process = start(file, threads, diary);
    int moment = random.nextInt(190);
    while (lines(file) <= moment && process.isAlive()) {
      Thread.sleep(1);
    }
    TimeUnit.MICROSECONDS.sleep(random.nextInt(3 * 1000 * MILLIS));
    process.destroyForcibly().waitFor();

    List<String> before = whole(file);
    Files.deleteIfExists(diary);
    var resumed = CrashingSweep.plan(file, threads, diary, 0).run();

    assertThat(Files.readAllBytes(file)).as(name).isEqualTo(unbroken);
    assertThat(resumed.rows(Row.class)).isEqualTo(rows);
    assertThat(Files.readAllLines(file)).as(name).containsAll(before);
    assertThat(before.size()).as(name).isGreaterThan(moment);
    int kept = before.size() - 1;
    int run = Files.exists(diary) ? Files.readAllLines(diary).size() : 0;
    assertThat(run).as("%s: trials run again", name).isEqualTo(200 - kept);
  }

  @Test
  void a_file_that_another_process_writes_is_refused() throws Exception {
    Path file = folder.resolve("locked.jsonl");
    Path diary = folder.resolve("locked.txt");
    Process process = new ProcessBuilder(command(file, 1, diary, 200)).inheritIO().start();
    try {
      while (lines(file) < 2 && process.isAlive()) {
        Thread.sleep(5);
      }
      assertThatThrownBy(() -> CrashingSweep.plan(file, 1, diary, 0).run())
          .isInstanceOf(IllegalStateException.class)
          .hasMessage(
              file + " is being written by another experiment; wait for it or use another file");
    } finally {
      process.destroyForcibly().waitFor();
    }
  }

  private static Process start(Path file, int threads, Path diary) throws IOException {
    return new ProcessBuilder(command(file, threads, diary, MILLIS)).inheritIO().start();
  }

  private static List<String> command(Path file, int threads, Path diary, int millis) {
    String path = System.getProperty("surefire.test.class.path");
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-XX:TieredStopAtLevel=1",
        "-XX:-UsePerfData",
        "-Xmx128m",
        "-cp",
        path == null ? System.getProperty("java.class.path") : path,
        CrashingSweep.class.getName(),
        file.toString(),
        Integer.toString(threads),
        diary.toString(),
        Integer.toString(millis));
  }

  private static int lines(Path file) throws IOException {
    return Files.exists(file) ? whole(file).size() : 0;
  }

  /** The lines that have an end. */
  private static List<String> whole(Path file) throws IOException {
    String text = Files.readString(file);
    return text.substring(0, text.lastIndexOf('\n') + 1).lines().toList();
  }

  /** The shell's limit on the size of files: a write fails in the middle, as on a full disk. */
  @Test
  @DisabledOnOs(OS.WINDOWS)
  void a_disk_that_is_full_is_said_and_loses_nothing() throws Exception {
    Path file = folder.resolve("full.jsonl");
    Path diary = folder.resolve("full.txt");
    var command = new ArrayList<>(List.of("/bin/sh", "-c", "ulimit -f 16; exec \"$@\"", "sh"));
    command.addAll(command(file, 2, diary, 0));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes());
    process.waitFor();

    List<String> before = whole(file);
    assertThat(said)
        .startsWith("cannot write " + file + ": ")
        .contains(
            "It keeps the %d finished rows; make room and run the same again"
                .formatted(before.size() - 1));
    assertThat(before).hasSizeBetween(20, 199);
    CrashingSweep.plan(file, 2, folder.resolve("again.txt"), 0).run();
    assertThat(Files.readAllBytes(file)).isEqualTo(unbroken);
    assertThat(Files.readAllLines(folder.resolve("again.txt"))).hasSize(201 - before.size());
  }
}
