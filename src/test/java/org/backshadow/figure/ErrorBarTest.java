package org.backshadow.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ErrorBarTest {
  private static final int WHITE = 0xFFFFFF;
  private static final int TEXT = House.TEXT.getRGB() & WHITE;

  /** Dark on white on the bar: a contrast of 15.9 whatever the bar's colour, in grey too. */
  @ParameterizedTest
  @ValueSource(strings = {"adjoint", "bellSampling", "quantumBackprop", "trivial"})
  void an_error_bar_is_seen_on_a_bar_of_any_colour(String method) throws IOException {
    var figure = Figure.of("").bars(method, List.of("a"), new double[] {1}, new double[] {0.5});
    int fill = figure.palette().color(method).getRGB() & WHITE;
    BufferedImage image = ImageIO.read(new ByteArrayInputStream(figure.png()));

    int through = 0;
    for (int y = 0; y < image.getHeight(); y++) {
      through += crosses(image, y, fill) ? 1 : 0;
    }
    // The lower half of the error bar, a quarter of the height of the plot.
    assertThat(through).isBetween(image.getHeight() / 8, image.getHeight() / 2);
  }

  /** Whether a row of pixels goes fill, white, dark, white, fill; blended pixels do not count. */
  private static boolean crosses(BufferedImage image, int y, int fill) {
    int[] wanted = {fill, WHITE, TEXT, WHITE, fill};
    int found = 0;
    for (int x = 0; x < image.getWidth() && found < wanted.length; x++) {
      found += (image.getRGB(x, y) & WHITE) == wanted[found] ? 1 : 0;
    }
    return found == wanted.length;
  }
}
