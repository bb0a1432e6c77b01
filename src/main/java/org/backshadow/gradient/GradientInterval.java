package org.backshadow.gradient;

import java.util.List;
import org.backshadow.estimate.Interval;
import org.backshadow.estimate.Quantiles;
import org.backshadow.estimate.Rounding;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * Intervals for the components of a gradient. Immutable.
 *
 * <pre>{@code
 * var f = expectation(circuit(1).ry(0, param("a")).rz(0, param("b")), pauliSum("X"));
 * var g = f.at(0.4, 0.9).gradient(parameterShift().shots(2000).seed(7));
 * g.interval(0.95).of(0) // [0.5486, 0.5994]
 * g.interval(0.95).simultaneous().of(0) // [0.545, 0.603]
 * }</pre>
 */
public final class GradientInterval {
  private final List<String> parameters;
  private final Components components;
  private final double confidence;
  private final boolean together;
  private final double[] half;

  GradientInterval(
      List<String> parameters, Components components, double confidence, boolean together) {
    this.parameters = parameters;
    this.components = components;
    this.confidence = Quantiles.requireConfidence(confidence);
    this.together = together;
    this.half =
        together
            ? components.simultaneousHalfWidths(confidence)
            : components.halfWidths(confidence);
  }

  /** Wider intervals that cover all components together with the confidence, by Bonferroni. */
  public GradientInterval simultaneous() {
    return new GradientInterval(parameters, components, confidence, true);
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
    Guarantee guarantee = components.guarantee();
    return Table.create(
        "%s %% intervals (%s)%s"
            .formatted(
                Rounding.significant(100 * confidence, 4),
                together || guarantee != null ? "all together" : "each",
                guarantee == null || guarantee.proven() ? "" : ", unproven"),
        StringColumn.create("parameter", parameters),
        DoubleColumn.create("low", low()),
        DoubleColumn.create("high", high()));
  }

  @Override
  public String toString() {
    return table().print();
  }
}
