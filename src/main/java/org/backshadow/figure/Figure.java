package org.backshadow.figure;

import static java.util.Objects.requireNonNull;

import java.awt.Color;
import java.awt.Graphics2D;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.backshadow.figure.Series.Kind;
import org.knowm.xchart.internal.chartpart.Chart;
import tech.tablesaw.api.Table;

/**
 * A figure: series over labelled axes, or bars over categories. Immutable: each call returns a new
 * figure, and arrays are copied.
 *
 * <p>A series named like a method ({@code "parameterShift"}, {@code "parameterShift fit"}) has that
 * method's colour and marker in every figure, see {@link Palette}. Points that have no place on the
 * axes (NaN, beyond 1e300, not positive on a logarithmic axis) are left out of the picture and kept
 * in {@link #table()}.
 *
 * <pre>{@code
 * double[] m = {1, 2, 4, 8}, copies = {210, 400, 790, 1640}, errors = {9, 14, 20, 31};
 * var cost = Figure.of("Cost of a gradient").x("parameters M").y("copies").logX().logY()
 *     .points("parameterShift", m, copies, errors)
 *     .theory("parameterShift theory", m, new double[] {200, 400, 800, 1600});
 * }</pre>
 */
public final class Figure implements Picture {
  private record Look(
      String title,
      String x,
      String y,
      String caption,
      boolean logX,
      boolean logY,
      int width,
      int height) {}

  private final Look look;
  private final List<Series> series;

  /** Series of other figures with which this one shares its axes and colours. */
  private final List<Series> beside;

  private Figure(Look look, List<Series> series, List<Series> beside) {
    this.look = look;
    this.series = List.copyOf(series);
    this.beside = List.copyOf(beside);
  }

  /** An empty figure, 640 by 380 pixels. */
  public static Figure of(String title) {
    requireNonNull(title, "title");
    return new Figure(new Look(title, "", "", "", false, false, 640, 380), List.of(), List.of());
  }

  /** With this label, units included, on the x axis. */
  public Figure x(String label) {
    requireNonNull(label, "label");
    return with(
        new Look(
            look.title,
            label,
            look.y,
            look.caption,
            look.logX,
            look.logY,
            look.width,
            look.height));
  }

  /** With this label, units included, on the y axis. */
  public Figure y(String label) {
    requireNonNull(label, "label");
    return with(
        new Look(
            look.title,
            look.x,
            label,
            look.caption,
            look.logX,
            look.logY,
            look.width,
            look.height));
  }

  /** With a logarithmic x axis. Bars have categories there and ignore it. */
  public Figure logX() {
    return with(
        new Look(
            look.title, look.x, look.y, look.caption, true, look.logY, look.width, look.height));
  }

  /** With a logarithmic y axis. */
  public Figure logY() {
    return with(
        new Look(
            look.title, look.x, look.y, look.caption, look.logX, true, look.width, look.height));
  }

  /**
   * With this size in pixels; PNG files have twice as many.
   *
   * @throws IllegalArgumentException if not within 120..4000
   */
  public Figure size(int width, int height) {
    if (Math.min(width, height) < 120 || Math.max(width, height) > 4000) {
      throw new IllegalArgumentException(
          "a figure of %d x %d pixels; each must be within 120..4000".formatted(width, height));
    }
    return with(
        new Look(look.title, look.x, look.y, look.caption, look.logX, look.logY, width, height));
  }

  /** With a small line below, such as {@code "bars: 95 % interval of 20 repeats"}. */
  public Figure caption(String text) {
    requireNonNull(text, "text");
    return with(
        new Look(look.title, look.x, look.y, text, look.logX, look.logY, look.width, look.height));
  }

  /**
   * Adds measured points: markers without a line.
   *
   * @throws IllegalArgumentException if the arrays differ in length
   */
  public Figure points(String series, double[] x, double[] y) {
    return add(Series.xy(Kind.POINTS, series, x, y));
  }

  /** Adds points with error bars from {@code y - errors} to {@code y + errors}. */
  public Figure points(String series, double[] x, double[] y, double[] errors) {
    return add(Series.symmetric(series, x, y, errors));
  }

  /** Adds points with error bars from {@code low} to {@code high}, both in the units of y. */
  public Figure points(String series, double[] x, double[] y, double[] low, double[] high) {
    return add(Series.interval(Kind.POINTS, series, x, y, low, high));
  }

