package org.backshadow.experiment.sweep;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.backshadow.estimate.Interval;
import org.backshadow.estimate.Moments;
import org.backshadow.experiment.sweep.SweepRows.Row;
import org.backshadow.figure.Figure;
import org.backshadow.figure.Palette;

/** Means of a result against a component of the points. */
final class SweepPlot {
  private final SweepRows rows;
  private final String x;
  private final String y;

  SweepPlot(SweepRows rows, String x, String y) {
    if (!rows.points().names().contains(x)) {
      throw new IllegalArgumentException(
          "no component \"%.80s\"; the points have %s".formatted(x, rows.points().names()));
    }
    rows.requireNumber(x);
    rows.requireNumber(y);
    this.rows = rows;
    this.x = x;
    this.y = y;
  }

  Figure figure(String title, String caption) {
    var names = new ArrayList<>(rows.varied());
    names.remove(x);
    Figure figure = Figure.of(title).x(x).y(y).caption(caption);
    for (Map.Entry<List<Object>, List<Row>> group : rows.groups(names).entrySet()) {
      figure = series(figure, name(names, group.getKey()), group.getValue());
    }
    return figure;
  }

  /** A gradient method needs no "method = " before it, and leads: its colour is its own. */
  private String name(List<String> names, List<Object> values) {
    var methods = new ArrayList<String>();
    var others = new ArrayList<String>();
    for (int k = 0; k < names.size(); k++) {
      String value = String.valueOf(values.get(k));
      if (Palette.isMethod(value)) {
        methods.add(value);
      } else {
        others.add(names.get(k) + " = " + value);
      }
    }
    methods.addAll(others);
    return methods.isEmpty() ? y : String.join(", ", methods);
  }

  private Figure series(Figure figure, String name, List<Row> own) {
    var places = new SweepRows(rows.points(), rows.results(), own, rows.axis()).groups(List.of(x));
    var sorted = new ArrayList<>(places.values());
    sorted.sort(Comparator.comparingDouble(group -> rows.number(group.get(0), x)));
    int n = sorted.size();
    var at = new double[n];
    var mean = new double[n];
    var low = new double[n];
    var high = new double[n];
    for (int k = 0; k < n; k++) {
      at[k] = rows.number(sorted.get(k).get(0), x);
      Moments moments = SweepTables.moments(rows.numbers(sorted.get(k), y));
      mean[k] = moments.mean();
      Interval bar = interval(moments);
      low[k] = bar.low();
      high[k] = bar.high();
    }
    return figure.points(name, at, mean, low, high);
  }

  private static Interval interval(Moments moments) {
    double error = SweepTables.standardError(moments);
    return Double.isFinite(error)
        ? Interval.around(moments.mean(), error, moments.count() - 1, 0.95)
        : new Interval(Double.NaN, Double.NaN);
  }
}
