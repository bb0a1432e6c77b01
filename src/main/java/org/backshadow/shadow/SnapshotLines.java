package org.backshadow.shadow;

import java.util.ArrayList;
import java.util.List;
import org.backshadow.outcome.Counts;
import org.backshadow.outcome.PauliBases;
import org.backshadow.pauli.PauliString;
import org.backshadow.pauli.SignedPauli;

/** Snapshots from the lines of a file, as {@link Snapshots#text} writes them. */
final class SnapshotLines {
  private SnapshotLines() {}

  /** Lines such as {@code "XZY 010"}. */
  static ProductSnapshots products(Entry entry, int qubits) {
    List<Entry> lines = entry.items();
    long[] x = new long[lines.size()];
    long[] z = new long[lines.size()];
    long[] outcomes = new long[lines.size()];
    for (int t = 0; t < x.length; t++) {
      String line = lines.get(t).text();
      String shape = "[XYZ]{%d} [01]{%d}".formatted(qubits, qubits);
      if (line.length() != 2 * qubits + 1 || !line.matches(shape)) {
        throw lines
            .get(t)
            .wrong("is not %d letters X, Y, Z, a space, and %d bits".formatted(qubits, qubits));
      }
      var basis = PauliString.of(line.substring(0, qubits));
      x[t] = basis.x();
      z[t] = basis.z();
      outcomes[t] = Counts.index(line.substring(qubits + 1), qubits);
    }
    return new ProductSnapshots(PauliBases.of(qubits, x, z), outcomes);
  }

  /** Lines such as {@code "+XX -ZZ"}. */
  static StabilizerSnapshots stabilizers(Entry entry, int qubits) {
    var groups = new ArrayList<StabilizerGroup>();
    String shape = "[+-][IXYZ]{%d}".formatted(qubits);
    for (Entry line : entry.items()) {
      var generators = new ArrayList<SignedPauli>();
      for (String word : line.text().split(" ", qubits + 1)) {
        if (word.length() != qubits + 1 || !word.matches(shape)) {
          throw line.wrong("is not %d strings of %d letters with signs".formatted(qubits, qubits));
        }
        generators.add(new SignedPauli(PauliString.of(word.substring(1)), word.charAt(0) == '-'));
      }
      try {
        groups.add(StabilizerGroup.of(generators));
      } catch (IllegalArgumentException e) {
        throw line.wrong("is no snapshot: " + e.getMessage());
      }
    }
    return new StabilizerSnapshots(groups, qubits);
  }
}
