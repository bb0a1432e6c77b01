package org.backshadow.state.engine;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.backshadow.pauli.PauliSum;

/**
 * An observable read through a frame and cut for pieces: its strings by what they flip, so that one
 * pass serves all strings with the same flips, and these by the subspace that holds the flips.
 */
final class ObservablePlan {
  /** As many strings share a table of factors as keep it small. */
  private static final int MOST_STRINGS = 7;

  private final List<Part> parts;

  private ObservablePlan(List<Part> parts) {
    this.parts = parts;
  }

  /** Products that stay within the cosets of one subspace. */
  record Part(Coset coset, List<Product> products, List<Pair> pairs) {}

  /** A string that flips rows and no lanes, and no other string has the same flips. */
  private record Single(LocalString string, double coefficient) {
    double factor(int start) {
      return string.parity(start) == 0 ? coefficient : -coefficient;
    }
  }

  /** Two such strings, which one pass over the piece serves. */
  record Pair(Single first, Single second) {
    double value(Kernels kernels, double[] u, int rows, int start) {
      return kernels.products(
          u, rows, first.string, first.factor(start), second.string, second.factor(start));
    }

    void add(Kernels kernels, double[] out, double[] u, int rows, int start) {
      kernels.addProducts(
          out, u, rows, first.string, first.factor(start), second.string, second.factor(start));
    }
  }

  /**
   * Strings with the same flips.
   *
   * @param keys for each row, the parities of the strings there
   * @param factors for each key and lane, the sum of the signed coefficients
   */
  record Product(List<LocalString> strings, byte[] keys, double[] factors) {
    int rowFlips() {
      return strings.get(0).rowFlips();
    }

    int laneFlips() {
      return strings.get(0).laneFlips();
    }

    int flip(int start) {
      int flip = 0;
      for (int t = 0; t < strings.size(); t++) {
        flip |= strings.get(t).parity(start) << t;
      }
      return flip;
    }
  }

  private record Term(RealString string, double coefficient) {}

  private record Flips(int x, boolean swaps) {}

  List<Part> parts() {
    return parts;
  }

  static ObservablePlan of(
      PauliSum observable, Frame frame, int qubits, int width, Planner.Blocking blocking) {
    Map<Flips, List<Term>> byFlips = new LinkedHashMap<>();
    for (PauliSum.Term term : observable.terms()) {
      var image = frame.image(new PhasedString(term.string().x(), term.string().z(), 0));
      var string = RealString.observable(image);
      double coefficient = term.coefficient() * image.sign() * string.sign();
      byFlips
          .computeIfAbsent(new Flips(string.x(), string.swaps()), flips -> new ArrayList<>())
          .add(new Term(string, coefficient));
    }
    return new ObservablePlan(parts(byFlips.values(), qubits, width, blocking));
  }

  private static List<Part> parts(
      Collection<List<Term>> groups, int qubits, int width, Planner.Blocking blocking) {
    int laneBits = Integer.numberOfTrailingZeros(width);
    var parts = new ArrayList<Part>();
    var open = new ArrayList<>(groups);
    do {
      var space = new PieceSpace(qubits, laneBits, blocking);
      var taken = new ArrayList<List<Term>>();
      open.removeIf(group -> space.admits(group.get(0).string.x()) && taken.add(group));
      Coset coset = space.coset();
      var products = new ArrayList<Product>();
      List<Pair> pairs = takePairs(taken, coset);
      for (List<Term> group : taken) {
        for (int from = 0; from < group.size(); from += MOST_STRINGS) {
          int to = Math.min(group.size(), from + MOST_STRINGS);
          products.add(product(group.subList(from, to), coset, width));
        }
      }
      parts.add(new Part(coset, List.copyOf(products), pairs));
    } while (!open.isEmpty());
    return List.copyOf(parts);
  }

  /** Takes as many groups of a single string each as make pairs. */
  private static List<Pair> takePairs(List<List<Term>> groups, Coset coset) {
    var singles = new ArrayList<>(groups);
    singles.removeIf(group -> !isSingle(group, coset));
    var pairs = new ArrayList<Pair>();
    for (int k = 0; k + 1 < singles.size(); k += 2) {
      pairs.add(new Pair(single(singles.get(k), coset), single(singles.get(k + 1), coset)));
      groups.removeAll(singles.subList(k, k + 2));
    }
    return List.copyOf(pairs);
  }

  private static boolean isSingle(List<Term> group, Coset coset) {
    LocalString string = coset.local(group.get(0).string);
    return group.size() == 1 && string.rowFlips() != 0 && string.laneFlips() == 0;
  }

  private static Single single(List<Term> group, Coset coset) {
    Term term = group.get(0);
    return new Single(coset.local(term.string), term.coefficient);
  }

  private static Product product(List<Term> terms, Coset coset, int width) {
    List<LocalString> strings = terms.stream().map(term -> coset.local(term.string)).toList();
    byte[] keys = new byte[2 * coset.rows()];
    for (int b = 0; b < keys.length; b++) {
      for (int t = 0; t < strings.size(); t++) {
        keys[b] |= (byte) ((Integer.bitCount(b & strings.get(t).rowSigns()) & 1) << t);
      }
    }
    double[] factors = new double[width << terms.size()];
    for (int e = 0; e < factors.length; e++) {
      for (int t = 0; t < terms.size(); t++) {
        int odd = Integer.bitCount(e & (width - 1) & strings.get(t).laneSigns()) ^ e / width >>> t;
        factors[e] += (odd & 1) == 0 ? terms.get(t).coefficient : -terms.get(t).coefficient;
      }
    }
    return new Product(strings, keys, factors);
  }
}
