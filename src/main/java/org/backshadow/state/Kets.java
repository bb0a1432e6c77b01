package org.backshadow.state;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.backshadow.outcome.Counts;

/** A state as a sum of kets. */
final class Kets {
  private static final double NEGLIGIBLE = 1e-10;

  private Kets() {}

  static String text(StateVector state, int most) {
    int n = state.qubits();
    double[] p = state.probabilities().values();
    List<Integer> shown =
        IntStream.range(0, p.length)
            .filter(i -> p[i] > NEGLIGIBLE * NEGLIGIBLE)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> -p[i]))
            .limit(most + 1L)
            .toList();
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
}
