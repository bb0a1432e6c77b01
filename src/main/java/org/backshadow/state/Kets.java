package org.backshadow.state;

import static java.util.Comparator.reverseOrder;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.PriorityQueue;
import org.backshadow.outcome.Counts;

/** A state as a sum of kets. */
final class Kets {
  private static final double NEGLIGIBLE = 1e-10;

  private Kets() {}

  static String text(StateVector state, int most) {
    int n = state.qubits();
    List<Integer> shown = largest(state, most + 1);
    var text = new StringBuilder();
    for (int i : shown.stream().limit(most).sorted().toList()) {
      String bits = Counts.bitString(i, n);
      Complex a = state.amplitude(bits);
      boolean real = Math.abs(a.im()) < NEGLIGIBLE;
      boolean imaginary = !real && Math.abs(a.re()) < NEGLIGIBLE;
      double part = imaginary ? a.im() : a.re();
      boolean minus = (real || imaginary) && part < 0;
      text.append(text.isEmpty() ? (minus ? "-" : "") : (minus ? " - " : " + "));
      text.append(
          real || imaginary
              ? String.format(Locale.ROOT, imaginary ? "%.4gi" : "%.4g", Math.abs(part))
              : String.format(
                  Locale.ROOT, "(%.4g%s%.4gi)", a.re(), a.im() < 0 ? "-" : "+", Math.abs(a.im())));
      text.append(" |").append(bits).append('>');
    }
    return text + (shown.size() > most ? " + ..." : "") + " (exact)";
  }

  /** So many indices at most, the most probable first; among equals the smaller index. */
  private static List<Integer> largest(StateVector state, int most) {
    Comparator<Integer> likelier =
        Comparator.<Integer>comparingDouble(state::probability).thenComparing(reverseOrder());
    var best = new PriorityQueue<Integer>(likelier);
    for (int i = 0; i < 1 << state.qubits(); i++) {
      if (state.probability(i) > NEGLIGIBLE * NEGLIGIBLE) {
        best.add(i);
        if (best.size() > most) {
          best.remove();
        }
      }
    }
    return best.stream().sorted(likelier.reversed()).toList();
  }
}
