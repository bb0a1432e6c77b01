package org.backshadow.gradient;

import java.util.List;
import java.util.function.Supplier;
import org.backshadow.estimate.Interval;
import org.backshadow.estimate.Rounding;
import org.backshadow.resources.Cost;
import org.backshadow.resources.Once;
import org.ejml.simple.SimpleMatrix;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * A matrix of second derivatives from shots, shape parameters x parameters, with its errors and its
 * cost. The work runs on first read and is remembered. Immutable.
 *
 * <pre>{@code
 * var f = expectation(circuit(1).rx(0, param("a")).ry(0, param("b")), pauliSum("Z"));
 * MatrixEstimate h = f.at(0.4, 0.9).hessian(parameterShift().shots(10_000).seed(7));
 * h.interval(0, 1, 0.95) // [0.2991, 0.3178]
 * f.at(0.4, 0.9).hessian().get(0, 1) // 0.305
 * }</pre>
 */
public final class MatrixEstimate {
  /** What a run leaves behind. */
  record Run(SimpleMatrix values, SimpleMatrix standardErrors, Cost cost) {}

  private final String name;
  private final List<String> parameters;
  private final long shots;
  private final long seed;
  private final Once<Run> run;

  MatrixEstimate(String name, List<String> parameters, long shots, long seed, Supplier<Run> work) {
    this.name = name;
    this.parameters = parameters;
    this.shots = shots;
    this.seed = seed;
    this.run = Once.of(work);
  }

  /** The names of the parameters, in the order of rows and columns. */
  public List<String> parameters() {
    return parameters;
  }

  /** The symmetric matrix of estimates. */
  public SimpleMatrix values() {
    return run.get().values().copy();
  }

  /** The standard error of each entry; entries share circuits, so their errors are correlated. */
  public SimpleMatrix standardErrors() {
    return run.get().standardErrors().copy();
  }

  /** The interval of one entry that covers its target with this confidence. */
  public Interval interval(int row, int column, double confidence) {
    Run done = run.get();
    return Interval.around(
        done.values().get(row, column),
        done.standardErrors().get(row, column),
        Math.max(1, shots - 1),
        confidence);
  }

  /** What the run used, counted by the door. */
  public Cost cost() {
    return run.get().cost();
  }

  /** The upper triangle as a table: row | column | value | standard error | low | high (95 %). */
  public Table table() {
    var rows = StringColumn.create("row");
    var columns = StringColumn.create("column");
    var values = DoubleColumn.create(name);
    var errors = DoubleColumn.create("standard error");
    var low = DoubleColumn.create("low");
    var high = DoubleColumn.create("high");
    Run done = run.get();
    for (int k = 0; k < parameters.size(); k++) {
      for (int l = k; l < parameters.size(); l++) {
        Interval interval = interval(k, l, 0.95);
        rows.append(parameters.get(k));
        columns.append(parameters.get(l));
        values.append(done.values().get(k, l));
        errors.append(done.standardErrors().get(k, l));
        low.append(interval.low());
        high.append(interval.high());
      }
    }
    return Table.create(title(), rows, columns, values, errors, low, high);
  }

  private String title() {
    return "%s (parameterShift, %s copies, seed %d)"
        .formatted(name, Rounding.count(cost().copies()), seed);
  }

  @Override
  public String toString() {
    var text = new StringBuilder(title()).append(", 95 %:");
    Run done = run.get();
    for (int k = 0; k < parameters.size() && k < 8; k++) {
      text.append(System.lineSeparator()).append(parameters.get(k)).append(": ");
      for (int l = 0; l < parameters.size() && l < 8; l++) {
        double value = done.values().get(k, l);
        double half = interval(k, l, 0.95).width() / 2;
        text.append(l == 0 ? "" : ", ").append(Rounding.plusMinus(value, half));
      }
    }
    return text.append(parameters.size() > 8 ? System.lineSeparator() + "..." : "").toString();
  }
}
