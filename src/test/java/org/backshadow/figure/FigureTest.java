package org.backshadow.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tech.tablesaw.api.Table;

class FigureTest {
  private static final double[] X = {16, 32, 64};
  private static final double[] Y = {100, 200, 400};

  private final Figure scaling =
      Figure.of("Cost")
          .x("parameters M")
          .y("copies")
          .logX()
          .logY()
          .points("parameterShift", X, Y, new double[] {5, 10, 500})
          .line("parameterShift fit", X, Y)
          .theory("parameterShift theory", X, Y)
          .horizontal("budget", 300);

  @Test
  void unequal_lengths_are_refused_by_series_and_count() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Figure.of("t").line("x", new double[3], new double[4]))
        .withMessage("series \"x\" has 3 x values but 4 y values");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Figure.of("t").points("x", X, Y, new double[2]))
        .withMessage("series \"x\" has 2 errors but 3 y values");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Figure.of("t").points("x", X, Y, Y, new double[2]))
        .withMessage("series \"x\" has 2 upper ends but 3 y values");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Figure.of("t").bars("x", List.of("a"), Y))
        .withMessage("series \"x\" has 1 categories but 3 values");
  }

  @Test
  @SuppressWarnings("NullAway")
  void null_arrays_are_refused_by_name() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Figure.of("t").line("x", X, null))
        .withMessage("series \"x\": the y values are null");
  }

  @Test
  void bars_and_points_do_not_mix() {
    var bars = Figure.of("t").bars("a", List.of("p"), new double[] {1}).horizontal("exact", 1);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> bars.points("b", X, Y))
        .withMessageContaining("either bars or points and lines");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> bars.bars("b", List.of("q"), new double[] {1}))
        .withMessageContaining("other categories");
  }

  @Test
  void a_series_is_named_once_per_kind() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> scaling.line("parameterShift fit", X, Y))
        .withMessageContaining("already in this figure");
    assertThatCode(() -> scaling.line("parameterShift", X, Y).png()).doesNotThrowAnyException();
  }

  @Test
  void each_call_leaves_the_figure_it_started_from_alone() {
    var y = Y.clone();
    var figure = Figure.of("t").line("a", X, y);
    y[0] = -1;
    figure.line("b", X, Y).size(300, 200);

    assertThat(figure.table().rowCount()).isEqualTo(3);
    assertThat(figure.table().doubleColumn("y").get(0)).isEqualTo(100);
    assertThat(figure.width()).isEqualTo(640);
  }

  @Test
  void a_png_has_twice_the_size_and_a_white_page() throws IOException {
    BufferedImage image = ImageIO.read(new ByteArrayInputStream(scaling.size(500, 300).png()));

    assertThat(image.getWidth()).isEqualTo(1000);
    assertThat(image.getHeight()).isEqualTo(600);
    assertThat(image.getRGB(2, 2)).isEqualTo(0xFFFFFFFF);
  }

  @Test
  void points_in_the_picture_have_the_colour_of_their_method() throws IOException {
    var image = ImageIO.read(new ByteArrayInputStream(scaling.png()));

    long blue = 0;
    for (int x = 0; x < image.getWidth(); x++) {
      for (int y = 0; y < image.getHeight(); y++) {
        blue += (image.getRGB(x, y) & 0xFFFFFF) == 0x0072B2 ? 1 : 0;
      }
    }
    assertThat(blue).isGreaterThan(300);
  }

  @Test
  void what_cannot_be_drawn_is_left_out_of_the_picture_and_kept_in_the_table() {
    double[] bad = {Double.NaN, 0, -1, Double.POSITIVE_INFINITY, 5};
    var figure =
        Figure.of("t")
            .logX()
            .logY()
            .points("a", bad, bad, bad)
            .line("b", bad, bad)
            .horizontal("zero", 0);

    assertThat(figure.png()).isNotEmpty();
    assertThat(figure.alt()).contains("a: 1 points").contains("b: 1 points of a line");
    assertThat(figure.table().rowCount()).isEqualTo(11);
    var bars = Figure.of("t").logY().bars("a", List.of("p", "q", "r", "s", "t"), bad, bad);
    assertThatCode(bars::png).doesNotThrowAnyException();
    assertThatCode(() -> Figure.of("nothing").png()).doesNotThrowAnyException();
    assertThatCode(() -> Figure.of("t").bars("a", List.of(), new double[0]).png())
        .doesNotThrowAnyException();
  }

  @Test
  void values_of_any_size_are_drawn() {
    for (double scale : new double[] {1e-299, 1e-12, 1, 1e12, 1e299}) {
      var x = new double[] {scale, 2 * scale, 3 * scale};
      assertThatCode(() -> Figure.of("t").line("a", x, x).png())
          .as("scale %s", scale)
          .doesNotThrowAnyException();
      assertThatCode(() -> Figure.of("t").logX().logY().line("a", x, x).png())
          .as("log scale %s", scale)
          .doesNotThrowAnyException();
    }
    double[] near = {1, Math.nextUp(1.0)};
    assertThatCode(() -> Figure.of("t").line("a", near, near).png()).doesNotThrowAnyException();
    double[] far = {-Double.MAX_VALUE, Double.MAX_VALUE};
    assertThatCode(() -> Figure.of("t").line("a", far, far).png()).doesNotThrowAnyException();
  }

  @Test
  void the_extension_of_a_path_decides_what_is_saved(@TempDir Path folder) throws Exception {
    scaling.save(folder.resolve("a.png").toString());
    scaling.save(folder.resolve("a.svg"));
    scaling.save(folder.resolve("a.csv"));

    assertThat(ImageIO.read(folder.resolve("a.png").toFile()).getWidth()).isEqualTo(1280);
    var svg =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(folder.resolve("a.svg").toFile())
            .getDocumentElement();
    assertThat(svg.getTagName()).isEqualTo("svg");
    assertThat(svg.getTextContent()).contains("parameters M").contains("parameterShift fit");
    assertThat(Table.read().csv(folder.resolve("a.csv").toFile()).columnNames())
        .containsExactly("series", "x", "y", "low", "high");
    try (var files = Files.list(folder)) {
      assertThat(files).hasSize(3);
    }
  }

  @Test
  void another_extension_is_refused_and_writes_nothing(@TempDir Path folder) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> scaling.save(folder.resolve("a.pdf")))
        .withMessageContaining(".png, .svg or .csv");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void the_table_has_absolute_ends_and_categories() {
    var xy = scaling.table();
    var bars =
        Figure.of("t").bars("a", List.of("p", "q"), new double[] {1, 2}, new double[] {0.5, 0.25});

    assertThat(xy.doubleColumn("high").get(2)).isEqualTo(900);
    assertThat(xy.doubleColumn("low").get(0)).isEqualTo(95);
    assertThat(xy.doubleColumn("low").isMissing(3)).isTrue();
    assertThat(bars.table().stringColumn("x").asList()).containsExactly("p", "q");
    assertThat(bars.table().doubleColumn("low").get(1)).isEqualTo(1.75);
  }

  @Test
  void the_alt_text_names_axes_series_and_ranges() {
    assertThat(scaling.caption("mean of 20").alt())
        .isEqualTo(
            "Cost. copies (logarithmic) against parameters M (logarithmic). "
                + "parameterShift: 3 points with error bars, x 16 to 64, y 100 to 400; "
                + "parameterShift fit: 3 points of a line, x 16 to 64, y 100 to 400; "
                + "parameterShift theory: 3 points of a dashed line, x 16 to 64, y 100 to 400; "
                + "budget: level line at 300. mean of 20");
  }

  @Test
  void rounding_beside_a_number_is_0_in_words_on_a_linear_axis_alone() {
    var linear = Figure.of("f").points("a", new double[] {1, 2}, new double[] {-0.5, -1e-16});

    assertThat(linear.alt()).contains("y -0.5000 to 0");

    var log = Figure.of("f").logY().points("a", new double[] {1, 2}, new double[] {0.5, 1e-16});

    assertThat(log.alt()).contains("y 1.000e-16 to 0.5000");
  }
}
