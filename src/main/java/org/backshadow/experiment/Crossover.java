package org.backshadow.experiment;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/** Where the curves of two methods cross for the last time. */
final class Crossover {
  private Crossover() {}

  /** By straight lines through the logarithms, over the sizes that both have, ascending. */
  static OptionalDouble of(List<ScalingPoint> below, List<ScalingPoint> above) {
    Map<Integer, Double> others = new HashMap<>();
    above.forEach(point -> others.put(point.size(), point.value()));
    List<ScalingPoint> common = below.stream().filter(p -> others.containsKey(p.size())).toList();
    var found = OptionalDouble.empty();
    for (int k = 1; k < common.size(); k++) {
      ScalingPoint from = common.get(k - 1);
      ScalingPoint to = common.get(k);
      double before = Math.log(others.get(from.size()) / from.value());
      double after = Math.log(others.get(to.size()) / to.value());
      if (before < 0 && after >= 0) {
        double part = -before / (after - before);
        double size = Math.log(from.size()) + part * Math.log((double) to.size() / from.size());
        found = OptionalDouble.of(Math.exp(size));
      } else if (after < 0) {
        found = OptionalDouble.empty();
      }
    }
    return found;
  }
}
