package org.backshadow.experiment.sweep;

import static java.util.Objects.requireNonNull;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.backshadow.experiment.checkpoint.Columns;
import org.backshadow.experiment.fit.Growth;
import org.backshadow.experiment.fit.GrowthData;
import org.backshadow.experiment.sweep.SweepRows.Row;
import org.backshadow.figure.Figure;
import org.backshadow.figure.Panels;
import org.backshadow.figure.WholeFile;
import tech.tablesaw.api.Table;

/**
 * The finished rows of a sweep, in the order of its points and repeats. Immutable.
 *
 * <pre>{@code
 * record Point(int shots) {}
 * record Row(double error) {}
 * var f = expectation(circuit(1).ry(0, param("a")), pauliSum("Z"));
 * SweepResults results = sweep(grid(Point.class, List.of(100, 1000))).repeats(5).seed(7)
 *     .trial((p, seed) -> {
 *       var value = f.at(0.4).shots(p.shots()).seed(seed.value());
 *       return new Row(Math.abs(value.value() - Math.cos(0.4)));
 *     }).run();
 * results.summary().doubleColumn("error").asList() // [0.0482, 0.008612]
 * results.where("shots", 1000).rows(Row.class).size() // 5
 * }</pre>
 */
public final class SweepResults {
  private final SweepRows rows;
  private final int planned;
  private final long seed;
  private final Optional<Path> file;
  private final boolean running;

  /** The rows so far of a sweep that is running, or those at its end. */
  SweepResults(SweepRows rows, int planned, long seed, Optional<Path> file, boolean running) {
    this.rows = rows;
    this.planned = planned;
    this.seed = seed;
    this.file = file;
    this.running = running;
  }

  /** False if an interrupt came before the last trial. */
  public boolean isComplete() {
    return rows.rows().size() == planned;
  }

  /** Finished trials. */
  public int trials() {
    return rows.rows().size();
  }

  /** A row a trial: the columns of its point, {@code repeat}, the columns of its result. */
  public Table table() {
    return SweepTables.all(title(), rows);
  }

  /**
   * A row a point: {@code trials}, then mean and standard error of every result that is a number;
   * of truth values the share that is true.
   */
  public Table summary() {
    return SweepTables.summary(title(), rows);
  }

  /**
   * The results as records, a row a trial.
   *
   * @throws IllegalArgumentException if the record has other components
   */
  public <R extends Record> List<R> rows(Class<R> type) {
    Columns columns = rows.results().orElse(Columns.of(type));
    return columns.records(type, rows.rows().stream().map(Row::result).toList());
  }

  /** The points as records, a row a trial: beside {@link #rows}. */
  public <P extends Record> List<P> points(Class<P> type) {
    return rows.points().records(type, rows.rows().stream().map(Row::point).toList());
  }

  /**
   * Only the rows at which a component of the point has this value.
   *
   * @throws IllegalArgumentException if there is none
   */
  public SweepResults where(String component, Object value) {
    requireNonNull(component, "component");
    requireNonNull(value, "value");
    if (!rows.points().names().contains(component)) {
      throw new IllegalArgumentException(
          "no component \"%.80s\"; the points have %s".formatted(component, rows.points().names()));
    }
    String wanted = text(value);
    SweepRows kept = rows.where(row -> text(rows.value(row, component)).equals(wanted));
    if (kept.rows().isEmpty()) {
      throw new IllegalArgumentException("no finished row has %s %s".formatted(component, value));
    }
    int of = planned == rows.rows().size() ? kept.rows().size() : planned;
    return new SweepResults(kept, of, seed, file, running);
  }

  /** Numbers compare by value: 2 is 2.0. */
  private static String text(Object value) {
    return value instanceof Number number
        ? Double.toString(number.doubleValue())
        : value.toString();
  }

  /**
   * Means against a component of the points, with 95 % intervals over repeats; a series for every
   * combination of the other components that vary.
   *
   * @throws IllegalArgumentException if there is no such column, or it holds no numbers
   */
  public Figure plot(String x, String y) {
    requireNonNull(x, "x");
    requireNonNull(y, "y");
    return new SweepPlot(rows, x, y).figure(y + ": means over repeats", caption());
  }

