package org.backshadow.figure;

import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.XYSeries.XYSeriesRenderStyle;
import org.knowm.xchart.style.lines.SeriesLines;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** The legend below the plot: rows of entries, as many as the width takes. */
final class Legend {
  static final int ROW = 18;
  private static final int SAMPLE = 26;
  private static final int GAP = 16;

  private final List<List<XYSeries>> rows = new ArrayList<>();
  private final Font font;
  private final double width;

  /** Lays out the series that are shown in the legend; fewer than two need none. */
  Legend(List<XYSeries> series, Font font, double width) {
    this.font = font;
    this.width = width;
    if (series.size() < 2) {
      return;
    }
    double used = Double.POSITIVE_INFINITY;
    for (XYSeries entry : series) {
      double wide = entryWidth(entry);
      if (used + wide > width) {
        rows.add(new ArrayList<>());
        used = 0;
      }
      rows.get(rows.size() - 1).add(entry);
      used += wide;
    }
  }

  int height() {
    return rows.isEmpty() ? 0 : rows.size() * ROW + 6;
  }

  void paint(Graphics2D g, double left, double top) {
    double y = top + ROW / 2.0;
    for (var row : rows) {
      double total = row.stream().mapToDouble(this::entryWidth).sum() - GAP;
      double x = left + (width - total) / 2;
      for (XYSeries entry : row) {
        sample(g, entry, x, y);
        g.setFont(font);
        g.setColor(House.TEXT);
        g.drawString(label(entry), (float) (x + SAMPLE + 6), (float) (y + 4));
        x += entryWidth(entry);
      }
      y += ROW;
    }
  }

  private double entryWidth(XYSeries entry) {
    return SAMPLE + 6 + Text.width(label(entry), font) + GAP;
  }

  private String label(XYSeries entry) {
    return Text.fit(entry.getLabel(), font, width - SAMPLE - 6 - GAP);
  }

  private static void sample(Graphics2D g, XYSeries entry, double x, double y) {
    boolean bar = entry.getXYSeriesRenderStyle().orElse(null) == XYSeriesRenderStyle.PolygonArea;
    if (bar) {
      g.setColor(entry.getFillColor());
      g.fill(new Rectangle2D.Double(x + 7, y - 6, 12, 12));
      return;
    }
    if (entry.getLineStyle() != SeriesLines.NONE) {
      g.setColor(entry.getLineColor());
      g.setStroke(entry.getLineStyle());
      g.draw(new Line2D.Double(x, y, x + SAMPLE, y));
    }
    if (entry.getMarker() != SeriesMarkers.NONE) {
      g.setColor(entry.getMarkerColor());
      entry.getMarker().paint(g, x + SAMPLE / 2.0, y, House.MARKER);
    }
  }
}
