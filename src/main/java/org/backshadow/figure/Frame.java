package org.backshadow.figure;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.backshadow.figure.Axis.Tick;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.XYStyler;

/**
 * Everything around the series: title, axes with their ticks and grid, legend, caption.
 *
 * <p>XChart labels a logarithmic axis at every leading digit and a linear one at the data when they
 * are evenly spaced, so labels collide or are not round. This draws them instead, in room it
 * measures first, and lets XChart draw the series inside.
 */
final class Frame {
  /** Draws the series into a graphics whose origin is the corner of the plot. */
  interface Content {
    void paint(Graphics2D g, int width, int height);
  }

  private static final int EDGE = 10;
  private static final int TICK = 4;
  private static final int LINE = 15;
  private static final int UP_LINE = 16;
  private static final int UP_LINES = 4;

  private final XYChart chart;
  private final XYStyler styler;
  private final Axis.Step xStep;
  private final Axis.Step yStep;
  private final List<String> categories;
  private final String caption;
  private final List<String> order;

  Frame(XYChart chart, Figure figure, Axis.Step xStep, Axis.Step yStep) {
    this.chart = chart;
    this.styler = chart.getStyler();
    this.xStep = xStep;
    this.yStep = yStep;
    this.categories = figure.categories();
    this.caption = figure.caption();
    this.order = figure.series().stream().map(Series::name).toList();
  }

  void paint(Graphics2D g, int width, int height, Content content) {
    g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    g.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    Color background = styler.getChartBackgroundColor();
    g.setColor(background);
    g.fill(new Rectangle2D.Double(0, 0, width, height));

    Font small = styler.getAxisTickLabelsFont();
    int inside = width - 2 * EDGE;
    var title = Text.wrap(chart.getTitle(), styler.getChartTitleFont(), inside, 2);
    var foot = Text.wrap(caption, small, inside, 2);
    var legend = new Legend(shown(), styler.getLegendFont(), inside);
    int top = EDGE + title.size() * 18 + 4;
    int below = 6 + foot.size() * LINE + legend.height();
    below += chart.getXAxisTitle().isBlank() ? 4 : 20;

    var yTicks = yAxis().ticks(Math.max(2, (height - top - below - 30) / 38));
    var yLabels = yTicks.stream().map(Tick::label).toList();
    int numbers = EDGE + (int) Math.ceil(Text.widest(yLabels, small)) + 8;
    int right = 18;
    var names = new CategoryLabels(categories, small, width - numbers - UP_LINE - 4 - right);
    int room = height - top - below - TICK - 4 - (categories.isEmpty() ? 12 : names.height());
    var up = upTitle(room, top + room);
    int left = numbers + (up.isEmpty() ? 0 : up.size() * UP_LINE + 4);
    names = new CategoryLabels(categories, small, width - left - right);
    if (names.overhang() > left) {
      left = names.overhang();
      names = new CategoryLabels(categories, small, width - left - right);
    }
    below += TICK + 4 + (categories.isEmpty() ? 12 : names.height());
    var plot =
        new Rectangle2D.Double(
            left, top, Math.max(20, width - left - right), Math.max(20, height - top - below));

    yGrid(g, plot, yTicks, small);
    if (categories.isEmpty()) {
      xGrid(g, plot, small);
    } else {
      names.paint(g, plot, TICK);
    }
    inside(g, plot, background, content);
    g.setColor(House.FRAME);
    g.setStroke(Strokes.HAIR);
    g.draw(plot);

    lines(g, title, styler.getChartTitleFont(), House.TEXT, width / 2.0, EDGE + 14, 18);
    double bottom = height - 6 - foot.size() * LINE;
    lines(g, foot, small, House.MUTED, width / 2.0, bottom + 11, LINE);
    legend.paint(g, EDGE, bottom - legend.height() + 4);
    axisTitles(g, plot, bottom - legend.height(), up);
  }

  /** The lines of the y axis' title: one if it ends below the figure's upper edge. */
  private List<String> upTitle(double room, double floor) {
    String title = chart.getYAxisTitle();
    Font font = styler.getAxisTitleFont();
    return Text.width(title, font) <= floor - 4
        ? Text.wrap(title, font, floor, 1)
        : Text.wrap(title, font, Math.max(40, room), UP_LINES);
  }

  private void inside(Graphics2D g, Rectangle2D plot, Color background, Content content) {
    var g2 = (Graphics2D) g.create();
    try {
      g2.translate(plot.getX(), plot.getY());
      styler.setChartBackgroundColor(House.CLEAR);
      content.paint(g2, (int) plot.getWidth(), (int) plot.getHeight());
    } finally {
      styler.setChartBackgroundColor(background);
      g2.dispose();
    }
  }

