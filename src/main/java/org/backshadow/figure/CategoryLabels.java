package org.backshadow.figure;

import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.List;

/** Names under bars: level while they fit, else every k-th of short ones or all at a slant. */
final class CategoryLabels {
  private static final double SLANT = Math.PI / 4;
  private static final double LONGEST = 120;
  private static final double SHORT = 36;
  private static final double LINE = 15;

  private final List<String> labels;
  private final Font font;
  private final boolean slanted;
  private final int every;
  private final double longest;

  CategoryLabels(List<String> categories, Font font, double width) {
    this.font = font;
    double step = width / Math.max(1, categories.size());
    double widest = Text.widest(categories, font);
    slanted = widest + 8 > step && widest > SHORT;
    labels =
        categories.stream().map(name -> slanted ? Text.fit(name, font, LONGEST) : name).toList();
    longest = Text.widest(labels, font);
    every = Math.max(1, (int) Math.ceil((slanted ? LINE : longest + 8) / step));
  }

  boolean slanted() {
    return slanted;
  }

  /** Every how many categories one has a label. */
  int every() {
    return every;
  }

  /** Pixels the labels need below their ticks. */
  int height() {
    return slanted ? (int) Math.ceil(longest * Math.sin(SLANT)) + 10 : 12;
  }

  /** Pixels a slanted label may reach to the left of the plot. */
  int overhang() {
    return slanted ? (int) Math.ceil(longest * Math.cos(SLANT)) + 4 : 0;
  }

  void paint(Graphics2D g, Rectangle2D plot, int tick) {
    double step = plot.getWidth() / labels.size();
    double floor = plot.getMaxY();
    g.setFont(font);
    for (int i = 0; i < labels.size(); i += every) {
      double at = plot.getX() + (i + 0.5) * step;
      g.setColor(House.FRAME);
      g.setStroke(Strokes.HAIR);
      g.draw(new Line2D.Double(at, floor, at, floor + tick));
      g.setColor(House.TEXT);
      double wide = Text.width(labels.get(i), font);
      if (slanted) {
        var g2 = (Graphics2D) g.create();
        g2.translate(at + 3, floor + tick + 9);
        g2.rotate(-SLANT);
        g2.drawString(labels.get(i), (float) -wide, 0f);
        g2.dispose();
      } else {
        g.drawString(labels.get(i), (float) (at - wide / 2), (float) (floor + tick + 13));
      }
    }
  }
}
