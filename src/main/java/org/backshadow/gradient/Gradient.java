package org.backshadow.gradient;

import java.util.List;
import java.util.function.Supplier;
import org.backshadow.estimate.Rounding;
import org.backshadow.figure.Figure;
import org.backshadow.resources.Cost;
import org.backshadow.resources.Once;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * A gradient with its errors and its cost. The work runs on first read and is remembered.
 * Immutable.
 *
 * <pre>{@code
 * var f = expectation(circuit(1).ry(0, param("a")), pauliSum("Z"));
 * Gradient g = f.at(0.4).gradient(parameterShift().shots(2000).seed(7));
 * g.values() // [-0.391]
 * g.standardErrors() // [0.0146]
 * g.cost().copies() // 4000
 * }</pre>
 */
public final class Gradient {
  /** What a run leaves behind. */
  record Run(Components components, Cost cost) {}

  private final String method;
  private final List<String> parameters;
  private final boolean exact;
  private final long seed;
  private final Once<Run> run;

  Gradient(String method, List<String> parameters, long seed, Supplier<Run> work) {
    this(method, parameters, false, seed, work);
  }

  private Gradient(
      String method, List<String> parameters, boolean exact, long seed, Supplier<Run> work) {
    this.method = method;
    this.parameters = parameters;
    this.exact = exact;
    this.seed = seed;
    this.run = Once.of(work);
  }

  static Gradient exact(String method, List<String> parameters, Supplier<Run> work) {
    return new Gradient(method, parameters, true, 0, work);
  }

  /** The name of the method. */
  public String method() {
    return method;
  }

  /** The names of the parameters, in the order of all arrays here. */
  public List<String> parameters() {
    return parameters;
  }

  /** True if the values were calculated, not sampled. */
  public boolean isExact() {
    return exact;
  }

  /** The components, in the order of the parameters. */
  public double[] values() {
    return run.get().components().values();
  }

  /** The standard error of each component; zeros if exact. */
  public double[] standardErrors() {
    return run.get().components().standardErrors();
  }

  /** An interval for each component that covers its target with this confidence. */
  public GradientInterval interval(double confidence) {
    return new GradientInterval(parameters, run.get().components(), confidence, false);
  }

  /** What the run used, counted by the door or the simulator. */
  public Cost cost() {
    return run.get().cost();
  }

  /** What a reader must know, such as a bias; empty if nothing. */
  public String note() {
    return run.get().components().note();
  }

  /**
   * As a table: parameter | gradient, and where sampled | standard error | low | high (95 %). A
   * method that guarantees its largest error has no standard errors, and low and high are that.
   */
  public Table table() {
    var name = StringColumn.create("parameter", parameters);
    var value = DoubleColumn.create("gradient", values());
    Table table = Table.create(method + " (" + origin() + ")", name, value);
    if (!exact) {
      Components components = run.get().components();
      GradientInterval interval = interval(components.confidence());
      if (components.guarantee() == null) {
        table.addColumns(DoubleColumn.create("standard error", standardErrors()));
      }
      table.addColumns(
          DoubleColumn.create("low", interval.low()), DoubleColumn.create("high", interval.high()));
    }
    return table;
  }

  /** Bars of the components, with their 95 % intervals where sampled. */
  public Figure plot() {
    Figure figure = Figure.of("gradient by " + method).x("parameter").y("dF/dparameter");
    if (exact) {
      return figure.bars(method, parameters, values()).caption("exact");
    }
    Components components = run.get().components();
    Guarantee guarantee = components.guarantee();
    return figure
        .bars(method, parameters, values(), components.halfWidths(components.confidence()))
        .caption("bars: " + (guarantee == null ? "95 % intervals" : guarantee) + "; " + origin());
  }

  private String origin() {
    return exact ? "exact" : Rounding.count(cost().copies()) + " copies, seed " + seed;
  }

  @Override
  public String toString() {
    double[] values = values();
    Components components = run.get().components();
    double[] half = components.halfWidths(components.confidence());
    var text = new StringBuilder();
    int shown = Math.min(values.length, 12);
    for (int k = 0; k < shown; k++) {
      text.append(k == 0 ? "" : ", ").append(parameters.get(k)).append(": ");
      text.append(
          exact ? Rounding.significant(values[k], 4) : Rounding.plusMinus(values[k], half[k]));
    }
    text.append(shown < values.length ? ", ... (" + values.length + " components)" : "");
    String note = note().isEmpty() ? "" : "; " + note();
    return method
        + " ("
        + (exact || components.guarantee() != null ? "" : "95 %, ")
        + origin()
        + note
        + "): "
        + text;
  }
}
