package org.backshadow.exercise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.backshadow.json.Json;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What holds for every stored chapter: its form, its exercises, and what must not be printed. */
class CourseTest {
  private static final Pattern CHAPTER = Pattern.compile("(\\d\\d)-.*\\.ipynb");
  private static final Pattern CHECK = Pattern.compile("check\\(\"(\\d+\\.\\d+)\"");

  /** Numbers of theorems, equations, sections: those of the paper were not read. */
  private static final Pattern NUMBERED =
      Pattern.compile(
          "\\b(Theorems?|Thms?|Lemmas?|Propositions?|Corollar(y|ies)|Definitions?|Equations?|Eqs?"
              + "|Sections?|Secs?|Algorithms?|Appendix)\\b\\.?[ ~]*\\(?[A-Z]?\\d|\\bT\\d\\d\\b"
              + "|\\\\(tag|eqref)\\b");

  record Cell(String type, String source, List<Map<?, ?>> outputs) {
    boolean isCode() {
      return type.equals("code");
    }

    /** What it printed as text. */
    String text() {
      return outputs.stream()
          .map(output -> joined(output.get("text")) + data(output, "text/plain"))
          .collect(Collectors.joining("\n"));
    }

    boolean hasPicture() {
      return outputs.stream()
          .anyMatch(
              output ->
                  !data(output, "image/png").isEmpty()
                      || data(output, "text/html").contains("data:image/svg"));
    }

    private static String data(Map<?, ?> output, String mime) {
      return output.get("data") instanceof Map<?, ?> data ? joined(data.get(mime)) : "";
    }
  }

  record Chapter(String number, String name, List<Cell> cells) {
    List<Cell> code() {
      return cells.stream().filter(cell -> cell.isCode() && !cell.source().isBlank()).toList();
    }

    String prose() {
      return cells.stream()
          .filter(cell -> !cell.isCode())
          .map(Cell::source)
          .collect(Collectors.joining("\n"));
    }

    List<String> exercises() {
      return code().stream()
          .flatMap(cell -> CHECK.matcher(cell.source()).results())
          .map(match -> match.group(1))
          .distinct()
          .toList();
    }
  }

  private static String joined(Object lines) {
    if (lines instanceof List<?> list)
      return list.stream().map(String::valueOf).collect(Collectors.joining());
    return lines == null ? "" : lines.toString();
  }

  private static List<Chapter> chapters() {
    try (var files = Files.list(Path.of("notebooks"))) {
      return files.sorted().flatMap(CourseTest::chapter).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Stream<Chapter> chapter(Path file) {
    var name = CHAPTER.matcher(file.getFileName().toString());
    if (!name.matches()) return Stream.empty();
    try {
      var notebook = (Map<?, ?>) Json.parse(Files.readString(file));
      var cells = new ArrayList<Cell>();
      for (Object entry : (List<?>) notebook.get("cells")) {
        var cell = (Map<?, ?>) entry;
        var outputs = new ArrayList<Map<?, ?>>();
        if (cell.get("outputs") instanceof List<?> list) {
          list.forEach(output -> outputs.add((Map<?, ?>) output));
        }
        cells.add(new Cell((String) cell.get("cell_type"), joined(cell.get("source")), outputs));
      }
      return Stream.of(new Chapter(name.group(1), name.group(), cells));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Stream<DynamicTest> each(Consumer<Chapter> test) {
    return chapters().stream().map(c -> dynamicTest(c.name(), () -> test.accept(c)));
  }

  @TestFactory
  Stream<DynamicTest> no_theorem_or_equation_is_numbered() {
    return each(
        chapter -> {
          for (Cell cell : chapter.cells()) {
            assertThat(NUMBERED.matcher(cell.source() + cell.text()).find())
                .as(cell.source())
                .isFalse();
          }
        });
  }

  @TestFactory
  Stream<DynamicTest> nothing_is_stored_from_the_error_stream() {
    return each(
        chapter -> {
          for (Cell cell : chapter.cells()) {
            assertThat(cell.outputs())
                .as(cell.source())
                .noneMatch(output -> "stderr".equals(output.get("name")))
                .noneMatch(output -> "error".equals(output.get("output_type")));
            assertThat(cell.text()).doesNotContainIgnoringCase("warning");
          }
        });
  }

  @TestFactory
  Stream<DynamicTest> the_head_says_what_it_teaches_needs_and_takes() {
    return each(
        chapter -> {
          String head = chapter.cells().get(0).source();
          assertThat(head).contains("After this notebook you can", "\nNeeds: ");
          assertThat(head.lines().filter(line -> line.startsWith("* "))).hasSize(3);
          assertThat(head).containsPattern("[Nn]eeds: .*\\b(seconds|minute)\\b");
        });
  }

  @TestFactory
  Stream<DynamicTest> a_picture_is_among_the_first_three_cells_of_code() {
    return each(
        chapter -> assertThat(chapter.code().subList(0, 3)).anyMatch(cell -> cell.hasPicture()));
  }

  @TestFactory
  Stream<DynamicTest> the_last_cell_of_code_asserts_and_references_end_it() {
    return each(
        chapter -> {
          var code = chapter.code();
          assertThat(code.get(code.size() - 1).source()).contains("throw new AssertionError(");
          var last = chapter.cells().get(chapter.cells().size() - 1);
          assertThat(last.isCode()).isFalse();
          assertThat(last.source()).contains("## What to take along", "**References.**");
        });
  }

  /**
   * JupyterLab shows so many columns in a window 1280 pixels wide, and hides the rest of a line.
   */
  @TestFactory
  Stream<DynamicTest> no_line_of_code_is_cut_off() {
    return each(
        chapter ->
            assertThat(chapter.code().stream().flatMap(cell -> cell.source().lines()))
                .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(104)));
  }

  @TestFactory
  Stream<DynamicTest> its_exercises_are_those_of_the_book() {
    return each(
        chapter -> {
          String prefix = Integer.parseInt(chapter.number()) + ".";
          assertThat(chapter.exercises())
              .containsExactlyElementsOf(
                  ExerciseBook.read().keySet().stream()
                      .filter(id -> id.startsWith(prefix))
                      .toList())
              .hasSizeBetween(1, 6);
        });
  }

  @TestFactory
  Stream<DynamicTest> choices_have_the_letters_that_the_check_knows() {
    return each(
        chapter -> {
          for (String id : chapter.exercises()) {
            if (ExerciseBook.read().get(id).kind() instanceof ChoiceKind choice) {
              for (int k = 0; k < choice.statements().size(); k++) {
                String line = ChoiceKind.letter(k) + ") " + choice.statements().get(k);
                assertThat(words(chapter.prose())).as(id).contains(words(line));
              }
            }
          }
        });
  }

  /** Letters and digits alone: mathematics in a notebook is LaTeX. */
  private static String words(String text) {
    return text.replaceAll("\\\\[a-zA-Z]+", " ").replaceAll("[^A-Za-z0-9]+", " ").strip();
  }
}
