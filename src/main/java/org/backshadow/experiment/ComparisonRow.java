package org.backshadow.experiment;

import java.util.List;
import java.util.stream.Collectors;
import org.backshadow.estimate.Moments;
import org.backshadow.resources.BudgetExceededException;
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
 * @param failure why there are no numbers; empty if there are
 */
record ComparisonRow(
    String method,
    double error,
    double errorOfError,
    double largest,
    String covered,
    Cost cost,
    String failure) {

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
        outcomes.get(0).cost(),
        "");
  }

  /** Of a method that did not come to its end: no numbers but the reason. */
  static ComparisonRow failed(String method, RuntimeException cause) {
    String said = String.valueOf(cause.getMessage());
    boolean inWords =
        cause instanceof IllegalArgumentException || cause instanceof BudgetExceededException;
    String reason =
        inWords && said.startsWith(method + ": ")
            ? said.substring(method.length() + 2)
            : inWords ? said : cause.toString();
    return new ComparisonRow(
        method, Double.NaN, Double.NaN, Double.NaN, "", Cost.NONE, "failed: " + reason);
  }

  boolean isFailed() {
    return !failure.isEmpty();
  }

  /** What a figure says of the methods that have no bar: a part of its caption. */
  static String withoutBars(List<ComparisonRow> rows) {
    var names = rows.stream().filter(ComparisonRow::isFailed).map(ComparisonRow::method).distinct();
    String all = names.collect(Collectors.joining(", "));
    return all.isEmpty() ? "" : "; failed: " + all;
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
    var failure = StringColumn.create("failure");
    for (ComparisonRow row : rows) {
      method.append(row.method);
      failure.append(row.failure);
      error.append(row.error);
      largest.append(row.largest);
      covered.append(row.covered);
      for (LongColumn column : List.of(copies, circuits, gates, qubits, bytes)) {
        if (row.isFailed()) {
          column.appendMissing();
        }
      }
      if (!row.isFailed()) {
        copies.append(row.cost.copies());
        circuits.append(row.cost.circuits());
        gates.append(row.cost.gates());
        qubits.append(row.cost.qubits());
        bytes.append(row.cost.peakBytes());
      }
    }
    Table table =
        Table.create(
            title, method, error, largest, covered, copies, circuits, gates, qubits, bytes);
    return rows.stream().anyMatch(ComparisonRow::isFailed) ? table.addColumns(failure) : table;
  }
}
