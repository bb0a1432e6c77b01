package org.backshadow.figure;

import java.awt.Graphics2D;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.backshadow.figure.Series.Kind;
import org.jspecify.annotations.Nullable;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.CategorySeries;
import org.knowm.xchart.CategorySeries.CategorySeriesRenderStyle;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.internal.chartpart.AxesChart;
import org.knowm.xchart.internal.chartpart.Chart;
import org.knowm.xchart.style.lines.SeriesLines;
import org.knowm.xchart.style.markers.Marker;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** Draws a figure with XChart: series by XChart, everything around them by {@link Frame}. */
final class Charts {
  private Charts() {}

  static Chart<?, ?> of(Figure figure) {
    return figure.isBars() ? bars(figure) : xy(figure);
  }

  private static XYChart xy(Figure figure) {
    var chart = new FramedXY(figure.width(), figure.height());
    titles(chart, figure);
    var styler = chart.getStyler();
    House.apply(styler);
    styler.setXAxisLogarithmic(figure.isLogX());
    styler.setYAxisLogarithmic(figure.isLogY());
    // No labels of XChart's own: with one label for all values it also looks for none.
    styler.setXAxisTickLabelsFormattingFunction(value -> "");
    styler.setYAxisTickLabelsFormattingFunction(value -> "");
    Axis x = figure.xAxis();
    Axis y = figure.yAxis();
    styler.setXAxisMin(x.min());
    styler.setXAxisMax(x.max());
    styler.setYAxisMin(y.min());
    styler.setYAxisMax(y.max());
    var draw = new XyDrawing(chart, figure, x, y, new HashSet<>());
    for (Kind kind : List.of(Kind.REFERENCE, Kind.THEORY, Kind.LINE, Kind.POINTS)) {
      figure.series().stream().filter(s -> s.kind() == kind).forEach(draw::add);
    }
    chart.frame(x, y, figure.caption());
    return chart;
  }

  private static CategoryChart bars(Figure figure) {
    var chart = new FramedBars(figure.width(), figure.height());
    titles(chart, figure);
    var styler = chart.getStyler();
    House.apply(styler);
    styler.setYAxisLogarithmic(figure.isLogY());
    styler.setYAxisTickLabelsFormattingFunction(value -> "");
    styler.setAvailableSpaceFill(0.8);
    Axis y = figure.yAxis();
    styler.setYAxisMin(y.min());
    styler.setYAxisMax(y.max());
    var categories = figure.categories();
    for (Series series : figure.series()) {
      addBars(chart, figure, series, categories);
    }
    chart.frame(figure.xAxis(), y, categories, figure.caption());
    return chart;
  }

  private static void addBars(
      CategoryChart chart, Figure figure, Series series, List<String> categories) {
    boolean log = figure.isLogY();
    var values = new double[categories.size()];
    if (series.kind() == Kind.REFERENCE) {
      Arrays.fill(values, series.drawable(0, false, log) ? series.y()[0] : Double.NaN);
    } else {
      Arrays.setAll(values, i -> series.drawable(i, false, log) ? series.y()[i] : Double.NaN);
    }
    CategorySeries drawn =
        series.hasErrors()
            ? chart.addSeries(series.name(), categories, boxed(values), boxed(errors(series, log)))
            : chart.addSeries(series.name(), categories, boxed(values));
    drawn.setMarker(SeriesMarkers.NONE);
    if (series.kind() == Kind.REFERENCE) {
      drawn.setChartCategorySeriesRenderStyle(CategorySeriesRenderStyle.Line);
      drawn.setLineStyle(Strokes.REFERENCE);
      drawn.setLineColor(Palette.GREY);
    } else {
      drawn.setChartCategorySeriesRenderStyle(CategorySeriesRenderStyle.Bar);
      drawn.setLineStyle(SeriesLines.NONE);
      drawn.setFillColor(figure.palette().color(series.name()));
    }
  }

  private static double[] errors(Series series, boolean log) {
    var errors = new double[series.size()];
    Arrays.setAll(errors, i -> series.hasBar(i) ? (series.high()[i] - series.low()[i]) / 2 : 0);
    if (log) {
      // On a logarithmic axis a bar that reaches zero is cut at the edge of the plot.
      Arrays.setAll(errors, i -> Math.min(errors[i], series.y()[i] * (1 - 1e-9)));
    }
    return errors;
  }

  private static List<Double> boxed(double[] values) {
    return Arrays.stream(values).boxed().toList();
  }

