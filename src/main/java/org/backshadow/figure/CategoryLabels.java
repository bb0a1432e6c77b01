package org.backshadow.figure;

import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.List;

/**
 * Names under bars: level while they fit, if need be in several lines; else every k-th of short
 * ones or all at a slant.
 */
final class CategoryLabels {
  /** The longest name at a slant in pixels; it takes 0.7 of that from the height of the plot. */
  static final int LONGEST = 190;

  private static final double SLANT = Math.PI / 4;
  private static final double SHORT = 36;
  private static final double GAP = 8;
  private static final int LINE = 15;
  private static final int LINES = 3;

  /** The lines of each name. */
  private final List<List<String>> labels;

  private final Font font;
  private final boolean slanted;
  private final int every;
  private final double longest;

  CategoryLabels(List<String> categories, Font font, double width) {
    this.font = font;
    double step = width / Math.max(1, categories.size());
    boolean level = Text.widest(categories, font) + GAP <= step;
    var broken = categories.stream().map(name -> broken(name, font, step - GAP)).toList();
    boolean lines = broken.stream().noneMatch(List::isEmpty);
    slanted = !level && !lines && Text.widest(categories, font) > SHORT;
    labels =
        slanted
            ? categories.stream().map(name -> List.of(Text.fit(name, font, LONGEST))).toList()
            : !level && lines ? broken : categories.stream().map(List::of).toList();
    longest = labels.stream().mapToDouble(label -> Text.widest(label, font)).max().orElse(0);
    every = Math.max(1, (int) Math.ceil((slanted ? LINE : longest + GAP) / step));
  }

  /** The name in a few lines between its words; none if it does not fit. */
  private static List<String> broken(String name, Font font, double width) {
    List<String> lines = Text.wrap(name, font, width, LINES);
    boolean whole = String.join(" ", lines).equals(name);
    return whole && Text.widest(lines, font) <= width ? lines : List.of();
  }

  boolean slanted() {
    return slanted;
  }

  /** Whether a name stands in several lines. */
  boolean isBroken() {
    return labels.stream().anyMatch(label -> label.size() > 1);
  }

  /** The lines of a category's name as it is drawn. */
  List<String> lines(int category) {
    return labels.get(category);
  }

  /** Every how many categories one has a label. */
  int every() {
    return every;
  }

  /** Pixels the labels need below their ticks. */
  int height() {
    int most = labels.stream().mapToInt(List::size).max().orElse(1);
    return slanted
        ? (int) Math.ceil(longest * Math.sin(SLANT)) + 10
        : 12 + (Math.max(1, most) - 1) * LINE;
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
      if (slanted) {
        String name = labels.get(i).get(0);
        var g2 = (Graphics2D) g.create();
        g2.translate(at + 3, floor + tick + 9);
        g2.rotate(-SLANT);
        g2.drawString(name, (float) -Text.width(name, font), 0f);
        g2.dispose();
      } else {
        double baseline = floor + tick + 13;
        for (String line : labels.get(i)) {
          g.drawString(line, (float) (at - Text.width(line, font) / 2), (float) baseline);
          baseline += LINE;
        }
      }
    }
  }
}
