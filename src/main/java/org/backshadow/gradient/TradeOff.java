package org.backshadow.gradient;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.backshadow.circuit.propagation.PauliRotations;
import org.backshadow.circuit.propagation.PauliRotations.Rotation;
import org.backshadow.pauli.LieAlgebra;
import org.backshadow.pauli.PauliSum;
import org.backshadow.resources.Interrupts;
import org.backshadow.resources.Seed;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * What a circuit pays for a cheap gradient: its expressivity X against the efficiency F with which
 * its gradient is measured.
 *
 * <p>X is the dimension of the dynamical Lie algebra of its generators. F is the mean number of
 * components whose gradient observables commute at every point, so that one measurement serves
 * them. For deep circuits {@code X <= 4^n / F - F} and {@code X >= F}: who wants all components at
 * once gives up expressivity. Stabilizers times logical Pauli strings reach the bound.
 *
 * <p>Here F is that of the given circuit, at one random point, which stands for every one; its sets
 * are found by first fit, so that F may be larger and is not smaller. Components that are zero
 * everywhere count for nothing. A shallow circuit can beat the bound, which is about deep ones. A
 * generator that is a sum of strings counts as one generator a string, which can only raise X.
 *
 * <p><b>Cost</b>: classical, {@code O(X M)} and {@code O(M^2 16^n)}: for small circuits.
 * <b>Source</b>: Chinzei, Yamano, Tran, Endo, Oshima, arXiv:2406.18316.
 *
 * <pre>{@code
 * TradeOff t = expectation(Ansatz.hardwareEfficient(2, 3), pauliSum("ZI")).tradeOff();
 * t.dimension() // 15
 * t.efficiency() // 1.125
 * }</pre>
 *
 * @param qubits n
 * @param dimension X
 * @param components whose derivative is not zero everywhere
 * @param sets of components that are measured together
 */
public record TradeOff(int qubits, int dimension, int components, int sets) {
  private static final double ROUNDING = 1e-9;

  /**
   * Of a model.
   *
   * @throws IllegalArgumentException if its circuit is not made of Pauli rotations and Clifford
   *     gates, or is too large
   */
  static TradeOff of(Expectation model) {
    PauliRotations rotations = PauliRotations.of(model.circuit(), "tradeOff");
    var algebra =
        LieAlgebra.of(
            rotations.list().stream()
                .filter(Rotation::parametrized)
                .map(Rotation::output)
                .toList());
    int parameters = model.parameters().size();
    double[] point = new Seed(0).child("tradeOff").random().gaussians(parameters, 1);
    List<PauliSum> observables =
        GradientObservables.of(new Model(model.circuit(), model.observable(), point), "tradeOff");
    double scale = model.observable().oneNorm();
    var active = observables.stream().filter(a -> a.oneNorm() > ROUNDING * scale).toList();
    return new TradeOff(
        model.circuit().qubits(), algebra.dimension(), active.size(), sets(active).size());
  }

  private static List<List<PauliSum>> sets(List<PauliSum> observables) {
    var sets = new ArrayList<List<PauliSum>>();
    for (PauliSum observable : observables) {
      Interrupts.check();
      sets.stream()
          .filter(set -> set.stream().allMatch(other -> commute(observable, other)))
          .findFirst()
          .ifPresentOrElse(
              set -> set.add(observable), () -> sets.add(new ArrayList<>(List.of(observable))));
    }
    return sets;
  }

  private static boolean commute(PauliSum a, PauliSum b) {
    return a.commutator(b).oneNorm() <= ROUNDING * a.oneNorm() * b.oneNorm();
  }

  /** F: components over sets, 0 if there are none. */
  public double efficiency() {
    return sets == 0 ? 0 : (double) components / sets;
  }

  /** {@code 4^n / F - F}: the most that X can be for a deep circuit; infinite for no component. */
  public double bound() {
    return Math.pow(4, qubits) / efficiency() - efficiency();
  }

  /** As a table: quantity | value. */
  public Table table() {
    return Table.create(
        "expressivity against gradient measurement",
        StringColumn.create(
            "quantity",
            "dimension of the Lie algebra X",
            "components that are not zero",
            "sets measured together",
            "components a set F",
            "bound on X for deep circuits 4^n/F - F"),
        DoubleColumn.create("value", dimension, components, sets, efficiency(), bound()));
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "X = %d (deep circuits: at most %.4g), F = %.3g: %d components in %d sets",
        dimension,
        bound(),
        efficiency(),
        components,
        sets);
  }
}
