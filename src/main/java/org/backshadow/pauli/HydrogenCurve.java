package org.backshadow.pauli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The stored H2 Hamiltonians; the resource's head names their source and the program that wrote it.
 */
final class HydrogenCurve {
  private static final String RESOURCE = "hydrogen-sto3g.csv";

  private HydrogenCurve() {}

  static PauliSum at(double bondLength) {
    var curve = load();
    var terms = curve.get(bondLength);
    if (terms == null) {
      throw new IllegalArgumentException(
          "no H2 Hamiltonian is stored for %s angstrom; stored lengths: %s"
              .formatted(bondLength, Hamiltonians.listed(List.copyOf(curve.keySet()))));
    }
    return PauliSum.of(4, terms);
  }

  static List<Double> bondLengths() {
    return List.copyOf(load().keySet());
  }

  private static Map<Double, List<PauliSum.Term>> load() {
    var curve = new TreeMap<Double, List<PauliSum.Term>>();
    List<String> lines = StoredLines.of(RESOURCE);
    for (String line : lines.subList(1, lines.size())) {
      String[] cells = line.split(",");
      var term = new PauliSum.Term(Double.parseDouble(cells[2]), PauliString.of(cells[1]));
      curve.computeIfAbsent(Double.valueOf(cells[0]), length -> new ArrayList<>()).add(term);
    }
    return curve;
  }
}
