package org.backshadow.figure;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import org.knowm.xchart.style.markers.Marker;

/** The shapes that tell series apart without colour, the same in both renderings. */
enum Mark {
  CIRCLE("circle", new Ellipse2D.Double(-0.5, -0.5, 1, 1)),
  SQUARE("square", polygon(-0.45, -0.45, 0.45, -0.45, 0.45, 0.45, -0.45, 0.45)),
  DIAMOND("diamond", polygon(0, -0.65, 0.65, 0, 0, 0.65, -0.65, 0)),
  UP("triangle-up", polygon(0, -0.58, 0.58, 0.45, -0.58, 0.45)),
  DOWN("triangle-down", polygon(0, 0.58, 0.58, -0.45, -0.58, -0.45)),
  LEFT("triangle-left", polygon(-0.58, 0, 0.45, 0.58, 0.45, -0.58)),
  RIGHT("triangle-right", polygon(0.58, 0, -0.45, 0.58, -0.45, -0.58)),
  CROSS(
      "cross",
      polygon(
          -0.2, -0.58, 0.2, -0.58, 0.2, -0.2, 0.58, -0.2, 0.58, 0.2, 0.2, 0.2, 0.2, 0.58, -0.2,
          0.58, -0.2, 0.2, -0.58, 0.2, -0.58, -0.2, -0.2, -0.2));

  /** The width of a cap in pixels. */
  static final double CAP = 7;

  private final String vega;
  private final Shape unit;

  Mark(String vega, Shape unit) {
    this.vega = vega;
    this.unit = unit;
  }

  String vega() {
    return vega;
  }

  Marker marker() {
    return new Marker() {
      @Override
      public void paint(Graphics2D g, double x, double y, int size) {
        var place = AffineTransform.getTranslateInstance(x, y);
        place.scale(size, size);
        Color fill = g.getColor();
        Shape shape = place.createTransformedShape(unit);
        g.fill(shape);
        // A thin white rim keeps overlapping points apart.
        g.setStroke(Strokes.RIM);
        g.setColor(Color.WHITE);
        g.draw(shape);
        g.setColor(fill);
      }
    };
  }

  /** The short level line at the end of an error bar. */
  static Marker cap() {
    return level(CAP / 2, Strokes.ERROR);
  }

  /** What lies behind {@link #cap}, so that it is seen on a bar of any colour. */
  static Marker capHalo() {
    return level(CAP / 2 + 1.2, Strokes.HALO);
  }

  private static Marker level(double half, BasicStroke stroke) {
    return new Marker() {
      @Override
      public void paint(Graphics2D g, double x, double y, int size) {
        g.setStroke(stroke);
        g.draw(new Line2D.Double(x - half, y, x + half, y));
      }
    };
  }

  private static Shape polygon(double... points) {
    var path = new Path2D.Double();
    path.moveTo(points[0], points[1]);
    for (int i = 2; i < points.length; i += 2) {
      path.lineTo(points[i], points[i + 1]);
    }
    path.closePath();
    return path;
  }
}
