package org.backshadow.experiment.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckpointTest {
  record Row(double error) {}

  private static final Columns COLUMNS = Columns.of(Row.class);

  @TempDir private Path folder;
  private Path file;

  @BeforeEach
  void choose_a_file() {
    file = folder.resolve("new/x.jsonl");
  }

  private static Map<String, Object> plan(long seed) {
    var plan = new LinkedHashMap<String, Object>();
    plan.put("backshadow", "test");
    plan.put("seed", seed);
    plan.put("rows", 4);
    return plan;
  }

  private void append(Checkpoint checkpoint, int... rows) {
    for (int row : rows) {
      checkpoint.append(row, COLUMNS, Map.of("result", Map.of("error", row / 4.0)));
    }
  }

  private String written() throws IOException {
    return Files.readString(file);
  }

  @Test
  void rows_are_in_the_file_as_soon_as_they_are_appended() throws IOException {
    try (Checkpoint checkpoint = Checkpoint.open(file, plan(1))) {
      append(checkpoint, 2);

      assertThat(written())
          .isEqualTo(
              """
              {"backshadow":"test","seed":1,"rows":4,"results":{"error":"number"}}
              {"row":2,"result":{"error":0.5}}
              """);
    }
  }

  @Test
  void it_goes_on_where_it_ended_and_finishes_in_order() throws IOException {
    try (Checkpoint checkpoint = Checkpoint.open(file, plan(1))) {
      append(checkpoint, 2, 0);
    }
    try (Checkpoint checkpoint = Checkpoint.open(file, plan(1))) {
      assertThat(checkpoint.rows()).containsOnlyKeys(0, 2);
      assertThat(checkpoint.columns()).contains(COLUMNS);
      append(checkpoint, 3, 1);
      checkpoint.finish();
    }
    String resumed = written();
    Files.delete(file);
    try (Checkpoint checkpoint = Checkpoint.open(file, plan(1))) {
      append(checkpoint, 0, 1, 2, 3);
      checkpoint.finish();
    }

    assertThat(resumed).isEqualTo(written());
    assertThat(resumed.lines().skip(2)).first().asString().startsWith("{\"row\":1,");
    assertThat(folder.resolve("new")).isDirectoryContaining(path -> path.equals(file));
    assertThat(folder.resolve("new").toFile().list()).containsExactly("x.jsonl");
  }

  /** At every byte: what is before the last whole line is kept, the rest is dropped. */
  @Test
  void a_file_cut_at_any_byte_loses_only_the_torn_line() throws IOException {
    try (Checkpoint checkpoint = Checkpoint.open(file, plan(1))) {
      append(checkpoint, 0, 1, 2, 3);
    }
    byte[] whole = Files.readAllBytes(file);
    for (int cut = 0; cut <= whole.length; cut++) {
      Files.write(file, Arrays.copyOf(whole, cut));
      String kept = written();
      long lines = kept.chars().filter(c -> c == '\n').count();
      try (Checkpoint checkpoint = Checkpoint.open(file, plan(1))) {
        assertThat(checkpoint.rows()).as("cut at %d", cut).hasSize((int) Math.max(0, lines - 1));
        for (int row = 0; row < 4; row++) {
          if (!checkpoint.rows().containsKey(row)) {
            append(checkpoint, row);
          }
        }
        checkpoint.finish();
      }
      assertThat(Files.readAllBytes(file)).as("cut at %d", cut).isEqualTo(whole);
    }
  }

  @Test
  void another_plan_is_refused_with_the_difference_and_the_file_stays() throws IOException {
    try (Checkpoint checkpoint = Checkpoint.open(file, plan(1))) {
      append(checkpoint, 0);
    }
    String before = written();

    assertThatThrownBy(() -> Checkpoint.open(file, plan(2)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            file
                + " holds another experiment: seed 1 there, 2 here. Use another file, or delete"
                + " this one");
    assertThat(written()).isEqualTo(before);
  }

  /** 2^53 and 2^53 + 1 are the same double. */
  @Test
  void large_seeds_that_are_one_double_are_told_apart() {
    try (Checkpoint checkpoint = Checkpoint.open(file, plan(1L << 53))) {
      append(checkpoint, 0);
    }

    assertThatThrownBy(() -> Checkpoint.open(file, plan((1L << 53) + 1)))
        .hasMessageContaining("its header is written in another way");
  }

  @Test
  void a_file_that_is_something_else_is_refused_and_stays() throws IOException {
    for (String text : new String[] {"my notes", "my notes\n", "{\"a\":1}\n{\"a\":2}\n", "\0\1"}) {
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);

      assertThatThrownBy(() -> Checkpoint.open(file, plan(1)))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage(
              file + " is no checkpoint of an experiment and is left as it is; use another file");
      assertThat(written()).isEqualTo(text);
    }
  }

  @Test
  void a_damaged_row_is_refused_with_its_line() throws IOException {
    for (String damaged : new String[] {"{\"row\":1,\"res", "{\"row\":4}", "{\"row\":-1}", ""}) {
      try (Checkpoint checkpoint = Checkpoint.open(file, plan(1))) {
        append(checkpoint, 0);
      }
      Files.writeString(file, written() + damaged + "\n{\"row\":2}\n");

      assertThatThrownBy(() -> Checkpoint.open(file, plan(1)))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage(file + ":3: not a row of this experiment; restore the file or delete it");
      Files.delete(file);
    }
  }

  @Test
  void a_second_writer_is_refused() {
    try (Checkpoint first = Checkpoint.open(file, plan(1))) {
      append(first, 0);
      assertThatThrownBy(() -> Checkpoint.open(file, plan(1)))
          .isInstanceOf(IllegalStateException.class)
          .hasMessage(
              file + " is being written by another experiment; wait for it or use another file");
    }
  }

  @Test
  void results_of_another_kind_are_refused() {
    record Other(long copies) {}
    try (Checkpoint checkpoint = Checkpoint.open(file, plan(1))) {
      append(checkpoint, 0);

      assertThatThrownBy(() -> checkpoint.append(1, Columns.of(Other.class), Map.of()))
          .hasMessage(
              file
                  + " holds results with {error: number}, not with {copies: whole}; use another"
                  + " file");
    }
  }

  @Test
  void a_folder_in_the_way_is_said() {
    assertThatThrownBy(() -> Checkpoint.open(folder, plan(1)))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageStartingWith("cannot open " + folder + ": ");
  }
}
