package org.backshadow.shadow;

import java.util.ArrayList;
import java.util.List;
import org.backshadow.estimate.Estimate;
import org.backshadow.figure.Figure;
import org.backshadow.pauli.PauliString;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** A look at the data of a shadow. */
final class ShadowTables {
  private static final int SHOWN = 10;
  private static final int MAX_QUBITS = 8;

  private ShadowTables() {}

  static Table snapshots(ClassicalShadow shadow) {
    Snapshots snapshots = shadow.run().snapshots();
    var number = IntColumn.create("snapshot");
    var text = StringColumn.create("setting and outcome, qubit 0 leftmost");
    for (int t = 0; t < Math.min(SHOWN, snapshots.size()); t++) {
      number.append(t);
      text.append(snapshots.text(t));
    }
    return Table.create("the first of %,d snapshots".formatted(snapshots.size()), number, text);
  }

  static Figure letters(ClassicalShadow shadow) {
    List<String> names = new ArrayList<>();
    List<Estimate> estimates = new ArrayList<>();
    int n = shadow.qubits();
    for (int q = 0; q < Math.min(n, MAX_QUBITS); q++) {
      for (String letter : List.of("X", "Y", "Z")) {
        String letters = "I".repeat(q) + letter + "I".repeat(n - 1 - q);
        if (shadow.ensemble().probability(PauliString.of(letters)) > 0) {
          names.add(letter + " " + q);
          estimates.add(shadow.estimate(letters));
        }
      }
    }
    return Figure.of(shadow.toString())
        .x("letter and qubit")
        .y("expectation value")
        .bars(
            "mean over snapshots",
            names,
            estimates.stream().mapToDouble(Estimate::value).toArray(),
            estimates.stream().mapToDouble(Estimate::standardError).toArray());
  }
}
