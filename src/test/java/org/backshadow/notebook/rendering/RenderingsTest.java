package org.backshadow.notebook.rendering;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.backshadow.progress.Nothing;
import org.ejml.simple.SimpleMatrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.Table;

class RenderingsTest {
  private final Renderings renderings = Renderings.builtIn();

  static List<Object> samples() {
    return Samples.of("naive");
  }

  static List<String> hostile() {
    return Hostile.STRINGS;
  }

  @ParameterizedTest
  @MethodSource("samples")
  void every_value_has_plain_text_and_a_richer_format(Object value) {
    var bundle = renderings.bundle(value);

    assertThat((String) bundle.get("text/plain")).isNotBlank().doesNotContain("@", "could not");
    assertThat(bundle.containsKey("text/html") || bundle.containsKey("image/png")).isTrue();
  }

  @ParameterizedTest
  @MethodSource("hostile")
  void hostile_labels_reach_no_markup(String label) {
    for (Object value : Samples.of(label)) {
      var bundle = renderings.bundle(value);

      String html = (String) bundle.getOrDefault("text/html", "");
      assertThat(Hostile.complaint(html)).as("%s: %.300s", value.getClass(), html).isEmpty();
      assertThat((String) bundle.get("text/plain"))
          .hasSizeLessThan(25_000)
          .doesNotContain("\u0000", "\u001b", "\u202e");
    }
  }

  @Test
  void a_chart_whose_series_name_would_take_hours_is_refused() {
    assertThat(text(Samples.chart("x".repeat(1_000_000))))
        .isEqualTo(
            "XYChart could not be shown: IllegalArgumentException: a series name has 1,000,000"
                + " characters; at most 500 can be drawn");
  }

  @Test
  void the_samples_cover_every_type() throws ClassNotFoundException {
    var types = new ArrayList<Class<?>>();
    for (String name : renderings.types()) types.add(Class.forName(name));
    assertThat(types)
        .hasSizeGreaterThan(20)
        .filteredOn(type -> type != Nothing.class)
        .allSatisfy(type -> assertThat(samples()).anyMatch(type::isInstance));
  }

  @Test
  void a_table_is_aligned_and_counted() {
    var bundle = renderings.bundle(Samples.table("naive"));

    assertThat(bundle.get("text/plain"))
        .isEqualTo(
            """
            naive
            naive  copies     error
            naive  100000   0.1
            b           7  -0.07071""");
    assertThat((String) bundle.get("text/html"))
        .contains("<caption style=\"text-align:left", ">copies</th>", ">\u22120.07071</td>")
        .contains("<td style=\"text-align:right\">100000</td>");
  }

  @Test
  void a_long_table_shows_thirty_rows_and_says_so() {
    var table = Table.create("long", IntColumn.indexColumn("n", 1234, 0));

    var bundle = renderings.bundle(table);

    assertThat((String) bundle.get("text/plain")).endsWith("29\n30 of 1,234 rows");
    assertThat((String) bundle.get("text/html"))
        .contains("30 of 1,234 rows")
        .doesNotContain(">30<");
  }

  @Test
  void missing_cells_are_blank_and_empty_tables_say_so() {
    var column = IntColumn.create("n", new int[] {1});
    column.appendMissing();

    var numbers = DoubleColumn.create("x", 0.5, Double.NaN);

    assertThat(text(Table.create("t", column))).isEqualTo("t\nn\n1\n");
    assertThat(text(Table.create("t", numbers))).isEqualTo("t\n  x\n0.5\n");
    assertThat(text(Table.create("t"))).isEqualTo("t\nno rows");
  }

  @Test
  void matrices_stand_between_brackets() {
    assertThat(text(Samples.matrix())).isEqualTo("[ 1       -0.5 ]\n[ 0.3333   0   ]");
    assertThat(text(Samples.complexMatrix())).isEqualTo("[   0.7071  -0.5i ]\n[ 0.5+0.5i      0 ]");
    assertThat(text(new int[][] {{1, 20}, {}})).isEqualTo("[ 1  20 ]\n[       ]");
  }

  @Test
  void large_matrices_end_in_ellipses() {
    assertThat(text(SimpleMatrix.identity(40)))
        .contains("⋯", "⋮", "⋱")
        .endsWith("16 of 40 rows, 16 of 40 columns");
  }

  @Test
  void matrices_without_entries_say_so() {
    assertThat(text(new double[0][0])).isEqualTo("0 x 0 matrix");
    assertThat(text(new double[2][0])).isEqualTo("2 x 0 matrix");
    assertThat(text(new SimpleMatrix(0, 3))).isEqualTo("0 x 3 matrix");
    assertThat(text(new double[0])).isEqualTo("[ ] (no entries)");
  }

  @Test
  void long_vectors_have_ten_entries_to_a_row() {
    assertThat(text(IntStream.range(0, 23).toArray()))
        .isEqualTo(
            """
                 +0  +1  +2  +3  +4  +5  +6  +7  +8  +9
             0:   0   1   2   3   4   5   6   7   8   9
            10:  10  11  12  13  14  15  16  17  18  19
            20:  20  21  22
            23 entries""");
    assertThat(text(new double[5000])).endsWith("300 of 5,000 entries");
  }

  @Test
  void the_nearest_rendering_of_a_type_is_taken() {
    renderings.add(
        "java.lang.Number", () -> (Rendering<Number>) n -> Map.of("text/plain", "number"));
    renderings.add(
        "java.lang.Comparable", () -> (Rendering<Object>) n -> Map.of("text/plain", "c"));

    assertThat(text(1)).isEqualTo("number");
    assertThat(text("x")).isEqualTo("c");
  }

  @Test
  void a_bundle_without_text_gets_the_text_of_the_value() {
    renderings.add("java.lang.Integer", () -> (Rendering<Integer>) n -> Map.of("text/html", "<b>"));

    assertThat(renderings.bundle(7))
        .containsEntry("text/plain", "7")
        .containsEntry("text/html", "<b>");
  }

  @Test
  void a_library_that_is_absent_is_no_error() throws Exception {
    var urls = new ArrayList<URL>();
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
      if (entry.endsWith("classes")) urls.add(Path.of(entry).toUri().toURL());
    }
    try (var alone =
        new URLClassLoader(urls.toArray(URL[]::new), ClassLoader.getPlatformClassLoader())) {
      Class<?> type = alone.loadClass(Renderings.class.getName());
      Method builtIn = type.getDeclaredMethod("builtIn");
      Method bundle = type.getDeclaredMethod("bundle", Object.class);
      builtIn.setAccessible(true);
      bundle.setAccessible(true);
      Object ours = builtIn.invoke(null);

      assertThat(bundle.invoke(ours, new int[] {1, 2})).asString().contains("text/plain=[ 1  2 ]");
      assertThat(bundle.invoke(ours, Samples.matrix()))
          .asString()
          .contains("SimpleMatrix could not be shown: NoClassDefFoundError");
    }
  }

  private String text(Object value) {
    return (String) renderings.bundle(value).get("text/plain");
  }
}
