package org.backshadow.experiment;

import java.util.List;
import org.backshadow.measure.Moments;
import org.backshadow.resources.Cost;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * One method of a comparison.
 *
 * @param error root-mean-square error of a component, over components and repeats
 * @param errorOfError its standard error over repeats
 * @param largest the largest error of any component, averaged over repeats
 * @param covered in how many repeats the simultaneous 95 % intervals held; empty if exact
 * @param cost of the first run
 */
record ComparisonRow(
    String method, double error, double errorOfError, double largest, String covered, Cost cost) {

  static ComparisonRow of(String method, boolean exact, List<Contender.Outcome> outcomes) {
    var squares = new Moments();
    var largest = new Moments();
    long covered = 0;
    for (Contender.Outcome outcome : outcomes) {
      squares.add(outcome.meanSquare(), 1);
      largest.add(outcome.largest(), 1);
      covered += outcome.covered() ? 1 : 0;
    }
    double error = Math.sqrt(squares.mean());
    double spread = Math.sqrt(squares.variance() / Math.max(1, squares.count()));
    return new ComparisonRow(
        method,
        error,
        error == 0 ? 0 : spread / (2 * error),
        largest.mean(),
        exact ? "" : covered + " of " + outcomes.size(),
        outcomes.get(0).cost());
  }

  static Table table(String title, List<ComparisonRow> rows) {
    var method = StringColumn.create("method");
    var error = DoubleColumn.create("rms error");
    var largest = DoubleColumn.create("max error");
    var covered = StringColumn.create("95 % intervals held");
    var copies = LongColumn.create("copies");
    var circuits = LongColumn.create("circuits");
    var gates = LongColumn.create("gates");
    var qubits = LongColumn.create("coherent qubits");
    var bytes = LongColumn.create("bytes");
    for (ComparisonRow row : rows) {
      method.append(row.method);
      error.append(row.error);
      largest.append(row.largest);
      covered.append(row.covered);
      copies.append(row.cost.copies());
      circuits.append(row.cost.circuits());
      gates.append(row.cost.gates());
      qubits.append(row.cost.qubits());
      bytes.append(row.cost.peakBytes());
    }
    return Table.create(
        title, method, error, largest, covered, copies, circuits, gates, qubits, bytes);
  }
}
