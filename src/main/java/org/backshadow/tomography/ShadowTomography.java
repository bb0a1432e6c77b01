package org.backshadow.tomography;

import static java.util.Objects.requireNonNull;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.backshadow.circuit.Circuit;
import org.backshadow.estimate.Rounding;
import org.backshadow.figure.Figure;
import org.backshadow.hypothesis.HypothesisState;
import org.backshadow.hypothesis.UpdateRule;
import org.backshadow.measure.coherent.BackAction;
import org.backshadow.measure.simulated.BatchMemory;
import org.backshadow.measure.simulated.SimulatedCopies;
import org.backshadow.pauli.PauliString;
import org.backshadow.pauli.PauliSum;
import org.backshadow.resources.Cost;
import org.backshadow.resources.Ledger;
import org.backshadow.resources.Once;
import org.backshadow.resources.Seed;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * Shadow tomography of a state: the values of many Pauli strings from copies that are checked
 * gently, each within epsilon, all together with probability {@code 1 - delta}. A plan that runs on
 * first read.
 *
 * <p><b>Cost</b>: {@code O(n log^2(M) / epsilon^4)} copies for M strings on n qubits; classically
 * {@code 32 * 4^n} bytes, {@code O(M 4^n)} steps and {@code O(8^n)} for each mistake.
 * <b>Source</b>: Aaronson, arXiv:1711.01053; Badescu and O'Donnell, arXiv:2011.10908; constants are
 * ours.
 *
 * <pre>{@code
 * var state = circuit(2).ry(0, 0.8).cx(0, 1);
 * var run = shadowTomography(state, List.of("XX", "ZZ", "ZI")).epsilon(0.2).delta(0.1).seed(7);
 * run.values() // [0.7099, 0.98, 0.6921]
 * run.isProven() // true
 * }</pre>
 */
public final class ShadowTomography {
  /** How a run is done. */
  private record Options(
      double epsilon,
      double delta,
      UpdateRule update,
      BackAction simulated,
      long batch,
      long seed) {}

  private final Circuit circuit;
  private final List<PauliString> strings;
  private final Options options;
  private final BatchPlan plan;
  private final Once<TomographyRun> run;

  private ShadowTomography(Circuit circuit, List<PauliString> strings, Options options) {
    this.circuit = circuit;
    this.strings = strings;
    this.options = options;
    BatchPlan formula = BatchPlan.of(strings.size(), Math.min(1, options.epsilon), options.delta);
    if (options.batch > 0) {
      formula = formula.copies(options.batch);
    } else if (options.simulated == BackAction.EXACT) {
      formula =
          formula.copies(Math.min(formula.copies(), BatchMemory.practicalCopies(circuit.qubits())));
    }
    this.plan = formula;
    if (options.simulated == BackAction.EXACT) {
      BatchMemory.require(circuit.qubits(), plan.copies());
    }
    this.run =
        Once.of(
            () ->
                TomographyRun.of(
                    strings,
                    plan,
                    options.update,
                    options.simulated,
                    new SimulatedCopies(
                            Ledger.unlimited(), new Seed(options.seed).child("outcomes"))
                        .prepare(circuit)));
  }

  /**
   * A plan with epsilon 0.1 and delta 0.1.
   *
   * @param observables Pauli strings, or their letters
   * @throws IllegalArgumentException if a parameter is not bound, there is no string, or one has
   *     another number of qubits
   */
  public static ShadowTomography of(Circuit circuit, Collection<?> observables) {
    requireNonNull(circuit, "circuit");
    requireNonNull(observables, "observables");
    List<PauliString> strings =
        observables.stream()
            .map(o -> o instanceof PauliString p ? p : PauliString.of(String.valueOf(o)))
            .toList();
    if (!circuit.parameters().isEmpty()) {
      throw new IllegalArgumentException(
          "parameters without values: %s; bind the circuit first"
              .formatted(String.join(", ", circuit.parameters())));
    }
    Circuit.requireUnitary(circuit, "shadowTomography", "use classicalShadow(circuit)");
    if (strings.isEmpty()) {
      throw new IllegalArgumentException(
          "shadowTomography: there are no observables, so no Pauli strings to ask for");
    }
    HypothesisState.requireQubits(circuit.qubits());
    for (PauliString string : strings) {
      if (string.qubits() != circuit.qubits()) {
        throw new IllegalArgumentException(
            "shadowTomography: %s has %d qubits, the circuit %d"
                .formatted(string, string.qubits(), circuit.qubits()));
      }
    }
    return new ShadowTomography(
        circuit, strings, new Options(0.1, 0.1, UpdateRule.PROJECTION, BackAction.BOUNDED, 0, 0));
  }

