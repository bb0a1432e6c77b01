package org.backshadow.optimize;

import java.util.List;
import org.backshadow.figure.Figure;
import org.backshadow.measure.Rounding;
import org.backshadow.resources.Cost;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.Table;

/** The course of a minimization. Immutable. */
public final class Training {
  /**
   * The state after a step.
   *
   * @param loss the exact value of the model
   * @param copies consumed so far
   */
  public record Point(int step, double loss, long copies, double[] theta) {
    public Point {
      theta = theta.clone();
    }

    @Override
    public double[] theta() {
      return theta.clone();
    }
  }

  private final List<String> parameters;
  private final String optimizer;
  private final String method;
  private final long seed;
  private final List<Point> points;
  private final Cost cost;

  Training(
      List<String> parameters,
      String optimizer,
      String method,
      long seed,
      List<Point> points,
      Cost cost) {
    this.parameters = parameters;
    this.optimizer = optimizer;
    this.method = method;
    this.seed = seed;
    this.points = List.copyOf(points);
    this.cost = cost;
  }

  /** The start and every step, in order. */
  public List<Point> points() {
    return points;
  }

  /** The exact value at the end. */
  public double value() {
    return last().loss();
  }

  /** The parameters at the end. */
  public double[] theta() {
    return last().theta();
  }

  private Point last() {
    return points.get(points.size() - 1);
  }

  /** What all gradients together used; the recorded losses are the referee's and cost nothing. */
  public Cost cost() {
    return cost;
  }

  /** As a table: step | loss (exact) | copies. */
  public Table table() {
    var step = IntColumn.create("step");
    var loss = DoubleColumn.create("loss (exact)");
    var copies = LongColumn.create("copies");
    for (Point point : points) {
      step.append(point.step());
      loss.append(point.loss());
      copies.append(point.copies());
    }
    return Table.create("%s, %s, seed %d".formatted(optimizer, method, seed), step, loss, copies);
  }

  /** The exact loss against the steps. */
  public Figure plot() {
    return Figure.of("loss by " + optimizer + " with " + method)
        .x("step")
        .y("loss (exact)")
        .line(
            method,
            points.stream().mapToDouble(Point::step).toArray(),
            points.stream().mapToDouble(Point::loss).toArray())
        .caption(Rounding.count(cost.copies()) + " copies for all gradients");
  }

  @Override
  public String toString() {
    return "%s (exact) after %d steps of %s with %s, %s copies; %d parameters"
        .formatted(
            Rounding.significant(value(), 10),
            last().step(),
            optimizer,
            method,
            Rounding.count(cost.copies()),
            parameters.size());
  }
}