  /** As {@link #plot(String, String)}, of the first that varies and the first result. */
  public Figure plot() {
    var numbers = rows.points().names().stream().filter(rows::isNumber).toList();
    var varied = rows.varied().stream().filter(rows::isNumber).toList();
    var results = rows.resultNames().stream().filter(rows::isNumber).toList();
    if (numbers.isEmpty() || results.isEmpty()) {
      throw new IllegalArgumentException(
          "nothing to plot: the points have %s and the results %s, of which no two are numbers"
              .formatted(rows.points(), rows.results().map(Columns::toString).orElse("no rows")));
    }
    String otherwise = varied.isEmpty() ? numbers.get(0) : varied.get(0);
    // What varies in all, not so far, so that the axis of a running sweep stays.
    return plot(isComplete() ? otherwise : rows.axis().orElse(otherwise), results.get(0));
  }

  /** True if {@link #plot()} has something to show. */
  public boolean isPlottable() {
    return rows.points().names().stream().anyMatch(rows::isNumber)
        && rows.resultNames().stream().anyMatch(rows::isNumber);
  }

  /**
   * Small multiples: {@link #plot(String, String)} once for every value of a component, side by
   * side on the same axes.
   */
  public Panels panels(String x, String y, String by) {
    requireNonNull(x, "x");
    requireNonNull(y, "y");
    requireNonNull(by, "by");
    var all = rows.groups(List.of(requireComponent(by)));
    var figures =
        all.keySet().stream()
            .map(
                key -> {
                  SweepRows own = rows.where(row -> rows.value(row, by).equals(key.get(0)));
                  return new SweepPlot(own, x, y).figure(by + " = " + key.get(0), "");
                })
            .toList();
    return Panels.of(y + ": means over repeats", figures).caption(caption());
  }

  private String requireComponent(String name) {
    if (!rows.points().names().contains(name)) {
      throw new IllegalArgumentException(
          "no component \"%.80s\"; the points have %s".formatted(name, rows.points().names()));
    }
    return name;
  }

  /**
   * How a result grows with a component of the points: power law, exponential or power of the
   * logarithm, with intervals from the repeats.
   *
   * @throws IllegalArgumentException if another component varies too, see {@link #where}
   */
  public Growth fit(String x, String y) {
    requireNonNull(x, "x");
    requireNonNull(y, "y");
    rows.requireNumber(requireComponent(x));
    rows.requireNumber(y);
    var others = rows.varied().stream().filter(name -> !name.equals(x)).toList();
    if (!others.isEmpty()) {
      throw new IllegalArgumentException(
          "fit: %s varies too; choose its value first, as in .where(\"%s\", %s)"
              .formatted(others.get(0), others.get(0), example(others.get(0))));
    }
    return Growth.of(
        GrowthData.of(x, y, rows.numbers(rows.rows(), x), rows.numbers(rows.rows(), y)));
  }

  private Object example(String component) {
    Object value = rows.value(rows.rows().get(0), component);
    return value instanceof String ? "\"" + value + "\"" : value;
  }

  /** Saves the table as CSV, or the plot as PNG or SVG, by the file's ending. */
  public void save(String file) {
    requireNonNull(file, "file");
    save(Path.of(file));
  }

  /** As {@link #save(String)}. */
  public void save(Path file) {
    if (file.toString().toLowerCase(Locale.ROOT).endsWith(".csv")) {
      WholeFile.write(file, table().write().toString("csv").getBytes(StandardCharsets.UTF_8));
    } else {
      plot().save(file);
    }
  }

  /** What is finished and, if it is not all, how to go on. */
  public String note() {
    if (isComplete()) {
      return "%d trials, seed %d".formatted(trials(), seed);
    }
    if (running) {
      // A kernel shows nothing of a cell after its interrupt: what stands there then is this.
      String then =
          file.map(f -> "after an interrupt run the same again: %s keeps them".formatted(f))
              .orElse("with .checkpoint(\"sweep.jsonl\") it can go on after an interrupt");
      return "%d of %d trials are finished, seed %d; %s".formatted(trials(), planned, seed, then);
    }
    String on =
        file.map(f -> "run the same again to go on: %s keeps them".formatted(f))
            .orElse("add .checkpoint(\"sweep.jsonl\") to go on from there next time");
    return "%d of %d trials are finished, seed %d; %s".formatted(trials(), planned, seed, on);
  }

  private String title() {
    return "%d of %d trials, seed %d".formatted(trials(), planned, seed);
  }

  private String caption() {
    return "bars: 95 % intervals; " + title();
  }

  @Override
  public String toString() {
    return note() + System.lineSeparator() + summary().print();
  }
}
