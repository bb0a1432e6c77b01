package org.backshadow.experiment;

import static java.util.Objects.requireNonNull;

import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.backshadow.experiment.fit.Growth;
import org.backshadow.experiment.fit.GrowthData;
import org.backshadow.figure.Figure;
import org.backshadow.figure.WholeFile;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * The points of a scaling experiment, with fits. Immutable.
 *
 * <pre>{@code
 * var scaling = scaling("parameters", 2, 4, 8).measure(gatesAtShots(100)).repeats(2).seed(7)
 *     .model(m -> expectation(Ansatz.randomPauliRotations(3, m, 2, 1), pauliSum("ZZZ")));
 * ScalingResults results = scaling.methods(parameterShift()).run();
 * results.methods() // [forward, parameterShift]
 * results.fit("parameterShift").exponent().value() // 2.0
 * }</pre>
 */
public final class ScalingResults {
  private final String variable;
  private final Measure measure;
  private final int repeats;
  private final long seed;
  private final List<ScalingPoint> points;
  private final boolean complete;

  ScalingResults(
      String variable,
      Measure measure,
      int repeats,
      long seed,
      List<ScalingPoint> points,
      boolean complete) {
    this.variable = variable;
    this.measure = measure;
    this.repeats = repeats;
    this.seed = seed;
    this.points = List.copyOf(points);
    this.complete = complete;
  }

  /** All points, by size and method. */
  public List<ScalingPoint> points() {
    return points;
  }

  /** The methods with at least one point. */
  public List<String> methods() {
    return points.stream().map(ScalingPoint::method).distinct().toList();
  }

  /** As a table: method | size | value | low | high | copies | circuits | gates | max |g|. */
  public Table table() {
    var method = StringColumn.create("method");
    var size = IntColumn.create(variable);
    var value = DoubleColumn.create(measure.label());
    var low = DoubleColumn.create("low");
    var high = DoubleColumn.create("high");
    var copies = DoubleColumn.create("copies");
    var circuits = DoubleColumn.create("circuits");
    var gates = DoubleColumn.create("gates");
    var gradient = DoubleColumn.create("max |g|");
    for (ScalingPoint point : points) {
      method.append(point.method());
      size.append(point.size());
      value.append(point.value());
      low.append(point.low());
      high.append(point.high());
      copies.append(point.copies());
      circuits.append(point.circuits());
      gates.append(point.gates());
      gradient.append(point.largestGradient());
    }
    return Table.create(
        "%d repeats, seed %d".formatted(repeats, seed),
        method,
        size,
        value,
        low,
        high,
        copies,
        circuits,
        gates,
        gradient);
  }

  /**
   * The power law through a method's points.
   *
   * @throws IllegalArgumentException for an unknown method, or fewer than 3 points
   */
  public ScalingFit fit(String method) {
    return ScalingFit.of(method, of(method), rounding(method));
  }

  /**
   * Of budgets that were found on a grid; what is exact or counted has an interval of one point.
   */
  private double rounding(String method) {
    return measure instanceof Measure.ForError
            && of(method).stream().anyMatch(p -> p.low() < p.high())
        ? SmallestBudget.ROUNDING
        : 0;
  }

  /**
   * Whether a method's values grow as a power, an exponential, or a power of the logarithm.
   *
   * @throws IllegalArgumentException for an unknown method, or fewer than 3 points
   */
  public Growth growth(String method) {
    List<ScalingPoint> own = of(method);
    return Growth.of(
        GrowthData.of(
            variable,
            measure.label() + " of " + method,
            own.stream().mapToDouble(ScalingPoint::size).toArray(),
            own.stream().mapToDouble(ScalingPoint::value).toArray()));
  }

  /**
   * The size from which on one method's values are below another's, between two sizes on
   * logarithmic scales; empty if it already is at the first size, or still is not at the last.
   *
   * @throws IllegalArgumentException for a method that has no points
   */
  public OptionalDouble crossover(String below, String above) {
    return Crossover.of(of(requireNonNull(below, "below")), of(requireNonNull(above, "above")));
  }

