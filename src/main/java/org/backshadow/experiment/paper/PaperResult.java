package org.backshadow.experiment.paper;

import org.backshadow.figure.Figure;
import tech.tablesaw.api.Table;

/**
 * What an experiment has found. Immutable but for the table, of which each call returns a copy.
 *
 * <pre>{@code
 * PaperResult result = Paper.markovChain(1000, 7, 4, 8);
 * result.statement()
 * // 1,000 trajectories give all derivatives of a chain: ...
 * result.table().rowCount() // 2
 * }</pre>
 *
 * @param statement what was tried and what came out, in a sentence or two
 * @param table the numbers
 * @param plot the numbers with the curve that is expected
 */
public record PaperResult(String statement, Table table, Figure plot) {
  /** Keeps a copy of the table. */
  public PaperResult {
    table = table.copy();
  }

  /** A copy of the numbers. */
  @Override
  public Table table() {
    return table.copy();
  }

  @Override
  public String toString() {
    return statement + System.lineSeparator() + table.print();
  }
}