  /** Adds a fit or a curve: a solid line without markers. */
  public Figure line(String series, double[] x, double[] y) {
    return add(Series.xy(Kind.LINE, series, x, y));
  }

  /** Adds a prediction: a dashed line, in its method's colour or else grey. */
  public Figure theory(String series, double[] x, double[] y) {
    return add(Series.xy(Kind.THEORY, series, x, y));
  }

  /**
   * Adds bars, one per category.
   *
   * @throws IllegalArgumentException if the figure has points or lines, or other categories
   */
  public Figure bars(String series, List<String> categories, double[] values) {
    return add(Series.bars(series, categories, values, new double[0]));
  }

  /**
   * Adds one bar a name, each in the color of its name, as for gradient methods side by side.
   *
   * @throws IllegalArgumentException if a name stands twice or the lengths differ
   */
  public Figure barEach(List<String> names, double[] values, double[] errors) {
    if (names.size() != values.length || errors.length != values.length) {
      throw new IllegalArgumentException(
          "%d names but %d values and %d errors"
              .formatted(names.size(), values.length, errors.length));
    }
    Figure figure = this;
    for (int i = 0; i < names.size(); i++) {
      double[] value = new double[values.length];
      double[] error = new double[errors.length];
      Arrays.fill(value, Double.NaN);
      value[i] = values[i];
      error[i] = errors[i];
      figure = figure.bars(names.get(i), names, value, error);
    }
    return figure;
  }

  /** Adds bars with error bars of {@code values - errors} to {@code values + errors}. */
  public Figure bars(String series, List<String> categories, double[] values, double[] errors) {
    return add(Series.bars(series, categories, values, errors));
  }

  /** Adds a thin dashed grey line at {@code y}, such as {@code "exact"}. */
  public Figure horizontal(String label, double y) {
    return add(Series.reference(label, y));
  }

  /** The title. */
  public String title() {
    return look.title;
  }

  /** Width in pixels at scale 1. */
  @Override
  public int width() {
    return look.width;
  }

  /** Height in pixels at scale 1. */
  @Override
  public int height() {
    return look.height;
  }

  /** A new XChart chart of this figure, to restyle or to draw elsewhere. */
  public Chart<?, ?> chart() {
    return Charts.of(this);
  }

  /** A new Vega-Lite v5 specification: maps, lists, numbers, strings and booleans. */
  public Map<String, Object> vegaLite() {
    return VegaLite.of(this);
  }

  @Override
  public void paint(Graphics2D g) {
    chart().paint(g, look.width, look.height);
  }

  /**
   * This figure as a PNG image of twice its width and height.
   *
   * @throws IllegalStateException if this machine has no fonts
   */
  public byte[] png() {
    return Export.png(this);
  }

  /** A description for who cannot see it: title, axes, series and their ranges. */
  @Override
  public String alt() {
    return AltText.of(this);
  }

  /** The numbers: series, x, y, low, high; x is the category for bars. */
  @Override
  public Table table() {
    return Export.table(this);
  }

  /** Writes to a file, see {@link #save(Path)}. */
  public void save(String path) {
    requireNonNull(path, "path");
    save(Path.of(path));
  }

  /**
   * Writes this figure, replacing the file at once when it is complete.
   *
   * @param path ends in {@code .png} (twice the size), {@code .svg}, or {@code .csv} (the numbers)
   * @throws IllegalArgumentException if it ends in anything else
   * @throws java.io.UncheckedIOException if it cannot be written
   */
  public void save(Path path) {
    Export.save(this, path);
  }

  /** The title and how many series. */
  @Override
  public String toString() {
    return "Figure[" + look.title + ", " + series.size() + " series]";
  }

  String xLabel() {
    return look.x;
  }

  String yLabel() {
    return look.y;
  }

  String caption() {
    return look.caption;
  }

  boolean isLogX() {
    return look.logX && !isBars();
  }

  boolean isLogY() {
    return look.logY;
  }

  boolean isBars() {
    return series.stream().anyMatch(s -> s.kind() == Kind.BARS);
  }

  List<Series> series() {
    return series;
  }

  List<String> categories() {
    return isBars() ? barSeries().get(0).categories() : List.of();
  }

  /** This figure with axes that have room for those as well, and with their colours. */
  Figure beside(List<Figure> others) {
    return new Figure(look, series, others.stream().flatMap(f -> f.series.stream()).toList());
  }

