package org.backshadow.gradient;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import org.backshadow.hypothesis.HypothesisState;
import org.backshadow.measure.Copies;
import org.backshadow.pauli.PauliString;
import org.backshadow.pauli.PauliSum;
import org.backshadow.resources.Seed;
import org.backshadow.shadow.bell.BellSigns;

/**
 * The whole gradient from Bell measurements of two copies of the output state, where each component
 * is a multiple of one Pauli string.
 *
 * <p><b>Formula</b>: {@code dF/dtheta = c tr(P rho)}; the size is the root of the mean eigenvalue
 * of P on pairs of copies, the sign that of its mean on pairs with a mimicking state. It applies
 * where the generators stay single strings on their way to the output: at angles 0, with Clifford
 * gates after them, and for any number of parameters. A step away from there and the observables
 * are sums of strings, which is refused.
 *
 * <p><b>Cost</b>: 2 copies a pair, and at most 4 more for signs; whatever M is. <b>Error</b>: with
 * N pairs and M strings, a component {@code |c| (8 ln(4M/delta) / N)^(1/4)} in size or smaller may
 * show as 0 (delta = 0.1). Shown components have the standard error of their size; those that show
 * as 0, and those whose sign is undecided, a bound on their size in its place. Each 95 % interval
 * covers its component with about that probability or more: values close to the threshold are there
 * because they came out large. <b>Source</b>: the paper, arXiv:2305.13362, for this case; Huang,
 * Kueng, Preskill, arXiv:2101.02464; King and others, arXiv:2404.19211, for the signs.
 *
 * <pre>{@code
 * var f = expectation(circuit(1).ry(0, 0.8).rz(0, param("a")), pauliSum("Y"));
 * f.at(0).gradient(bellSampling().pairs(20_000).seed(7)).values() // [0.7208]
 * }</pre>
 *
 * @param pairs of copies; 0 leaves it open
 * @param seed of the outcomes
 */
public record BellGradient(long pairs, long seed) implements SampledGradient {
  /** Copies that a pair can lead to, with everything that signs take. */
  private static final int COPIES_A_PAIR = 6;

  private static final double DELTA = 0.1;

  /** With so many pairs of copies, at least 2. */
  public BellGradient pairs(long pairs) {
    if (pairs < 2) {
      throw new IllegalArgumentException(
          "bellSampling: " + pairs + " pairs; at least 2 are needed");
    }
    return new BellGradient(pairs, seed);
  }

  /** The same method with another seed. */
  public BellGradient seed(long seed) {
    return new BellGradient(pairs, seed);
  }

  @Override
  public String name() {
    return "bellSampling";
  }

  @Override
  public void requireApplicable(Model model) {
    int qubits = model.circuit().qubits();
    if (qubits > HypothesisState.MAX_QUBITS) {
      throw new IllegalArgumentException(
          "bellSampling: signs need the matrix of a mimicking state, for up to %d qubits, not %d;"
                  .formatted(HypothesisState.MAX_QUBITS, qubits)
              + " use classicalShadow() or parameterShift()");
    }
    components(model);
  }

  /** The observables, each a multiple of one string or 0. */
  private static List<PauliSum> components(Model model) {
    List<PauliSum> observables = GradientObservables.of(model, "bellSampling");
    for (int k = 0; k < observables.size(); k++) {
      PauliSum observable = observables.get(k);
      if (observable.terms().size() > 1) {
        throw new IllegalArgumentException(
            "bellSampling: dF/d%s is %d Pauli strings (%s, ...), and two copies give the size of one;"
                    .formatted(
                        model.parameters().get(k),
                        observable.terms().size(),
                        observable.terms().get(0).string())
                + " it applies where generators stay single strings, such as at angles 0 with"
                + " Clifford gates. Use classicalShadow() or parameterShift()");
      }
    }
    return observables;
  }

  @Override
  public SampledGradient within(Model model, long copies) {
    if (pairs != Shots.OPEN) {
      return this;
    }
    if (copies < 2 * COPIES_A_PAIR) {
      throw new IllegalArgumentException(
          "bellSampling: 2 pairs with their signs take up to %d copies; the budget is %d"
              .formatted(2 * COPIES_A_PAIR, copies));
    }
    return pairs(copies / COPIES_A_PAIR);
  }

  @Override
  public SampledGradient atShots(long each) {
    return pairs == Shots.OPEN ? pairs(Math.max(2, each)) : this;
  }

  @Override
  public Components differentiate(Model model, Copies copies, Seed seed) {
    List<PauliSum> observables = components(model);
    var strings = new LinkedHashSet<PauliString>();
    for (PauliSum observable : observables) {
      observable.terms().forEach(term -> strings.add(term.string()));
    }
    double[] values = new double[observables.size()];
    double[] errors = new double[observables.size()];
    if (strings.isEmpty()) {
      return new Components(values, errors, Double.POSITIVE_INFINITY, "");
    }
    var asked = new ArrayList<>(strings);
    long measured = Math.max(2, Shots.orDefault(pairs));
    var signs = BellSigns.of(asked, copies.prepare(model.bound()), measured, DELTA, seed.random());
    for (int k = 0; k < values.length; k++) {
      for (PauliSum.Term term : observables.get(k).terms()) {
        int index = asked.indexOf(term.string());
        values[k] = term.coefficient() * signs.value(index);
        errors[k] = Math.abs(term.coefficient()) * signs.standardError(index);
      }
    }
    return new Components(values, errors, measured - 1.0, note(signs));
  }

  private static String note(BellSigns signs) {
    return String.format(
        Locale.ROOT,
        "%,d different strings: %,d signs decided, %,d undecided (shown as 0), %,d below %.2g in"
            + " size (shown as 0)",
        signs.decided() + signs.undecided() + signs.small(),
        signs.decided(),
        signs.undecided(),
        signs.small(),
        signs.resolution());
  }
}
