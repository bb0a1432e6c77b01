package org.backshadow.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PanelsTest {
  private static Figure figure(String title, String series, double... y) {
    return Figure.of(title).x("n").y("error").points(series, new double[] {1, 2}, y);
  }

  private static final Panels TWO =
      Panels.of("errors", List.of(figure("a = 1", "one", 1, 2), figure("a = 2", "two", 5, 80)))
          .caption("95 % intervals");

  @Test
  void panels_share_their_axes_and_colours() {
    Figure first = TWO.figures().get(0);
    Figure second = TWO.figures().get(1);

    assertThat(first.yAxis()).isEqualTo(second.yAxis());
    assertThat(first.yAxis().max()).isGreaterThan(80);
    assertThat(first.palette().hex("one")).isEqualTo(second.palette().hex("one"));
    assertThat(first.palette().hex("one")).isNotEqualTo(second.palette().hex("two"));
    assertThat(TWO.logY().logX().figures()).allMatch(f -> f.isLogX() && f.isLogY());
  }

  @Test
  void they_are_drawn_described_and_saved_together(@TempDir Path folder) throws Exception {
    TWO.save(folder.resolve("p.svg").toString());
    TWO.save(folder.resolve("p.csv"));
    var image = ImageIO.read(new ByteArrayInputStream(TWO.png()));

    assertThat(image.getWidth()).isEqualTo(2 * TWO.width()).isEqualTo(1280);
    assertThat(image.getHeight()).isEqualTo(2 * TWO.height());
    assertThat(Files.readString(folder.resolve("p.svg")))
        .contains("a = 1", "a = 2", "errors", "95 % intervals");
    assertThat(Files.readAllLines(folder.resolve("p.csv")))
        .hasSize(5)
        .startsWith("panel,series,x,y,low,high")
        .anyMatch(line -> line.startsWith("a = 2,two,2"));
    assertThat(TWO.alt())
        .startsWith("errors. 2 panels. a = 1. error against n. one: 2 points")
        .endsWith("95 % intervals");
  }

  /** Ink in both halves of the picture: each panel is drawn in its place. */
  @Test
  void each_panel_has_its_own_place() throws Exception {
    var image = ImageIO.read(new ByteArrayInputStream(TWO.png()));
    for (int left : new int[] {0, 640}) {
      long ink = 0;
      for (int x = left; x < left + 640; x++) {
        for (int y = 60; y < 500; y++) {
          ink += (image.getRGB(x, y) & 0xFFFFFF) == 0xFFFFFF ? 0 : 1;
        }
      }
      assertThat(ink).as("from %d", left).isGreaterThan(2000);
    }
  }

  @Test
  void vega_lite_concatenates_them() {
    var spec = TWO.vegaLite();

    assertThat(spec.get("$schema")).asString().contains("vega-lite/v5");
    assertThat((List<?>) spec.get("concat")).hasSize(2);
    assertThat(spec).containsEntry("columns", 2);
  }

  @Test
  void nothing_too_many_and_bars_are_refused() {
    assertThatThrownBy(() -> Panels.of("t", List.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("panels: 0 figures; from 1 to 30 fit in a picture");
    assertThatThrownBy(() -> Panels.of("t", Collections.nCopies(31, figure("a", "b", 1, 2))))
        .hasMessage("panels: 31 figures; from 1 to 30 fit in a picture");
    Figure bars = Figure.of("t").bars("b", List.of("x"), new double[] {1});
    assertThatThrownBy(() -> Panels.of("t", List.of(bars)))
        .hasMessage("panels: bars have no axis to share; use single figures");
  }
}