  /** Whether it stands in small multiples. */
  boolean isPanel() {
    return !beside.isEmpty();
  }

  /** The series that axes and colours are for. */
  private Stream<Series> sharing() {
    return beside.isEmpty() ? series.stream() : beside.stream();
  }

  /** Colours of all but theory and reference lines, which have none of their own. */
  Palette palette() {
    return Palette.of(
        sharing()
            .filter(s -> s.kind() != Kind.THEORY && s.kind() != Kind.REFERENCE)
            .map(Series::name)
            .distinct()
            .toList());
  }

  Color color(Series series) {
    return series.kind() == Kind.REFERENCE ? Palette.GREY : palette().color(series.name());
  }

  /** Indices of the points of a series that have a place on the axes. */
  int[] drawable(Series series) {
    return IntStream.range(0, series.size())
        .filter(i -> series.drawable(i, isLogX(), isLogY()))
        .toArray();
  }

  /**
   * The series that the legend names: not bars that have their categories for themselves, not a
   * line called {@code "s fit"} or {@code "s theory"} beside points called s, whose color says
   * whose it is.
   */
  List<Series> named() {
    var points = shown().stream().filter(s -> s.kind() == Series.Kind.POINTS).toList();
    boolean bars = isDodged() || barSeries().size() == 1;
    return shown().stream()
        .filter(s -> s.kind() != Series.Kind.BARS || bars)
        .filter(s -> points.stream().noneMatch(p -> s.isCompanionOf(p.name())))
        .toList();
  }

  /** The series of which at least one point has a place on the axes. */
  List<Series> shown() {
    return series.stream().filter(s -> drawable(s).length > 0).toList();
  }

  List<Series> barSeries() {
    return series.stream().filter(s -> s.kind() == Kind.BARS).toList();
  }

  /** Whether bars of several series share a category and stand beside each other in it. */
  boolean isDodged() {
    var bars = barSeries();
    return IntStream.range(0, categories().size())
        .anyMatch(i -> bars.stream().filter(s -> Double.isFinite(s.y()[i])).count() > 1);
  }

  int rankOfReference(Series reference) {
    return series.stream().filter(s -> s.kind() == Kind.REFERENCE).toList().indexOf(reference);
  }

  Axis xAxis() {
    if (isBars()) {
      return new Axis(-0.5, categories().size() - 0.5, false, Axis.Step.WHOLE);
    }
    var values =
        sharing()
            .filter(s -> s.kind() != Kind.REFERENCE)
            .flatMapToDouble(s -> IntStream.of(drawable(s)).mapToDouble(i -> s.x()[i]));
    return Axis.around(values.toArray(), isLogX(), false);
  }

  Axis yAxis() {
    var values =
        sharing()
            .flatMapToDouble(
                s ->
                    IntStream.of(drawable(s))
                        .mapToObj(i -> s.extent(i))
                        .flatMapToDouble(java.util.Arrays::stream))
            .filter(v -> Series.onAxis(v, isLogY()));
    return Axis.around(values.toArray(), isLogY(), isBars() && !isLogY());
  }

  private Figure with(Look changed) {
    return new Figure(changed, series, beside);
  }

  private Figure add(Series added) {
    for (Series other : series) {
      boolean mixed =
          added.kind() != Kind.REFERENCE
              && other.kind() != Kind.REFERENCE
              && (added.kind() == Kind.BARS) != (other.kind() == Kind.BARS);
      if (mixed) {
        throw new IllegalArgumentException(
            "series \"%s\": a figure has either bars or points and lines; \"%s\" is of the other kind. Use a second figure"
                .formatted(added.name(), other.name()));
      }
      if (added.kind() == other.kind() && added.name().equals(other.name())) {
        throw new IllegalArgumentException(
            "series \"%s\" is already in this figure; names must differ".formatted(added.name()));
      }
      if (added.kind() == Kind.BARS
          && other.kind() == Kind.BARS
          && !added.categories().equals(other.categories())) {
        throw new IllegalArgumentException(
            "series \"%s\" has other categories than \"%s\"; bars in one figure share them"
                .formatted(added.name(), other.name()));
      }
    }
    var all = new ArrayList<>(series);
    all.add(added);
    return new Figure(look, all, beside);
  }
}
