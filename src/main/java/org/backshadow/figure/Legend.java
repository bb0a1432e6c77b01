package org.backshadow.figure;

import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import org.knowm.xchart.CategorySeries;
import org.knowm.xchart.internal.series.MarkerSeries;
import org.knowm.xchart.style.lines.SeriesLines;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** The legend below the plot: rows of entries, as many as the width takes. */
final class Legend {
  static final int ROW = 18;
  private static final int SAMPLE = 26;
  private static final int GAP = 16;

  private final List<List<MarkerSeries>> rows = new ArrayList<>();
  private final Font font;
  private final double width;

  /** Lays out the series that are shown in the legend; fewer than two need none. */
  Legend(List<MarkerSeries> series, Font font, double width) {
    this.font = font;
    this.width = width;
    if (series.size() < 2) {
      return;
    }
    double used = Double.POSITIVE_INFINITY;
    for (MarkerSeries entry : series) {
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
      for (MarkerSeries entry : row) {
        sample(g, entry, x, y);
        g.setFont(font);
        g.setColor(House.TEXT);
        g.drawString(label(entry), (float) (x + SAMPLE + 6), (float) (y + 4));
        x += entryWidth(entry);
      }
      y += ROW;
    }
  }

  private double entryWidth(MarkerSeries entry) {
    return SAMPLE + 6 + Text.width(label(entry), font) + GAP;
  }

  private String label(MarkerSeries entry) {
    return Text.fit(entry.getLabel(), font, width - SAMPLE - 6 - GAP);
  }

  private static void sample(Graphics2D g, MarkerSeries entry, double x, double y) {
    boolean bar =
        entry instanceof CategorySeries category
            && category.getMarker() == SeriesMarkers.NONE
            && category.getLineStyle() == SeriesLines.NONE;
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