  private void yGrid(Graphics2D g, Rectangle2D plot, List<Tick> ticks, Font font) {
    Axis axis = yAxis();
    double left = plot.getX();
    for (double value : axis.minor()) {
      double at = plot.getMaxY() - axis.at(value) * plot.getHeight();
      stroke(g, House.FRAME, left - TICK / 2.0, at, left, at);
    }
    for (Tick tick : ticks) {
      double at = plot.getMaxY() - axis.at(tick.value()) * plot.getHeight();
      boolean zero = tick.value() == 0 && axis.min() < 0;
      stroke(g, zero ? House.FRAME : House.GRID, left, at, plot.getMaxX(), at);
      stroke(g, House.FRAME, left - TICK, at, left, at);
      g.setColor(House.TEXT);
      g.setFont(font);
      double wide = Text.width(tick.label(), font);
      g.drawString(tick.label(), (float) (left - TICK - 3 - wide), (float) (at + 4));
    }
  }

  private void xGrid(Graphics2D g, Rectangle2D plot, Font font) {
    Axis axis = xAxis();
    double floor = plot.getMaxY();
    for (double value : axis.minor()) {
      double at = plot.getX() + axis.at(value) * plot.getWidth();
      stroke(g, House.FRAME, at, floor, at, floor + TICK / 2.0);
    }
    for (Tick tick : fitting(axis, plot.getWidth(), font)) {
      double at = plot.getX() + axis.at(tick.value()) * plot.getWidth();
      stroke(g, House.GRID, at, plot.getY(), at, floor);
      stroke(g, House.FRAME, at, floor, at, floor + TICK);
      g.setColor(House.TEXT);
      g.setFont(font);
      double wide = Text.width(tick.label(), font);
      g.drawString(tick.label(), (float) (at - wide / 2), (float) (floor + TICK + 13));
    }
  }

  /** As many ticks as stand clear of one another. */
  private static List<Tick> fitting(Axis axis, double width, Font font) {
    for (int room = 10; ; room--) {
      var ticks = axis.ticks(room);
      boolean clear = true;
      for (int i = 1; i < ticks.size(); i++) {
        Tick a = ticks.get(i - 1);
        Tick b = ticks.get(i);
        double need = (Text.width(a.label(), font) + Text.width(b.label(), font)) / 2 + 8;
        clear &= (axis.at(b.value()) - axis.at(a.value())) * width >= need;
      }
      if (clear || room <= 2) {
        return ticks;
      }
    }
  }

  private void axisTitles(Graphics2D g, Rectangle2D plot, double bottom, List<String> up) {
    Font font = styler.getAxisTitleFont();
    g.setFont(font);
    g.setColor(House.TEXT);
    String across = Text.fit(chart.getXAxisTitle(), font, plot.getMaxX() - EDGE);
    double middle = plot.getCenterX() - Text.width(across, font) / 2;
    g.drawString(across, (float) Math.max(EDGE, middle), (float) (bottom - 6));
    double baseline = EDGE + 10;
    for (String line : up) {
      double wide = Text.width(line, font);
      var g2 = (Graphics2D) g.create();
      g2.translate(baseline, Math.max(plot.getCenterY() + wide / 2, wide + 4));
      g2.rotate(-Math.PI / 2);
      g2.drawString(line, 0, 0);
      g2.dispose();
      baseline += UP_LINE;
    }
  }

  private Axis xAxis() {
    return new Axis(styler.getXAxisMin(), styler.getXAxisMax(), styler.isXAxisLogarithmic(), xStep);
  }

  private Axis yAxis() {
    return new Axis(styler.getYAxisMin(), styler.getYAxisMax(), styler.isYAxisLogarithmic(), yStep);
  }

  private List<XYSeries> shown() {
    var shown = new ArrayList<XYSeries>(chart.getSeriesCollection());
    shown.removeIf(entry -> !entry.isShowInLegend() || !entry.isEnabled());
    shown.sort(Comparator.comparingInt(entry -> order.indexOf(entry.getLabel())));
    return shown;
  }

  private static void stroke(
      Graphics2D g, Color color, double x1, double y1, double x2, double y2) {
    g.setColor(color);
    g.setStroke(Strokes.HAIR);
    g.draw(new Line2D.Double(x1, y1, x2, y2));
  }

  private static void lines(
      Graphics2D g,
      List<String> lines,
      Font font,
      Color color,
      double center,
      double baseline,
      int step) {
    g.setFont(font);
    g.setColor(color);
    for (int i = 0; i < lines.size(); i++) {
      double left = center - Text.width(lines.get(i), font) / 2;
      g.drawString(lines.get(i), (float) left, (float) (baseline + i * step));
    }
  }
}
