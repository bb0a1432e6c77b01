package org.backshadow.gradient;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.backshadow.circuit.Angle;
import org.backshadow.circuit.Circuit;
import org.backshadow.circuit.Operation;
import org.backshadow.gradient.Model.Occurrence;

/** How second derivatives by gate angles enter those by parameters: the chain rule. */
final class SecondOrder {
  /** What one derivative by angles counts in an entry of the matrix by parameters. */
  record Entry(int row, int column, double weight) {}

  private SecondOrder() {}

  /** {@code da/dtheta_k db/dtheta_l} for every k and l. */
  static List<Entry> products(Occurrence a, Occurrence b) {
    var entries = new ArrayList<Entry>();
    a.weights()
        .forEach(
            (k, first) ->
                b.weights().forEach((l, second) -> entries.add(new Entry(k, l, first * second))));
    return entries;
  }

  /** For two different angles, whose mixed derivative stands for both orders; no entry twice. */
  static List<Entry> symmetric(Occurrence a, Occurrence b) {
    var entries = new ArrayList<Entry>();
    for (int k : union(a, b)) {
      for (int l : union(a, b)) {
        double weight = weight(a, k) * weight(b, l) + weight(b, k) * weight(a, l);
        if (weight != 0) {
          entries.add(new Entry(k, l, weight));
        }
      }
    }
    return entries;
  }

  private static List<Integer> union(Occurrence a, Occurrence b) {
    var all = new ArrayList<>(a.weights().keySet());
    b.weights().keySet().stream().filter(k -> !a.weights().containsKey(k)).forEach(all::add);
    return all;
  }

  private static double weight(Occurrence occurrence, int parameter) {
    return occurrence.weights().getOrDefault(parameter, 0.0);
  }

  /** {@code d^2a/dtheta_k dtheta_l}, which counts the first derivative by the angle. */
  static List<Entry> curvature(Model model, Occurrence occurrence) {
    Map<String, Double> values = Circuit.named(model.circuit(), model.theta());
    List<String> names = model.parameters();
    Operation operation = model.circuit().operations().get(occurrence.gate());
    Angle angle = operation.angles().get(occurrence.angle());
    var entries = new ArrayList<Entry>();
    for (int k : occurrence.weights().keySet()) {
      Angle slope = angle.derivative(names.get(k));
      for (int l : occurrence.weights().keySet()) {
        double weight = slope.derivative(names.get(l)).value(values);
        if (weight != 0) {
          entries.add(new Entry(k, l, weight));
        }
      }
    }
    return entries;
  }
}
