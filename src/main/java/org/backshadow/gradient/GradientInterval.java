package org.backshadow.gradient;

import java.util.List;
import org.backshadow.measure.Interval;
import org.backshadow.measure.Quantiles;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** Intervals for the components of a gradient. Immutable. */
public final class GradientInterval {
  private final List<String> parameters;
  private final Components components;
  private final double confidence;
  private final double[] half;
  private final String scope;

  GradientInterval(List<String> parameters, Components components, double confidence) {
    this(parameters, components, confidence, confidence, "each");
  }

  private GradientInterval(
      List<String> parameters,
      Components components,
      double confidence,
      double single,
      String scope) {
    this.parameters = parameters;
    this.components = components;
    this.confidence = Quantiles.requireConfidence(confidence);
    this.scope = scope;
    double[] errors = components.standardErrors();
    double quantile = Quantiles.student(0.5 + single / 2, components.degreesOfFreedom());
    this.half = new double[errors.length];
    for (int k = 0; k < half.length; k++) {
      half[k] = quantile * errors[k];
    }
  }

  /** Wider intervals that cover all components together with the confidence, by Bonferroni. */
  public GradientInterval simultaneous() {
    double single = 1 - (1 - confidence) / Math.max(1, half.length);
    return new GradientInterval(parameters, components, confidence, single, "all together");
  }

  /** The interval of one component. */
  public Interval of(int component) {
    double value = components.values()[component];
    return new Interval(value - half[component], value + half[component]);
  }

  /** The lower ends. */
  public double[] low() {
    return ends(-1);
  }

  /** The upper ends. */
  public double[] high() {
    return ends(1);
  }

  /** Half the widths. */
  public double[] halfWidths() {
    return half.clone();
  }

  private double[] ends(int sign) {
    double[] ends = components.values();
    for (int k = 0; k < ends.length; k++) {
      ends[k] += sign * half[k];
    }
    return ends;
  }

  /** As a table: parameter | low | high. */
  public Table table() {
    return Table.create(
        "%s %% intervals (%s)".formatted(Math.round(1000 * confidence) / 10.0, scope),
        StringColumn.create("parameter", parameters),
        DoubleColumn.create("low", low()),
        DoubleColumn.create("high", high()));
  }

  @Override
  public String toString() {
    return table().print();
  }
}
