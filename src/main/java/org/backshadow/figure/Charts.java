package org.backshadow.figure;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.backshadow.figure.Series.Kind;
import org.jspecify.annotations.Nullable;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.XYSeries.XYSeriesRenderStyle;
import org.knowm.xchart.style.lines.SeriesLines;
import org.knowm.xchart.style.markers.Marker;
import org.knowm.xchart.style.markers.SeriesMarkers;

/**
 * Draws a figure with XChart: series by XChart, everything around them by {@link Frame}.
 *
 * <p>Bars are polygons on a numeric axis, category i at x = i. (XChart's category chart gives a
 * reference line the width of a bar, and its error bars on a logarithmic axis are wrong.)
 */
final class Charts {
  private static final double FILL = 0.8;

  /** From so many categories on, bars fill their room; of fewer they would be walls. */
  private static final int MANY = 4;

  private final XYChart chart;
  private final Figure figure;
  private final Axis xAxis;
  private final Axis yAxis;
  private final Set<String> keys = new HashSet<>();

  private Charts(XYChart chart, Figure figure, Axis xAxis, Axis yAxis) {
    this.chart = chart;
    this.figure = figure;
    this.xAxis = xAxis;
    this.yAxis = yAxis;
  }

  static XYChart of(Figure figure) {
    var chart = new FramedChart(figure.width(), figure.height());
    chart.setTitle(figure.title());
    chart.setXAxisTitle(figure.xLabel());
    chart.setYAxisTitle(figure.yLabel());
    var styler = chart.getStyler();
    House.apply(styler);
    styler.setXAxisLogarithmic(figure.isLogX());
    styler.setYAxisLogarithmic(figure.isLogY());
    // No labels of XChart's own: when all labels are alike it looks for no ticks.
    styler.setXAxisTickLabelsFormattingFunction(value -> "");
    styler.setYAxisTickLabelsFormattingFunction(value -> "");
    Axis x = figure.xAxis();
    Axis y = figure.yAxis();
    styler.setXAxisMin(x.min());
    styler.setXAxisMax(x.max());
    styler.setYAxisMin(y.min());
    styler.setYAxisMax(y.max());
    var charts = new Charts(chart, figure, x, y);
    for (Kind kind : List.of(Kind.BARS, Kind.REFERENCE, Kind.THEORY, Kind.LINE, Kind.POINTS)) {
      figure.shown().stream().filter(s -> s.kind() == kind).forEach(charts::add);
    }
    chart.frame = new Frame(chart, figure, x.step(), y.step());
    return chart;
  }

  private void add(Series series) {
    int[] kept = figure.drawable(series);
    var color = figure.color(series);
    if (series.kind() == Kind.POINTS) {
      // Below the points.
      errorBars(series, kept, 0);
    }
    var drawn =
        switch (series.kind()) {
          case REFERENCE -> reference(series);
          case BARS -> bars(series, kept);
          default -> chart.addSeries(key(series), pick(series.x(), kept), pick(series.y(), kept));
        };
    drawn.setLabel(series.name());
    drawn.setShowInLegend(figure.named().contains(series));
    drawn.setMarker(SeriesMarkers.NONE);
    drawn.setLineColor(color);
    drawn.setMarkerColor(color);
    drawn.setFillColor(color);
    switch (series.kind()) {
      case LINE -> drawn.setLineStyle(Strokes.LINE);
      case THEORY -> drawn.setLineStyle(Strokes.THEORY);
      case REFERENCE -> drawn.setLineStyle(Strokes.reference(figure.rankOfReference(series)));
      case BARS -> {
        drawn.setLineStyle(SeriesLines.NONE);
        drawn.setXYSeriesRenderStyle(XYSeriesRenderStyle.PolygonArea);
        errorBars(series, kept, offset(series));
      }
      case POINTS -> {
        drawn.setLineStyle(SeriesLines.NONE);
        drawn.setMarker(figure.palette().mark(series.name()).marker());
      }
    }
  }

  private XYSeries reference(Series series) {
    double y = series.y()[0];
    return chart.addSeries(
        key(series), new double[] {xAxis.min(), xAxis.max()}, new double[] {y, y});
  }

  private XYSeries bars(Series series, int[] kept) {
    double half = fill() / (figure.isDodged() ? figure.barSeries().size() : 1) / 2;
    double foot = figure.isLogY() ? yAxis.min() : 0;
    var x = new double[5 * kept.length];
    var y = new double[5 * kept.length];
    for (int i = 0; i < kept.length; i++) {
      double middle = kept[i] + offset(series);
      double top = series.y()[kept[i]];
      double[] xs = {middle - half, middle - half, middle + half, middle + half, middle + half};
      double[] ys = {foot, top, top, foot, Double.NaN};
      System.arraycopy(xs, 0, x, 5 * i, 5);
      System.arraycopy(ys, 0, y, 5 * i, 5);
    }
    return chart.addSeries(key(series), x, y);
  }

  private double fill() {
    return fill(figure.categories().size());
  }

  /** The part of a category's room that its bars take. */
  static double fill(int categories) {
    return FILL * Math.min(1, (1.0 + categories) / (1 + MANY));
  }

  /** How far the bars of a series stand from the middle of their category. */
  private double offset(Series series) {
    if (!figure.isDodged()) {
      return 0;
    }
    var all = figure.barSeries();
    return fill() * ((all.indexOf(series) + 0.5) / all.size() - 0.5);
  }

  private void errorBars(Series series, int[] kept, double offset) {
    int[] barred = Arrays.stream(kept).filter(series::hasBar).toArray();
    if (barred.length == 0) {
      return;
    }
    // Each is two points and a gap; what lies below a logarithmic axis ends at its edge.
    var x = new double[3 * barred.length];
    var y = new double[3 * barred.length];
    for (int i = 0; i < barred.length; i++) {
      Arrays.fill(x, 3 * i, 3 * i + 3, series.x()[barred[i]] + offset);
      y[3 * i] = Math.max(series.low()[barred[i]], yAxis.min());
      y[3 * i + 1] = Math.max(series.high()[barred[i]], yAxis.min());
      y[3 * i + 2] = Double.NaN;
    }
    String name = series.name() + " error bars";
    if (series.kind() == Kind.BARS) {
      errorLines(name + " (halo)", x, y, Color.WHITE, Strokes.HALO, Mark.capHalo());
      errorLines(name, x, y, House.TEXT, Strokes.ERROR, Mark.cap());
    } else {
      errorLines(name, x, y, figure.color(series), Strokes.ERROR, Mark.cap());
    }
  }

  private void errorLines(
      String name, double[] x, double[] y, Color color, BasicStroke stroke, Marker cap) {
    var bars = chart.addSeries(name, x, y);
    bars.setShowInLegend(false);
    bars.setLineColor(color);
    bars.setLineStyle(stroke);
    bars.setMarkerColor(color);
    bars.setMarker(cap);
  }

  /** XChart wants unique names; a fit may be called like its points. */
  private String key(Series series) {
    return keys.add(series.name()) ? series.name() : series.name() + " (" + series.word() + ")";
  }

  private static double[] pick(double[] values, int[] kept) {
    return Arrays.stream(kept).mapToDouble(i -> values[i]).toArray();
  }

  private static final class FramedChart extends XYChart {
    private @Nullable Frame frame;

    FramedChart(int width, int height) {
      super(width, height);
    }

    @Override
    public void paint(Graphics2D g, int width, int height) {
      if (frame != null) {
        frame.paint(g, width, height, super::paint);
      }
      // XChart has taken the size of the plot for its own.
      setWidth(width);
      setHeight(height);
    }
  }
}
