package org.backshadow.notebook.rendering;

import static org.backshadow.notebook.rendering.SvgText.number;

import java.util.Locale;
import org.backshadow.state.BlochVector;

/** The Bloch ball seen from a little above, with a vector in it and its coordinates below. */
final class BlochPicture {
  private static final int RADIUS = 92;
  private static final int CENTER_X = 150;
  private static final int CENTER_Y = 142;
  private static final int WIDTH = 300;
  private static final int HEIGHT = 322;

  /** Where the eye stands: turned from the x axis towards y, and raised. */
  private static final double AZIMUTH = Math.toRadians(28);

  private static final double ELEVATION = Math.toRadians(18);
  private static final double AXIS = 1.18;
  private static final String PALE = "#8d97a6";
  private static final String INK = "#c2410c";

  private BlochPicture() {}

  static String svg(BlochVector vector) {
    var svg = new StringBuilder();
    svg.append(
        "<circle cx=\"%d\" cy=\"%d\" r=\"%d\" fill=\"#f1f5fb\" stroke=\"#8796b0\" stroke-width=\"1.3\"/>"
            .formatted(CENTER_X, CENTER_Y, RADIUS));
    equator(svg);
    axis(svg, 1, 0, 0, "x");
    axis(svg, 0, 1, 0, "y");
    line(svg, new double[] {0, 0, -1}, new double[] {0, 0, 1}, PALE, 1, "");
    text(svg, CENTER_X, CENTER_Y - RADIUS - 9, 14, "|0\u27e9");
    text(svg, CENTER_X, CENTER_Y + RADIUS + 19, 14, "|1\u27e9");
    vector(svg, vector);
    coordinates(svg, vector);
    return SvgCard.of(alt(vector), WIDTH, HEIGHT, svg);
  }

  /** The picture in words. */
  static String alt(BlochVector vector) {
    return "Bloch vector " + vector;
  }

  private static double x(double x, double y) {
    return CENTER_X + RADIUS * (y * Math.cos(AZIMUTH) - x * Math.sin(AZIMUTH));
  }

  private static double y(double x, double y, double z) {
    double towards = x * Math.cos(AZIMUTH) + y * Math.sin(AZIMUTH);
    return CENTER_Y - RADIUS * (z * Math.cos(ELEVATION) - towards * Math.sin(ELEVATION));
  }

  private static String at(double x, double y, double z) {
    return number(x(x, y)) + " " + number(y(x, y, z));
  }

  /** Its front half solid, the half behind the ball dashed. */
  private static void equator(StringBuilder svg) {
    var front = new StringBuilder();
    var back = new StringBuilder();
    for (int k = 0; k <= 36; k++) {
      double angle = AZIMUTH - Math.PI / 2 + Math.PI * k / 36;
      double x = Math.cos(angle);
      double y = Math.sin(angle);
      front.append(k == 0 ? "M" : "L").append(at(x, y, 0));
      back.append(k == 0 ? "M" : "L").append(at(-x, -y, 0));
    }
    String path = "<path d=\"%s\" fill=\"none\" stroke=\"#8796b0\"%s/>";
    svg.append(path.formatted(back, " stroke-dasharray=\"3 3\"")).append(path.formatted(front, ""));
  }

  private static void axis(StringBuilder svg, double x, double y, double z, String name) {
    line(svg, new double[] {-x, -y, -z}, new double[] {x * AXIS, y * AXIS, z * AXIS}, PALE, 1, "");
    double far = AXIS + 0.12;
    text(svg, x(x * far, y * far), y(x * far, y * far, z * far) + 5, 14, name);
  }

  private static void vector(StringBuilder svg, BlochVector v) {
    double[] center = new double[3];
    double[] shadow = {v.x(), v.y(), 0};
    double[] tip = {v.x(), v.y(), v.z()};
    String dashes = " stroke-dasharray=\"2 3\"";
    line(svg, center, shadow, INK, 1, dashes);
    line(svg, shadow, tip, INK, 1, dashes);
    line(svg, center, tip, INK, 3, " stroke-linecap=\"round\"");
    svg.append(
        "<circle cx=\"%s\" cy=\"%s\" r=\"5.5\" fill=\"%s\"/>"
            .formatted(number(x(v.x(), v.y())), number(y(v.x(), v.y(), v.z())), INK));
  }

  private static void line(
      StringBuilder svg, double[] from, double[] to, String color, int width, String more) {
    svg.append(
        "<path d=\"M%sL%s\" stroke=\"%s\" stroke-width=\"%d\"%s/>"
            .formatted(at(from[0], from[1], from[2]), at(to[0], to[1], to[2]), color, width, more));
  }

  private static void coordinates(StringBuilder svg, BlochVector v) {
    String words =
        String.format(
                Locale.ROOT, "x %.4f   y %.4f   z %.4f", v.x() + 0.0, v.y() + 0.0, v.z() + 0.0)
            .replace('-', '\u2212')
            .replace("   ", "\u2003");
    text(svg, CENTER_X, HEIGHT - 38, 14, words);
    text(
        svg,
        CENTER_X,
        HEIGHT - 16,
        13,
        String.format(Locale.ROOT, "length %.4f (exact)", v.length()));
  }

  private static void text(StringBuilder svg, double x, double y, int size, String words) {
    svg.append(
        "<text x=\"%s\" y=\"%s\" font-size=\"%d\">%s</text>"
            .formatted(number(x), number(y), size, words));
  }
}
