package org.backshadow.notebook.rendering;

import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import javax.imageio.ImageIO;
import org.knowm.xchart.internal.chartpart.Chart;

/**
 * An XChart chart as a PNG of twice its size in dots, sharp on screens of high density. No SVG:
 * XChart's is many times larger, and front ends hide SVG until a notebook is trusted.
 */
final class ChartRendering implements Rendering<Chart<?, ?>> {
  private static final int SCALE = 2;
  private static final int LONGEST_NAME = 500;

  @Override
  public Map<String, Object> mimeBundle(Chart<?, ?> chart) {
    checkNames(chart);
    return Bundle.text(describe(chart))
        .png(png(chart), chart.getWidth(), chart.getHeight())
        .toMap();
  }

  /** XChart measures a name once per character it cuts: a long one would take it hours. */
  private static void checkNames(Chart<?, ?> chart) {
    for (var series : chart.getSeriesCollection()) {
      int length = series.getName().length();
      if (length > LONGEST_NAME) {
        throw new IllegalArgumentException(
            "a series name has %s characters; at most %d can be drawn"
                .formatted(Numbers.grouped(length), LONGEST_NAME));
      }
    }
  }

  private static String describe(Chart<?, ?> chart) {
    String title = chart.getTitle();
    int series = chart.getSeriesCollection().size();
    return "%s%s, %d series, %d x %d pixels"
        .formatted(
            chart.getClass().getSimpleName(),
            title == null || title.isBlank() ? "" : " \"" + Printable.line(title, 200) + '"',
            series,
            chart.getWidth(),
            chart.getHeight());
  }

  private static byte[] png(Chart<?, ?> chart) {
    int width = chart.getWidth();
    int height = chart.getHeight();
    var image = new BufferedImage(SCALE * width, SCALE * height, BufferedImage.TYPE_INT_RGB);
    var graphics = image.createGraphics();
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.scale(SCALE, SCALE);
    chart.paint(graphics, width, height);
    graphics.dispose();
    var png = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, "png", png);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return png.toByteArray();
  }
}
