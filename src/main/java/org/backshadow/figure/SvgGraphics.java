package org.backshadow.figure;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.PathIterator;
import java.util.Locale;

/**
 * Writes what is drawn as SVG: filled and stroked shapes and text, which is all a chart consists
 * of. Images and gradients are left out.
 */
final class SvgGraphics extends GraphicsState {
  private static final char[] COMMANDS = {'M', 'L', 'Q', 'C', 'Z'};
  private static final int[] COORDINATES = {2, 2, 4, 6, 0};

  private final StringBuilder out;
  private final StringBuilder clips;

  SvgGraphics() {
    this(page(), new StringBuilder(), new StringBuilder());
  }

  private SvgGraphics(Graphics2D state, StringBuilder out, StringBuilder clips) {
    super(state);
    this.out = out;
    this.clips = clips;
  }

  /** The whole document. */
  String document(int width, int height, String title) {
    return """
        <svg xmlns="http://www.w3.org/2000/svg" width="%d" height="%d" viewBox="0 0 %d %d" \
        font-family="DejaVu Sans, Verdana, sans-serif">
        <title>%s</title>
        %s</svg>
        """
        .formatted(width, height, width, height, escape(title), out);
  }

  @Override
  public Graphics create() {
    return new SvgGraphics((Graphics2D) state.create(), out, clips);
  }

  @Override
  public void fill(Shape shape) {
    if (getColor().getAlpha() > 0) {
      element(shape, "fill=\"" + Palette.hex(getColor()) + "\"" + opacity("fill"));
    }
  }

  @Override
  public void draw(Shape shape) {
    Color color = getColor();
    if (color.getAlpha() == 0) {
      return;
    }
    var style = new StringBuilder("fill=\"none\" stroke=\"" + Palette.hex(color) + "\"");
    style.append(opacity("stroke"));
    if (getStroke() instanceof BasicStroke stroke) {
      style.append(" stroke-width=\"").append(number(stroke.getLineWidth())).append('"');
      float[] dash = stroke.getDashArray();
      if (dash != null) {
        style.append(" stroke-dasharray=\"");
        for (int i = 0; i < dash.length; i++) {
          style.append(i == 0 ? "" : " ").append(number(dash[i]));
        }
        style.append('"');
      }
    }
    element(shape, style.toString());
  }

  @Override
  public void drawString(String text, float x, float y) {
    var m = getTransform();
    String weight = getFont().isBold() ? " font-weight=\"bold\"" : "";
    out.append(
        "<text transform=\"matrix(%s %s %s %s %s %s)\" x=\"%s\" y=\"%s\" font-size=\"%d\"%s fill=\"%s\">%s</text>%n"
            .formatted(
                number(m.getScaleX()),
                number(m.getShearY()),
                number(m.getShearX()),
                number(m.getScaleY()),
                number(m.getTranslateX()),
                number(m.getTranslateY()),
                number(x),
                number(y),
                getFont().getSize(),
                weight,
                Palette.hex(getColor()),
                escape(text))
            .replace("\r", ""));
  }

  private void element(Shape shape, String style) {
    String path = path(shape, getTransform());
    if (path.isEmpty()) {
      return;
    }
    out.append("<path ").append(style);
    Shape clip = getClip();
    if (clip != null) {
      out.append(" clip-path=\"url(#").append(clipId(path(clip, getTransform()))).append(")\"");
    }
    out.append(" d=\"").append(path).append("\"/>\n");
  }

  /** Writes each clip where it is first used; {@code clips} remembers them in order. */
  private String clipId(String path) {
    String known = path + "\n";
    int at = clips.indexOf(known);
    if (at < 0) {
      at = clips.length();
      clips.append(known);
      int tag = out.lastIndexOf("<path ");
      out.insert(tag, "<clipPath id=\"clip%d\"><path d=\"%s\"/></clipPath>\n".formatted(at, path));
    }
    return "clip" + at;
  }

  private String opacity(String what) {
    int alpha = getColor().getAlpha();
    return alpha == 255 ? "" : " " + what + "-opacity=\"" + number(alpha / 255.0) + "\"";
  }

  private static String path(Shape shape, AffineTransform place) {
    var path = new StringBuilder();
    var c = new double[6];
    for (PathIterator i = shape.getPathIterator(place); !i.isDone(); i.next()) {
      int segment = i.currentSegment(c);
      path.append(COMMANDS[segment]);
      for (int k = 0; k < COORDINATES[segment]; k++) {
        if (!Double.isFinite(c[k])) {
          return "";
        }
        path.append(k == 0 ? "" : " ").append(number(c[k]));
      }
    }
    return path.toString();
  }

  private static String number(double value) {
    String text = String.format(Locale.ROOT, "%.2f", value);
    return text.endsWith(".00") ? text.substring(0, text.length() - 3) : text;
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
