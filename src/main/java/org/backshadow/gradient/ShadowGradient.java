package org.backshadow.gradient;

import java.util.List;
import java.util.Locale;
import org.backshadow.circuit.Circuit;
import org.backshadow.estimate.Estimate;
import org.backshadow.measure.Copies;
import org.backshadow.pauli.PauliSum;
import org.backshadow.resources.Seed;
import org.backshadow.shadow.PauliShadowEstimator;

/**
 * The whole gradient from one classical shadow of the output state, by random Pauli bases.
 *
 * <p><b>Formula</b>: {@code dF/da = <i[G', O]>} in the output state, with the generator carried
 * through the later gates, {@code G' = W G W^dagger}; all M observables are estimated from the same
 * snapshots. Applies where these are Pauli sums of at most {@value GradientObservables#MAX_TERMS}
 * terms; nothing is truncated. Noise may stand in front of the first parameter only.
 *
 * <p><b>Cost</b>: one copy a snapshot, whatever M is; the circuits differ in their readout only.
 * <b>Error</b>: the sample variance over snapshots; a string of weight k contributes {@code c^2
 * 3^k}. <b>Source</b>: Huang, Kueng, Preskill, arXiv:2002.08953.
 *
 * <pre>{@code
 * var f = expectation(circuit(2).ry(0, param("a")).cx(0, 1).ry(1, param("b")), pauliSum("ZZ"));
 * f.at(0.4, 0.9).gradient(classicalShadow().snapshots(5000).seed(7)).values()
 * // [0.00517, -0.792]
 * }</pre>
 *
 * @param snapshots number of copies measured; 0 leaves it open
 * @param seed of the bases and the outcomes
 */
public record ShadowGradient(long snapshots, long seed) implements SampledGradient {
  /** As many single-copy measurements, at least 2. */
  public ShadowGradient snapshots(long snapshots) {
    if (snapshots < 2) {
      throw new IllegalArgumentException(
          "classicalShadow: " + snapshots + " snapshots; at least 2 are needed");
    }
    return new ShadowGradient(snapshots, seed);
  }

  /** The same method with another seed. */
  public ShadowGradient seed(long seed) {
    return new ShadowGradient(snapshots, seed);
  }

  @Override
  public String name() {
    return "classicalShadow";
  }

  @Override
  public void requireApplicable(Model model) {
    model.requireOnlyAngles(name(), "noise has no generator", "adjoint() or finiteDifference()");
    GradientObservables.of(model);
  }

  @Override
  public SampledGradient within(Model model, long copies) {
    if (snapshots != Shots.OPEN) {
      return this;
    }
    if (copies < 2) {
      throw new IllegalArgumentException(
          "classicalShadow: a shadow needs 2 copies; the budget is " + copies);
    }
    return snapshots(copies);
  }

  @Override
  public SampledGradient atShots(long each) {
    return snapshots == Shots.OPEN ? snapshots(Math.max(2, each)) : this;
  }

  @Override
  public Components differentiate(Model model, Copies copies, Seed seed) {
    Circuit circuit = model.bound();
    List<PauliSum> observables = GradientObservables.of(model);
    var estimator = new PauliShadowEstimator(Math.max(2, Shots.orDefault(snapshots)));
    List<Estimate> estimates = estimator.estimate(observables, copies.prepare(circuit), seed);
    double[] values = estimates.stream().mapToDouble(Estimate::value).toArray();
    double[] errors = estimates.stream().mapToDouble(Estimate::standardError).toArray();
    long terms = observables.stream().mapToLong(o -> o.terms().size()).sum();
    int weight =
        observables.stream()
            .flatMap(o -> o.terms().stream())
            .mapToInt(t -> t.string().weight())
            .max()
            .orElse(0);
    String note =
        String.format(
            Locale.ROOT,
            "%,d Pauli terms in %,d gradient observables, weight up to %d",
            terms,
            values.length,
            weight);
    return new Components(values, errors, Math.max(1, estimator.snapshots() - 1), note);
  }
}
