package org.backshadow.optimize;

import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.backshadow.estimate.Estimate;
import org.backshadow.estimate.Rounding;
import org.backshadow.figure.Figure;
import org.backshadow.resources.Cost;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.Table;

/**
 * The course of a minimization. Immutable.
 *
 * <pre>{@code
 * var f = expectation(circuit(1).ry(0, param("a")), pauliSum("Z"));
 * Training training = minimize(f).from(0.4).gradientDescent(0.5).steps(20).run();
 * training.theta() // [3.1416]
 * training.points().size() // 21
 * }</pre>
 */
public final class Training {
  /**
   * The state after a step.
   *
   * @param loss exact, over all data
   * @param measured what the optimizer saw of it, if it measured the loss here: over the batch of
   *     the step that leaves from here, so that the last point mostly has none
   * @param copies consumed so far
   */
  public record Point(
      int step, double loss, Optional<Estimate> measured, long copies, double[] theta) {
    /** Keeps a copy of the point. */
    public Point {
      theta = theta.clone();
    }

    /** A copy of the point. */
    @Override
    public double[] theta() {
      return theta.clone();
    }
  }

  private final List<String> parameters;
  private final String optimizer;
  private final String method;
  private final String asked;
  private final long seed;
  private final List<Point> points;
  private final String end;
  private final Cost cost;

  /**
   * @param method where the optimizer's knowledge comes from
   * @param asked what it asked for: gradients or values
   */
  Training(
      List<String> parameters,
      String optimizer,
      String method,
      String asked,
      long seed,
      List<Point> points,
      String end,
      Cost cost) {
    this.parameters = parameters;
    this.optimizer = optimizer;
    this.method = method;
    this.asked = asked;
    this.seed = seed;
    this.points = List.copyOf(points);
    this.end = end;
    this.cost = cost;
  }

  /** The start and every step, in order. */
  public List<Point> points() {
    return points;
  }

  /** The exact loss at the end. */
  public double value() {
    return last().loss();
  }

  /** The parameters at the end. */
  public double[] theta() {
    return last().theta();
  }

  /** Why it ended before all steps were done; empty if they were. */
  public String end() {
    return end;
  }

  private Point last() {
    return points.get(points.size() - 1);
  }

  /**
   * What all gradients and values that the optimizer asked for used together; the exact losses of
   * the history are the referee's and cost nothing.
   */
  public Cost cost() {
    return cost;
  }

  /** As a table: step | loss (exact) | where measured, that and its standard error | copies. */
  public Table table() {
    var step = IntColumn.create("step");
    var loss = DoubleColumn.create("loss (exact)");
    var copies = LongColumn.create("copies");
    for (Point point : points) {
      step.append(point.step());
      loss.append(point.loss());
      copies.append(point.copies());
    }
    Table table =
        Table.create("%s, %s, seed %d".formatted(optimizer, method, seed), step, loss, copies);
    if (isMeasured()) {
      var measured = DoubleColumn.create("loss (measured)");
      var error = DoubleColumn.create("standard error");
      for (Point point : points) {
        point
            .measured()
            .ifPresentOrElse(
                seen -> {
                  measured.append(seen.value());
                  error.append(seen.standardError());
                },
                () -> {
                  measured.appendMissing();
                  error.appendMissing();
                });
      }
      table.insertColumn(2, measured).insertColumn(3, error);
    }
    return table;
  }

  private boolean isMeasured() {
    return points.stream().anyMatch(point -> point.measured().isPresent());
  }

  /** The exact loss against the steps; where it was measured, that too with 95 % intervals. */
  public Figure plot() {
    return plot("step", Point::step);
  }

  /**
   * As {@link #plot}, against the copies consumed.
   *
   * @throws IllegalStateException if there were none
   */
  public Figure plotByCopies() {
    if (cost.copies() == 0) {
      throw new IllegalStateException(
          "no copies were consumed: the optimizer saw exact values; plot() shows the steps");
    }
    return plot("copies", Point::copies);
  }

  private Figure plot(String axis, ToDoubleFunction<Point> x) {
    Figure figure =
        Figure.of("loss by " + optimizer + " with " + method)
            .x(axis)
            .y("loss (exact)")
            .line(
                method,
                points.stream().mapToDouble(x).toArray(),
                points.stream().mapToDouble(Point::loss).toArray())
            .caption(Rounding.count(cost.copies()) + " copies for all " + asked);
    if (!isMeasured()) {
      return figure;
    }
    List<Point> seen = points.stream().filter(point -> point.measured().isPresent()).toList();
    List<Estimate> losses = seen.stream().flatMap(point -> point.measured().stream()).toList();
    return figure
        .points(
            "measured loss",
            seen.stream().mapToDouble(x).toArray(),
            losses.stream().mapToDouble(Estimate::value).toArray(),
            losses.stream().mapToDouble(loss -> loss.interval(0.95).width() / 2).toArray())
        .y("loss")
        .caption(Rounding.count(cost.copies()) + " copies; line: exact loss; bars: 95 %");
  }

  @Override
  public String toString() {
    return "%s (exact) after %d steps of %s with %s, %s copies; %d parameters%s"
        .formatted(
            Rounding.significant(value(), 10),
            last().step(),
            optimizer,
            method,
            Rounding.count(cost.copies()),
            parameters.size(),
            end.isEmpty() ? "" : "; ended: " + end);
  }
}