  private ShadowTomography with(Options changed) {
    return new ShadowTomography(circuit, strings, changed);
  }

  /** With the largest error of a value. */
  public ShadowTomography epsilon(double epsilon) {
    if (!(epsilon > 0) || !Double.isFinite(epsilon)) {
      throw new IllegalArgumentException(
          "shadowTomography: epsilon is %s; the largest error must be positive".formatted(epsilon));
    }
    return with(
        new Options(
            epsilon,
            options.delta,
            options.update,
            options.simulated,
            options.batch,
            options.seed));
  }

  /** With the probability of a larger error. */
  public ShadowTomography delta(double delta) {
    return with(
        new Options(
            options.epsilon,
            delta,
            options.update,
            options.simulated,
            options.batch,
            options.seed));
  }

  /** With another rule for correcting the hypothesis. */
  public ShadowTomography update(UpdateRule update) {
    requireNonNull(update, "update");
    return with(
        new Options(
            options.epsilon,
            options.delta,
            update,
            options.simulated,
            options.batch,
            options.seed));
  }

  /** With the joint state of all copies simulated, and the real disturbance of each check. */
  public ShadowTomography exact() {
    return with(
        new Options(
            options.epsilon,
            options.delta,
            options.update,
            BackAction.EXACT,
            options.batch,
            options.seed));
  }

  /** With batches of another size; below the plan's the run is marked unproven. */
  public ShadowTomography copiesPerBatch(long copies) {
    if (copies < 1) {
      throw new IllegalArgumentException(
          "shadowTomography: a batch of " + copies + " copies; at least 1 is needed");
    }
    return with(
        new Options(
            options.epsilon,
            options.delta,
            options.update,
            options.simulated,
            copies,
            options.seed));
  }

  /** The same plan with another seed. */
  public ShadowTomography seed(long seed) {
    return with(
        new Options(
            options.epsilon,
            options.delta,
            options.update,
            options.simulated,
            options.batch,
            seed));
  }

  /** The values in the order of the strings. */
  public double[] values() {
    return run.get().values();
  }

  /** As a table: string | value | exact (referee's view). */
  public Table table() {
    ExactReferee referee = ExactReferee.of(circuit);
    return Table.create(
        toString(),
        StringColumn.create("string", strings.stream().map(PauliString::toString).toList()),
        DoubleColumn.create("value", values()),
        DoubleColumn.create(
            "exact (referee's view)",
            strings.stream().mapToDouble(s -> referee.expectation(PauliSum.of(s))).toArray()));
  }

  /** A row a check. */
  public Table steps() {
    return StepTable.of("steps (" + marks() + ")", run.get().steps());
  }

  /** What it used and how far the batches were disturbed. */
  public Table ledger() {
    return StepTable.ledger("ledger (" + marks() + ")", run.get().steps(), plan, cost());
  }

  /** What the run used, counted by the door. */
  public Cost cost() {
    return run.get().cost();
  }

  /** The hypothesis when a string, counted from 1, had been answered. */
  public JudgedHypothesis hypothesis(int string) {
    if (string < 1 || string > strings.size()) {
      throw new IllegalArgumentException(
          "there is no string %d (valid: 1..%d)".formatted(string, strings.size()));
    }
    return ExactReferee.of(circuit)
        .judge("hypothesis after string " + string, run.get().hypotheses().get(string - 1));
  }

  /** Whether the disturbance stayed within what the proof covers and the batches are its own. */
  public boolean isProven() {
    return run.get().worst().isProven() && plan.copies() >= plan.provenCopies();
  }

  /** Mistakes against their bound, and the disturbance of the batches. */
  public Figure plot() {
    return LearningPlot.of(
        "shadow tomography of " + strings.size() + " strings",
        run.get().steps(),
        plan,
        circuit.qubits(),
        isProven());
  }

  private String marks() {
    return (isProven() ? "proven" : "unproven") + ", seed " + options.seed;
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%d values, largest error at most %s at %s %% (%s): %s copies, %s mistakes (bound %.0f),"
            + " disturbance %s",
        strings.size(),
        Rounding.significant(options.epsilon, 4),
        Rounding.significant(100 * (1 - options.delta), 4),
        marks(),
        Rounding.count(cost().copies()),
        run.get().steps().stream().filter(Step::updated).count(),
        plan.mostMistakes(circuit.qubits()),
        run.get().worst());
  }
}