  private static void titles(AxesChart<?, ?> chart, Figure figure) {
    chart.setTitle(figure.title());
    chart.setXAxisTitle(figure.xLabel());
    chart.setYAxisTitle(figure.yLabel());
  }

  private static final class FramedXY extends XYChart {
    private @Nullable Frame frame;

    FramedXY(int width, int height) {
      super(width, height);
    }

    void frame(Axis x, Axis y, String caption) {
      frame = new Frame(this, getStyler(), x, y, List.of(), caption);
    }

    @Override
    public void paint(Graphics2D g, int width, int height) {
      if (frame != null) {
        frame.paint(g, width, height, super::paint);
      }
      setWidth(width);
      setHeight(height);
    }
  }

  private static final class FramedBars extends CategoryChart {
    private @Nullable Frame frame;

    FramedBars(int width, int height) {
      super(width, height);
    }

    void frame(Axis x, Axis y, List<String> categories, String caption) {
      frame = new Frame(this, getStyler(), x, y, categories, caption);
    }

    @Override
    public void paint(Graphics2D g, int width, int height) {
      if (frame != null && !getSeriesCollection().isEmpty()) {
        frame.paint(g, width, height, super::paint);
      }
      setWidth(width);
      setHeight(height);
    }
  }

  /** Adds the series of one figure to an XChart chart. */
  private record XyDrawing(XYChart chart, Figure figure, Axis xAxis, Axis yAxis, Set<String> keys) {

    void add(Series series) {
      String key =
          keys.contains(series.name())
              ? series.name() + " (" + series.kind().name().toLowerCase(java.util.Locale.ROOT) + ")"
              : series.name();
      keys.add(key);
      var color = figure.color(series);
      if (series.kind() == Kind.REFERENCE) {
        if (!series.drawable(0, figure.isLogX(), figure.isLogY())) {
          return;
        }
        double y = series.y()[0];
        double[] ends = {xAxis.min(), xAxis.max()};
        line(chart.addSeries(key, ends, new double[] {y, y}), series)
            .setLineStyle(Strokes.REFERENCE)
            .setLineColor(color);
        return;
      }
      int[] kept = figure.drawable(series);
      if (kept.length == 0) {
        return;
      }
      if (series.kind() == Kind.POINTS) {
        errorBars(series, kept);
      }
      var drawn = chart.addSeries(key, pick(series.x(), kept), pick(series.y(), kept));
      line(drawn, series).setLineColor(color);
      drawn.setMarkerColor(color);
      switch (series.kind()) {
        case POINTS -> {
          drawn.setLineStyle(SeriesLines.NONE);
          drawn.setMarker(figure.palette().mark(series.name()).marker());
        }
        case THEORY -> drawn.setLineStyle(Strokes.DASHED);
        default -> drawn.setLineStyle(Strokes.LINE);
      }
    }

    private static XYSeries line(XYSeries drawn, Series series) {
      drawn.setLabel(series.name());
      drawn.setMarker(SeriesMarkers.NONE);
      return drawn;
    }

    private void errorBars(Series series, int[] kept) {
      int[] barred = Arrays.stream(kept).filter(series::hasBar).toArray();
      if (barred.length == 0) {
        return;
      }
      // Each bar is two points and a gap.
      var x = new double[3 * barred.length];
      var y = new double[3 * barred.length];
      for (int i = 0; i < barred.length; i++) {
        Arrays.fill(x, 3 * i, 3 * i + 3, series.x()[barred[i]]);
        y[3 * i] = Math.max(series.low()[barred[i]], yAxis.min());
        y[3 * i + 1] = Math.max(series.high()[barred[i]], yAxis.min());
        y[3 * i + 2] = Double.NaN;
      }
      var bars = chart.addSeries(series.name() + " error bars", x, y);
      bars.setShowInLegend(false);
      bars.setLineColor(figure.color(series));
      bars.setLineStyle(Strokes.ERROR);
      bars.setMarkerColor(figure.color(series));
      bars.setMarker(new Cap());
    }

    private static double[] pick(double[] values, int[] kept) {
      return Arrays.stream(kept).mapToDouble(i -> values[i]).toArray();
    }
  }

  /** The short level line at the end of an error bar. */
  private static final class Cap extends Marker {
    @Override
    public void paint(Graphics2D g, double x, double y, int size) {
      g.setStroke(Strokes.ERROR);
      g.draw(new java.awt.geom.Line2D.Double(x - 3.5, y, x + 3.5, y));
    }
  }
}
