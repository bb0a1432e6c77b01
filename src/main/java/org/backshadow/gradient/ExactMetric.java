package org.backshadow.gradient;

import java.util.List;
import org.backshadow.gradient.Model.Occurrence;
import org.backshadow.resources.Ledger;
import org.backshadow.state.Simulator;
import org.ejml.simple.SimpleMatrix;

/** The exact metric tensor over a model's parameters: that over gate angles, by the chain rule. */
final class ExactMetric {
  private ExactMetric() {}

  static SimpleMatrix of(Model model) {
    List<Occurrence> occurrences = model.occurrences();
    int[] gates = occurrences.stream().mapToInt(Occurrence::gate).toArray();
    int[] angles = occurrences.stream().mapToInt(Occurrence::angle).toArray();
    var simulator = new Simulator(Ledger.unlimited());
    SimpleMatrix metric = simulator.metric(model.bound(), gates, angles);
    var jacobian = new SimpleMatrix(occurrences.size(), model.theta().length);
    for (int o = 0; o < occurrences.size(); o++) {
      int row = o;
      occurrences.get(o).weights().forEach((k, weight) -> jacobian.set(row, k, weight));
    }
    return jacobian.transpose().mult(metric).mult(jacobian);
  }
}
