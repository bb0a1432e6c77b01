package org.backshadow.figure;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import javax.imageio.ImageIO;
import org.backshadow.figure.Series.Kind;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** Pictures as bytes and files. */
final class Export {
  private static final int SCALE = 2;

  private Export() {}

  static byte[] png(Picture picture) {
    try {
      var image =
          new BufferedImage(
              SCALE * picture.width(), SCALE * picture.height(), BufferedImage.TYPE_INT_RGB);
      var g = image.createGraphics();
      g.scale(SCALE, SCALE);
      picture.paint(g);
      g.dispose();
      var bytes = new ByteArrayOutputStream();
      ImageIO.write(image, "png", bytes);
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InternalError | LinkageError e) {
      throw noFonts(e);
    }
  }

  private static byte[] svg(Picture picture) {
    try {
      var g = new SvgGraphics();
      picture.paint(g);
      return g.document(picture.width(), picture.height(), picture.alt())
          .getBytes(StandardCharsets.UTF_8);
    } catch (InternalError | LinkageError e) {
      throw noFonts(e);
    }
  }

  static Table table(Figure figure) {
    boolean bars = figure.isBars();
    var name = StringColumn.create("series");
    var number = DoubleColumn.create("x");
    var category = StringColumn.create("x");
    var y = DoubleColumn.create("y");
    var low = DoubleColumn.create("low");
    var high = DoubleColumn.create("high");
    for (Series series : figure.series()) {
      for (int i = 0; i < series.size(); i++) {
        name.append(series.name());
        if (series.kind() == Kind.REFERENCE) {
          number.appendMissing();
          category.appendMissing();
        } else {
          number.append(series.x()[i]);
          category.append(bars ? series.categories().get(i) : "");
        }
        y.append(series.y()[i]);
        low.append(series.hasErrors() ? series.low()[i] : Double.NaN);
        high.append(series.hasErrors() ? series.high()[i] : Double.NaN);
      }
    }
    return Table.create(figure.title(), name, bars ? category : number, y, low, high);
  }

  static void save(Picture picture, Path path) {
    WholeFile.write(path, bytes(picture, path));
  }

  private static byte[] bytes(Picture picture, Path path) {
    String name = path.toString().toLowerCase(Locale.ROOT);
    if (name.endsWith(".png")) {
      return png(picture);
    }
    if (name.endsWith(".svg")) {
      return svg(picture);
    }
    if (name.endsWith(".csv")) {
      return picture.table().write().toString("csv").getBytes(StandardCharsets.UTF_8);
    }
    throw new IllegalArgumentException(
        "\"%s\": a figure is saved as .png, .svg or .csv".formatted(path));
  }

  private static IllegalStateException noFonts(Throwable cause) {
    return new IllegalStateException(
        "cannot draw text on this machine; install fontconfig and fonts-dejavu-core", cause);
  }
}