  private List<ScalingPoint> of(String method) {
    requireNonNull(method, "method");
    if (!methods().contains(method)) {
      throw new IllegalArgumentException(
          "no points of \"%.80s\"; measured: %s".formatted(method, String.join(", ", methods())));
    }
    return points.stream().filter(point -> point.method().equals(method)).toList();
  }

  /** All exponents: method | exponent | low | high (95 %). */
  public Table fits() {
    var method = StringColumn.create("method");
    var exponent = DoubleColumn.create("exponent");
    var low = DoubleColumn.create("low");
    var high = DoubleColumn.create("high");
    for (String name : methods()) {
      if (of(name).size() >= 3) {
        var estimate = fit(name).exponent();
        method.append(name);
        exponent.append(estimate.value());
        low.append(estimate.interval(0.95).low());
        high.append(estimate.interval(0.95).high());
      }
    }
    return Table.create(measure.label() + ": power of " + variable, method, exponent, low, high);
  }

  /** Log-log, with error bars, fitted power laws and, dashed, the expected growth. */
  public Figure plot() {
    Figure figure =
        Figure.of(measure.label() + " against " + variable)
            .x(variable)
            .y(measure.label())
            .logX()
            .logY()
            .caption(caption());
    for (String method : methods()) {
      List<ScalingPoint> own = of(method);
      double[] sizes = own.stream().mapToDouble(ScalingPoint::size).toArray();
      double[] values = own.stream().mapToDouble(ScalingPoint::value).toArray();
      String name = own.size() < 3 ? method : method + exponent(method);
      figure =
          figure.points(
              name,
              sizes,
              values,
              own.stream().mapToDouble(ScalingPoint::low).toArray(),
              own.stream().mapToDouble(ScalingPoint::high).toArray());
      if (own.size() >= 3) {
        ScalingFit fit = fit(method);
        double[] ends = {sizes[0], sizes[sizes.length - 1]};
        figure = figure.line(name + " fit", ends, new double[] {fit.at(ends[0]), fit.at(ends[1])});
      }
      figure = withTheory(figure, method, name, own);
    }
    return figure;
  }

  private String exponent(String method) {
    return " (power " + String.format(Locale.ROOT, "%.2f", fit(method).exponent().value()) + ")";
  }

  /** The expected growth, drawn through the first point. */
  private Figure withTheory(Figure figure, String method, String name, List<ScalingPoint> own) {
    if (!variable.equals("parameters") || own.size() < 2) {
      return figure;
    }
    double[] sizes = own.stream().mapToDouble(ScalingPoint::size).toArray();
    double[] expected = new double[sizes.length];
    for (int k = 0; k < sizes.length; k++) {
      OptionalDouble theory = measure.theory(method, (int) sizes[k]);
      OptionalDouble first = measure.theory(method, (int) sizes[0]);
      if (theory.isEmpty() || first.isEmpty()) {
        return figure;
      }
      expected[k] = own.get(0).value() * theory.getAsDouble() / first.getAsDouble();
    }
    return figure.theory(name + " theory", sizes, expected);
  }

  private String caption() {
    String unfinished = isComplete() ? "" : "; more points are planned";
    return "%d repeats, seed %d; bars: 95 %% intervals; lines: fitted powers; dashed: expected%s"
        .formatted(repeats, seed, unfinished);
  }

  /** False if an interrupt came before the last size. */
  public boolean isComplete() {
    return complete;
  }

  /** Saves the table as CSV, or the plot as PNG or SVG, by the file's ending. */
  public void save(String file) {
    requireNonNull(file, "file");
    save(Path.of(file));
  }

  /** As {@link #save(String)}. */
  public void save(Path file) {
    if (file.toString().toLowerCase(Locale.ROOT).endsWith(".csv")) {
      var csv = new ByteArrayOutputStream();
      table().write().csv(csv);
      WholeFile.write(file, csv.toByteArray());
    } else {
      plot().save(file);
    }
  }

  @Override
  public String toString() {
    return table().print() + System.lineSeparator() + fits().print();
  }
}
