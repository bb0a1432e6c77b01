package org.backshadow.pauli;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which sites interact: a graph with one qubit a site, for spin models and cuts. Immutable.
 *
 * <pre>{@code
 * Lattice.grid(2, 2).edges() // [0-1, 0-2, 1-3, 2-3]
 * Hamiltonians.maxCut(Lattice.ring(5)).qubits() // 5
 * }</pre>
 *
 * @param sites number of sites, 1 to {@value PauliString#MAX_QUBITS}, numbered from 0
 * @param edges pairs of different sites, each pair at most once
 */
public record Lattice(int sites, List<Edge> edges) {
  /** Two sites that interact; their order means nothing. */
  public record Edge(int first, int second) {
    @Override
    public String toString() {
      return first + "-" + second;
    }
  }

  /**
   * Any graph.
   *
   * @throws IllegalArgumentException if an edge has an end outside the sites, joins a site with
   *     itself, or repeats another in either direction
   */
  public Lattice {
    if (sites < 1 || sites > PauliString.MAX_QUBITS) {
      throw new IllegalArgumentException(
          "a lattice has 1 to " + PauliString.MAX_QUBITS + " sites, not " + sites);
    }
    edges = List.copyOf(edges);
    Map<Edge, Integer> seen = new HashMap<>();
    for (int k = 0; k < edges.size(); k++) {
      Edge edge = edges.get(k);
      requireSite(k, edge, edge.first, sites);
      requireSite(k, edge, edge.second, sites);
      if (edge.first == edge.second) {
        throw new IllegalArgumentException(
            "edge %d (%s) joins %d with itself".formatted(k, edge, edge.first));
      }
      var sorted = new Edge(Math.min(edge.first, edge.second), Math.max(edge.first, edge.second));
      Integer earlier = seen.putIfAbsent(sorted, k);
      if (earlier != null) {
        throw new IllegalArgumentException(
            "edge %d (%s) repeats edge %d (%s)".formatted(k, edge, earlier, edges.get(earlier)));
      }
    }
  }

  private static void requireSite(int k, Edge edge, int site, int sites) {
    if (site < 0 || site >= sites) {
      throw new IllegalArgumentException(
          "edge %d (%s): %d is outside 0..%d".formatted(k, edge, site, sites - 1));
    }
  }

  /**
   * Any graph, from pairs such as {@code {{0, 1}, {1, 2}}}; the array is read.
   *
   * @throws IllegalArgumentException as the constructor, or if a row has not two entries
   */
  public static Lattice of(int sites, int[][] edges) {
    var pairs = new ArrayList<Edge>(edges.length);
    for (int k = 0; k < edges.length; k++) {
      if (edges[k].length != 2) {
        throw new IllegalArgumentException(
            "edge %d has %d ends; an edge is a pair such as {0, 1}".formatted(k, edges[k].length));
      }
      pairs.add(new Edge(edges[k][0], edges[k][1]));
    }
    return new Lattice(sites, pairs);
  }

  /** The open chain 0-1-2-...; at least 2 sites. */
  public static Lattice chain(int sites) {
    if (sites < 2 || sites > PauliString.MAX_QUBITS) {
      throw new IllegalArgumentException(
          "a chain has 2 to " + PauliString.MAX_QUBITS + " qubits, not " + sites);
    }
    return new Lattice(sites, path(sites));
  }

  /** The chain closed by the edge from its last site to 0; at least 3 sites. */
  public static Lattice ring(int sites) {
    if (sites < 3 || sites > PauliString.MAX_QUBITS) {
      throw new IllegalArgumentException(
          "a ring has 3 to " + PauliString.MAX_QUBITS + " qubits, not " + sites);
    }
    var edges = path(sites);
    edges.add(new Edge(sites - 1, 0));
    return new Lattice(sites, edges);
  }

  private static List<Edge> path(int sites) {
    var edges = new ArrayList<Edge>();
    for (int q = 0; q + 1 < sites; q++) {
      edges.add(new Edge(q, q + 1));
    }
    return edges;
  }

  /**
   * The square grid with open borders; site {@code row * columns + column}. A site's edge to the
   * right comes before its edge down.
   */
  public static Lattice grid(int rows, int columns) {
    long sites = (long) rows * columns;
    if (rows < 1 || columns < 1 || sites < 2 || sites > PauliString.MAX_QUBITS) {
      throw new IllegalArgumentException(
          "a grid has 2 to %d qubits, not %d x %d"
              .formatted(PauliString.MAX_QUBITS, rows, columns));
    }
    var edges = new ArrayList<Edge>();
    for (int site = 0; site < sites; site++) {
      if (site % columns + 1 < columns) {
        edges.add(new Edge(site, site + 1));
      }
      if (site + columns < sites) {
        edges.add(new Edge(site, site + columns));
      }
    }
    return new Lattice((int) sites, edges);
  }

  /** The bits of an edge's two sites in the masks of a {@link PauliString}. */
  long mask(Edge edge) {
    return bit(edge.first) | bit(edge.second);
  }

  /** The bit of a site in the masks of a {@link PauliString}. */
  long bit(int site) {
    return 1L << (sites - 1 - site);
  }
}
