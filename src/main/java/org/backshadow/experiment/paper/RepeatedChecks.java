package org.backshadow.experiment.paper;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.backshadow.circuit.Circuit;
import org.backshadow.figure.Figure;
import org.backshadow.measure.coherent.GentleCheck;
import org.backshadow.pauli.PauliString;
import org.backshadow.pauli.PauliSum;
import org.backshadow.resources.Interrupts;
import org.backshadow.resources.RandomStream;
import org.backshadow.resources.Seed;
import org.backshadow.state.Simulator;
import org.backshadow.state.StateVector;
import org.backshadow.state.symmetric.SymmetricBatch;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.Table;

/**
 * What many gentle checks do to one batch: the real damage, from the joint state of all copies,
 * beside the proven bound; for predictions that are right, and for predictions that miss.
 *
 * <p>Each check asks for a random Pauli string from above and from below, alarms {@value #MARGIN}
 * away from its prediction, with exponential noise of mean {@code MARGIN m / (2 ln(4 checks))}
 * counts. The numbers are those of the branch without an alarm, whose probability is a column.
 */
final class RepeatedChecks {
  /** The distance from the prediction, in units of the mean, at which a check alarms. */
  private static final double MARGIN = 0.6;

  /** One batch after all checks. */
  private record Outcome(double damage, double proven, double silent, double bias) {}

  private final StateVector one;
  private final List<PauliString> strings;
  private final int copies;

  private RepeatedChecks(StateVector one, List<PauliString> strings, int copies) {
    this.one = one;
    this.strings = strings;
    this.copies = copies;
  }

  static PaperResult run(Circuit state, int checks, double miss, long seed, int... copies) {
    if (checks < 1 || copies.length == 0) {
      throw new IllegalArgumentException(
          "repeatedChecks: %d checks and %d sizes of batches; at least 1 of each is needed"
              .formatted(checks, copies.length));
    }
    if (!(miss > 0 && miss < MARGIN)) {
      throw new IllegalArgumentException(
          "repeatedChecks: predictions miss by %s; between 0 and %s a check tends to pass"
              .formatted(miss, MARGIN));
    }
    for (int m : copies) {
      if (m < 2) {
        throw new IllegalArgumentException(
            "repeatedChecks: a batch of %d copies, which no check can pass; at least 2 are needed"
                .formatted(m));
      }
      SymmetricBatch.requireMemory(state.qubits(), m);
    }
    StateVector one = Simulator.run(state);
    List<PauliString> strings = strings(state.qubits(), checks, new Seed(seed).random());
    var right = new ArrayList<Outcome>();
    var wrong = new ArrayList<Outcome>();
    for (int m : copies) {
      var experiment = new RepeatedChecks(one, strings, m);
      right.add(experiment.after(0));
      wrong.add(experiment.after(miss));
    }
    Outcome last = right.get(right.size() - 1);
    return new PaperResult(
        String.format(
            Locale.ROOT,
            "%d two-sided checks of one batch of %d copies: real damage %.2g with right"
                + " predictions (proven: at most %.2g), %.2g with predictions that miss by %s.",
            checks,
            copies[copies.length - 1],
            last.damage,
            last.proven,
            wrong.get(wrong.size() - 1).damage,
            miss),
        table(checks, miss, copies, right, wrong),
        plot(checks, miss, copies, right, wrong));
  }

  private static List<PauliString> strings(int qubits, int count, RandomStream random) {
    var strings = new ArrayList<PauliString>();
    for (int k = 0; k < count; k++) {
      int index = 1 + random.nextInt((1 << 2 * qubits) - 1);
      strings.add(new PauliString(qubits, index & ((1 << qubits) - 1), index >>> qubits));
    }
    return strings;
  }

  /** All checks in turn; the predictions miss upward and downward by turns. */
  private Outcome after(double miss) {
    SymmetricBatch batch = SymmetricBatch.product(one, copies);
    double moved = 0;
    double kept = 1;
    double silent = 1;
    double sign = 1;
    for (PauliString string : strings) {
      Interrupts.check();
      double truth = one.expectation(PauliSum.of(string));
      double prediction = Math.max(-1, Math.min(1, truth + sign * miss));
      sign = -sign;
      for (int side : new int[] {1, -1}) {
        GentleCheck check = check(side * prediction);
        SymmetricBatch.Count count = batch.count(string, side);
        double[] probabilities = count.probabilities();
        double alarm = 0;
        for (int n = 0; n < probabilities.length; n++) {
          alarm += probabilities[n] * check.alarmAt(n);
        }
        silent *= 1 - alarm;
        batch = count.filtered(n -> Math.sqrt(1 - check.alarmAt(n)));
        GentleCheck.Passage passage =
            check.passage(Math.max(0, Math.min(1, (1 + side * truth) / 2)));
        moved += passage.disturbance();
        kept *= passage.overlap();
      }
    }
    return new Outcome(batch.distance(one), moved / kept, silent, bias(batch));
  }

  private GentleCheck check(double prediction) {
    return new GentleCheck(
        copies,
        copies * (1 + prediction + MARGIN) / 2,
        MARGIN * copies / (2 * StrictMath.log(4.0 * strings.size())));
  }

  /** How far the mean of any asked string has moved. */
  private double bias(SymmetricBatch batch) {
    double largest = 0;
    for (PauliString string : strings.stream().distinct().toList()) {
      double[] probabilities = batch.count(string, 1).probabilities();
      double mean = 0;
      for (int n = 0; n < probabilities.length; n++) {
        mean += probabilities[n] * n / copies;
      }
      double truth = one.expectation(PauliSum.of(string));
      largest = Math.max(largest, Math.abs(2 * mean - 1 - truth));
    }
    return largest;
  }

  private static Table table(
      int checks, double miss, int[] copies, List<Outcome> right, List<Outcome> wrong) {
    Table table =
        Table.create(
            checks + " checks of one batch, exact",
            IntColumn.create("copies"),
            DoubleColumn.create("predictions miss by"),
            DoubleColumn.create("damage (exact trace distance)"),
            DoubleColumn.create("proven bound"),
            DoubleColumn.create("probability of no alarm"),
            DoubleColumn.create("largest bias of a mean"));
    for (int k = 0; k < copies.length; k++) {
      row(table, copies[k], 0, right.get(k));
      row(table, copies[k], miss, wrong.get(k));
    }
    return table;
  }

  private static void row(Table table, int copies, double miss, Outcome outcome) {
    table.intColumn(0).append(copies);
    double[] values = {miss, outcome.damage, outcome.proven, outcome.silent, outcome.bias};
    for (int c = 0; c < values.length; c++) {
      table.doubleColumn(c + 1).append(values[c]);
    }
  }

  private static Figure plot(
      int checks, double miss, int[] copies, List<Outcome> right, List<Outcome> wrong) {
    double[] m = new double[copies.length];
    for (int k = 0; k < m.length; k++) {
      m[k] = copies[k];
    }
    return Figure.of(checks + " gentle checks of one batch")
        .x("copies in the batch")
        .y("trace distance")
        .logX()
        .logY()
        .points("right predictions", m, right.stream().mapToDouble(Outcome::damage).toArray())
        .line("proven, right", m, right.stream().mapToDouble(Outcome::proven).toArray())
        .points("off by " + miss, m, wrong.stream().mapToDouble(Outcome::damage).toArray())
        .line("proven, off by " + miss, m, wrong.stream().mapToDouble(Outcome::proven).toArray())
        .caption("exact; given that no check alarms");
  }
}
