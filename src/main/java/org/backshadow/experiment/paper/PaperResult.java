package org.backshadow.experiment.paper;

import org.backshadow.figure.Figure;
import tech.tablesaw.api.Table;

/**
 * What an experiment has found. Immutable but for the table, of which each call returns a copy.
 *
 * @param statement what was tried and what came out, in a sentence or two
 * @param table the numbers
 * @param plot the numbers with the curve that is expected
 */
public record PaperResult(String statement, Table table, Figure plot) {
  public PaperResult {
    table = table.copy();
  }

  @Override
  public Table table() {
    return table.copy();
  }

  @Override
  public String toString() {
    return statement + System.lineSeparator() + table.print();
  }
}
