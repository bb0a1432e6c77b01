package org.backshadow.experiment.paper.separation;

import java.util.List;
import java.util.Locale;
import java.util.function.DoubleUnaryOperator;
import java.util.function.ToDoubleFunction;
import org.apache.commons.math3.stat.regression.SimpleRegression;
import org.backshadow.estimate.Estimate;
import org.backshadow.figure.Figure;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * How many copies each method needed for each number of qubits. Immutable.
 *
 * <pre>{@code
 * CopiesNeeded needed = Paper.hiddenPauli().qubits(2, 3).trials(10).seed(7).run();
 * needed.methods() // [bellSampling, cliffordShadow (unbiased bases)]
 * needed.copies("bellSampling") // [12.0, 26.0]
 * }</pre>
 */
public final class CopiesNeeded {
  /**
   * One method at one size.
   *
   * @param copies mean over the trials at the smallest effort that worked, charged by the door
   * @param successes trials within the error, at least two thirds
   */
  public record Point(String method, int qubits, double copies, int successes, int trials) {}

  private final String title;
  private final String remark;
  private final long seed;
  private final List<Point> points;
  private final boolean complete;

  CopiesNeeded(String title, String remark, long seed, List<Point> points, boolean complete) {
    this.title = title;
    this.remark = remark;
    this.seed = seed;
    this.points = List.copyOf(points);
    this.complete = complete;
  }

  /** All points, by size and method. */
  public List<Point> points() {
    return points;
  }

  /** The methods with at least one point. */
  public List<String> methods() {
    return points.stream().map(Point::method).distinct().toList();
  }

  /**
   * The copies of one method, by size.
   *
   * @throws IllegalArgumentException for an unknown method
   */
  public double[] copies(String method) {
    List<Point> own = of(method);
    if (own.isEmpty()) {
      throw new IllegalArgumentException(
          "\"%s\" was not measured, but %s".formatted(method, String.join(", ", methods())));
    }
    return own.stream().mapToDouble(Point::copies).toArray();
  }

  /** False if an interrupt came before the last size. */
  public boolean isComplete() {
    return complete;
  }

  /**
   * The factor by which the copies grow for each further qubit, by least squares on logarithms; its
   * error is the scatter of the points around the line.
   *
   * @throws IllegalArgumentException for an unknown method, or fewer than 3 points
   */
  public Estimate growth(String method) {
    Estimate slope = slope(fit(method, Point::qubits));
    double factor = StrictMath.exp(slope.value());
    return Estimate.of(factor, factor * slope.standardError(), slope.degreesOfFreedom());
  }

  /** The power of the number of qubits by which the copies grow, as {@link #growth}. */
  public Estimate power(String method) {
    return slope(fit(method, CopiesNeeded::logQubits));
  }

  private static double logQubits(Point point) {
    return StrictMath.log(point.qubits());
  }

  private static Estimate slope(SimpleRegression fit) {
    return Estimate.of(fit.getSlope(), fit.getSlopeStdErr(), fit.getN() - 2.0);
  }

  private SimpleRegression fit(String method, ToDoubleFunction<Point> x) {
    List<Point> own = of(method);
    if (own.size() < 3) {
      throw new IllegalArgumentException(
          "a fit needs at least 3 sizes; \"%s\" has %d (measured: %s)"
              .formatted(method, own.size(), String.join(", ", methods())));
    }
    var fit = new SimpleRegression();
    own.forEach(p -> fit.addData(x.applyAsDouble(p), StrictMath.log(p.copies())));
    return fit;
  }

  private List<Point> of(String method) {
    return points.stream().filter(p -> p.method().equals(method)).toList();
  }

  /** As a table: method | qubits | copies | successes | trials. */
  public Table table() {
    var method = StringColumn.create("method");
    var qubits = IntColumn.create("qubits");
    var copies = DoubleColumn.create("copies");
    var successes = IntColumn.create("successes");
    var trials = IntColumn.create("trials");
    for (Point point : points) {
      method.append(point.method());
      qubits.append(point.qubits());
      copies.append(point.copies());
      successes.append(point.successes());
      trials.append(point.trials());
    }
    return Table.create(title + ", seed " + seed, method, qubits, copies, successes, trials);
  }

  /**
   * Both fits of each method: method | factor per qubit | low | high | power | low | high (95 %).
   */
  public Table fits() {
    var method = StringColumn.create("method");
    var factor = DoubleColumn.create("factor per qubit");
    var factorLow = DoubleColumn.create("factor low");
    var factorHigh = DoubleColumn.create("factor high");
    var power = DoubleColumn.create("power of qubits");
    var powerLow = DoubleColumn.create("power low");
    var powerHigh = DoubleColumn.create("power high");
    for (String name : methods()) {
      if (of(name).size() >= 3) {
        method.append(name);
        append(growth(name), factor, factorLow, factorHigh);
        append(power(name), power, powerLow, powerHigh);
      }
    }
    return Table.create(
        "growth of the copies (95 %)",
        method, factor, factorLow, factorHigh, power, powerLow, powerHigh);
  }

  private static void append(
      Estimate estimate, DoubleColumn value, DoubleColumn low, DoubleColumn high) {
    value.append(estimate.value());
    low.append(estimate.interval(0.95).low());
    high.append(estimate.interval(0.95).high());
  }

  /**
   * Copies against qubits on a logarithmic axis; the better of the two fits as a line: an
   * exponential is straight, a power bends.
   */
  public Figure plot() {
    Figure figure = Figure.of(title).x("qubits n").y("copies").logY();
    for (String method : methods()) {
      List<Point> own = of(method);
      double[] qubits = own.stream().mapToDouble(Point::qubits).toArray();
      figure = figure.points(method, qubits, own.stream().mapToDouble(Point::copies).toArray());
      if (own.size() >= 3) {
        var exponential = fit(method, Point::qubits);
        var power = fit(method, CopiesNeeded::logQubits);
        boolean bends = power.getRSquare() > exponential.getRSquare();
        DoubleUnaryOperator at =
            bends ? n -> power.predict(StrictMath.log(n)) : exponential::predict;
        double[] fitted = new double[qubits.length];
        for (int k = 0; k < fitted.length; k++) {
          fitted[k] = StrictMath.exp(at.applyAsDouble(qubits[k]));
        }
        figure = figure.line(method + " fit", qubits, fitted);
      }
    }
    return figure.caption(remark + (complete ? "" : "; more points are planned"));
  }

  /** The fits in words, for each method. */
  @Override
  public String toString() {
    var text = new StringBuilder(title).append(complete ? "" : " (interrupted)");
    for (String method : methods()) {
      List<Point> own = of(method);
      text.append(System.lineSeparator()).append(method).append(": ");
      for (Point point : own) {
        text.append(String.format(Locale.ROOT, "%d: %,.0f, ", point.qubits(), point.copies()));
      }
      text.append(
          own.size() < 3
              ? "no fit"
              : String.format(
                  Locale.ROOT,
                  "x %.2f a qubit, or power %.2f",
                  growth(method).value(),
                  power(method).value()));
    }
    return text.toString();
  }
}
