package org.backshadow.pauli;

import java.util.ArrayList;
import java.util.List;

/** The formulas of the spin models and cuts of {@link Hamiltonians}. */
final class SpinModels {
  private SpinModels() {}

  static PauliSum transverseFieldIsing(Lattice lattice, double coupling, double field) {
    var terms = new ArrayList<PauliSum.Term>();
    int n = lattice.sites();
    for (Lattice.Edge edge : lattice.edges()) {
      terms.add(new PauliSum.Term(-coupling, new PauliString(n, 0, lattice.mask(edge))));
    }
    for (int site = 0; site < n; site++) {
      terms.add(new PauliSum.Term(-field, new PauliString(n, lattice.bit(site), 0)));
    }
    return PauliSum.of(n, terms);
  }

  static PauliSum heisenberg(Lattice lattice, double jx, double jy, double jz) {
    var terms = new ArrayList<PauliSum.Term>();
    int n = lattice.sites();
    for (Lattice.Edge edge : lattice.edges()) {
      long pair = lattice.mask(edge);
      terms.add(new PauliSum.Term(jx, new PauliString(n, pair, 0)));
      terms.add(new PauliSum.Term(jy, new PauliString(n, pair, pair)));
      terms.add(new PauliSum.Term(jz, new PauliString(n, 0, pair)));
    }
    return PauliSum.of(n, terms);
  }

  static PauliSum maxCut(Lattice graph, double[] weights) {
    List<Lattice.Edge> edges = graph.edges();
    if (weights.length != edges.size()) {
      throw new IllegalArgumentException(
          "%d weights for %d edges; each edge needs one".formatted(weights.length, edges.size()));
    }
    var terms = new ArrayList<PauliSum.Term>();
    double total = 0;
    for (int k = 0; k < weights.length; k++) {
      if (!Double.isFinite(weights[k])) {
        throw new IllegalArgumentException(
            "weights[%d] is %s; weights must be finite".formatted(k, weights[k]));
      }
      long pair = graph.mask(edges.get(k));
      terms.add(new PauliSum.Term(weights[k] / 2, new PauliString(graph.sites(), 0, pair)));
      total += weights[k];
    }
    terms.add(new PauliSum.Term(-total / 2, PauliString.identity(graph.sites())));
    return PauliSum.of(graph.sites(), terms);
  }
}
