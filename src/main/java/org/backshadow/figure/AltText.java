package org.backshadow.figure;

import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.backshadow.figure.Series.Kind;

/** A figure in words. */
final class AltText {
  /**
   * Beside a number so much larger, one is 0 but for rounding, and on a linear axis it looks so.
   */
  private static final double ROUNDING = 1e-12;

  private AltText() {}

  static String of(Figure figure) {
    var text = new StringBuilder(figure.title().isBlank() ? "Figure" : figure.title());
    text.append(". ");
    if (figure.isBars()) {
      text.append("Bars of ").append(named(figure.yLabel(), "y"));
      text.append(" over ").append(figure.categories().size()).append(" categories");
      text.append(figure.xLabel().isBlank() ? "" : " (" + figure.xLabel() + ")");
      text.append(figure.isLogY() ? ", logarithmic" : "");
    } else {
      text.append(named(figure.yLabel(), "y")).append(figure.isLogY() ? " (logarithmic)" : "");
      text.append(" against ").append(named(figure.xLabel(), "x"));
      text.append(figure.isLogX() ? " (logarithmic)" : "");
    }
    text.append(". ");
    text.append(
        figure.series().stream().map(s -> series(figure, s)).collect(Collectors.joining("; ")));
    text.append(figure.series().isEmpty() ? "No series." : ".");
    if (!figure.caption().isBlank()) {
      text.append(' ').append(figure.caption());
    }
    return text.toString();
  }

  private static String series(Figure figure, Series series) {
    if (series.kind() == Kind.REFERENCE) {
      return series.name() + ": level line at " + number(series.y()[0]);
    }
    int[] drawn = figure.drawable(series);
    if (drawn.length == 0) {
      return series.name() + ": nothing to draw";
    }
    String kind =
        switch (series.kind()) {
          case POINTS -> series.hasErrors() ? " points with error bars" : " points";
          case BARS -> series.hasErrors() ? " bars with error bars" : " bars";
          case THEORY -> " points of a dashed line";
          default -> " points of a line";
        };
    String x = series.kind() == Kind.BARS ? "" : ", x " + range(series.x(), drawn, figure.isLogX());
    String y = ", y " + range(series.y(), drawn, figure.isLogY());
    return series.name() + ": " + drawn.length + kind + x + y;
  }

  private static String range(double[] values, int[] drawn, boolean log) {
    var summary = IntStream.of(drawn).mapToDouble(i -> values[i]).summaryStatistics();
    double rounding = ROUNDING * Math.max(summary.getMax(), -summary.getMin());
    return DoubleStream.of(summary.getMin(), summary.getMax())
        .map(end -> log || Math.abs(end) > rounding ? end : 0)
        .mapToObj(AltText::number)
        .distinct()
        .collect(Collectors.joining(" to "));
  }

  private static String number(double value) {
    if (value == Math.rint(value) && Math.abs(value) < 1e7) {
      return Long.toString((long) value);
    }
    return String.format(Locale.ROOT, "%.4g", value);
  }

  private static String named(String label, String otherwise) {
    return label.isBlank() ? otherwise : label;
  }
}
