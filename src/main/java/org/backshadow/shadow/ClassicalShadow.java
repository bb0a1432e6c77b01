package org.backshadow.shadow;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.backshadow.circuit.Circuit;
import org.backshadow.estimate.Estimate;
import org.backshadow.estimate.Rounding;
import org.backshadow.figure.Figure;
import org.backshadow.measure.ReadoutErrors;
import org.backshadow.pauli.PauliString;
import org.backshadow.pauli.PauliSum;
import org.backshadow.resources.Cost;
import org.backshadow.resources.Once;
import org.ejml.simple.SimpleMatrix;
import org.jspecify.annotations.Nullable;
import tech.tablesaw.api.Table;

/**
 * A classical shadow: single copies of a state, each measured in a setting of its own, from which
 * any observables are estimated afterwards. A plan that is checked when it is built and measured on
 * first read; or data that were recorded. Immutable.
 *
 * <p><b>Cost</b>: one copy a snapshot, whatever is estimated. <b>Error</b>: for a Pauli string of
 * weight k, {@code sqrt((3^k - <P>^2) / snapshots)} with random Pauli bases and {@code sqrt((2^n +
 * 1 - <P>^2) / snapshots)} with random Clifford unitaries; sums include their covariances.
 * <b>Source</b>: Huang, Kueng, Preskill, arXiv:2002.08953.
 *
 * <pre>{@code
 * var shadow = classicalShadow(circuit(2).h(0).cx(0, 1)).snapshots(5000).seed(7);
 * shadow.estimate("XX") // 0.979 ± 0.078 (95 %), 5,000 copies, random Pauli bases, seed 7
 * shadow.estimate(pauliSum("ZZ - 0.5*YY")).value() // 1.5372
 * shadow.purity(0) // 0.4999 ± 0.0019 (95 %), 5,000 copies, pairs, random Pauli bases, seed 7
 * }</pre>
 */
public final class ClassicalShadow {
  private static final int SNAPSHOTS = 1000;

  /** None for recorded data. */
  private final @Nullable ShadowPlan plan;

  private final ShadowEnsemble ensemble;
  private final Once<ShadowRun> run;

  private ClassicalShadow(ShadowPlan plan, @Nullable ClassicalShadow shorter) {
    this.plan = plan;
    this.ensemble = plan.ensemble();
    this.run = Once.of(() -> plan.run(shorter == null ? null : shorter.run()));
  }

  private ClassicalShadow(@Nullable ShadowPlan plan, ShadowEnsemble ensemble, ShadowRun run) {
    this.plan = plan;
    this.ensemble = ensemble;
    this.run = Once.done(run);
  }

  /**
   * A plan for the state of a bound circuit: 1,000 snapshots in random Pauli bases, seed 0, unless
   * something else is said.
   */
  public static ClassicalShadow of(Circuit circuit) {
    return new ClassicalShadow(
        new ShadowPlan(circuit, new RandomPauliBases(), SNAPSHOTS, 0, ReadoutErrors.NONE, 0), null);
  }

  /** What was recorded, with the plan that it came from if there is one. */
  static ClassicalShadow recorded(
      @Nullable ShadowPlan plan, ShadowEnsemble ensemble, ShadowRun run) {
    return new ClassicalShadow(plan, ensemble, run);
  }

  private ShadowPlan plan(String what) {
    ShadowPlan known = plan;
    if (known == null) {
      throw new IllegalArgumentException(
          what + ": these data were recorded; there is no circuit to measure again");
    }
    return known;
  }

  /** As many single copies, at least 2. */
  public ClassicalShadow snapshots(int snapshots) {
    return new ClassicalShadow(plan("snapshots").snapshots(snapshots), null);
  }

  /** The same plan with another seed. */
  public ClassicalShadow seed(long seed) {
    return new ClassicalShadow(plan("seed").seed(seed), null);
  }

  /** By an ensemble of settings of one's own. */
  public ClassicalShadow ensemble(ShadowEnsemble ensemble) {
    ShadowPlan known = plan("ensemble");
    return new ClassicalShadow(known.ensemble(ensemble.over(known.snapshots())), null);
  }

  /** By uniformly random Clifford unitaries on all qubits, in place of random Pauli bases. */
  public ClassicalShadow clifford() {
    return ensemble(new RandomCliffords());
  }

  /** By bases whose letters are drawn with probabilities optimized for an observable. */
  public ClassicalShadow locallyBiased(PauliSum observable) {
    return ensemble(new LocallyBiasedBases(observable));
  }

  /** By bases chosen for these observables instead of drawn. */
  public ClassicalShadow derandomized(PauliSum... observables) {
    if (observables.length == 0) {
      throw new IllegalArgumentException("derandomized: name the observables to choose bases for");
    }
    return ensemble(new DerandomizedBases(List.of(observables), plan("derandomized").snapshots()));
  }

  /** Simulates a detector that misreads bits; without {@link #calibrated} this biases estimates. */
  public ClassicalShadow readoutErrors(double zeroAsOne, double oneAsZero) {
    var errors = new ReadoutErrors(zeroAsOne, oneAsZero);
    return new ClassicalShadow(plan("readoutErrors").errors(errors), null);
  }

  /**
   * By random Pauli bases whose readout errors are measured first, on so many copies of {@code
   * |0...0>} through the same detector, and divided out.
   */
  public ClassicalShadow calibrated(int snapshots) {
    if (snapshots < 2) {
      throw new IllegalArgumentException(
          "calibrated: " + snapshots + " snapshots of |0...0>; at least 2 are needed");
    }
    return new ClassicalShadow(plan("calibrated").calibrated(snapshots), null);
  }

  /**
   * These snapshots and so many more: bit for bit what the longer plan would have measured. Its
   * cost counts a setting that comes in both parts as two circuits.
   *
   * @throws IllegalArgumentException for recorded data, and for bases that were chosen together
   */
  public ClassicalShadow append(int snapshots) {
    ShadowPlan known = plan("append");
    if (!ensemble.isRandom()) {
      throw new IllegalArgumentException(
          "append: the bases were chosen for %,d snapshots together; ask for a longer plan"
              .formatted(size()));
    }
    if (snapshots < 1) {
      throw new IllegalArgumentException("append: " + snapshots + " snapshots; at least 1");
    }
    if (snapshots > Integer.MAX_VALUE - size()) {
      throw new IllegalArgumentException(
          "append: %,d snapshots to %,d; fewer than 2^31 fit".formatted(snapshots, size()));
    }
    return new ClassicalShadow(known.snapshots(size() + snapshots), this);
  }

  ShadowRun run() {
    return run.get();
  }

  @Nullable ShadowPlan plan() {
    return plan;
  }

  ShadowEnsemble ensemble() {
    return ensemble;
  }

  /** The number of qubits. */
  public int qubits() {
    ShadowPlan known = plan;
    return known == null ? run().snapshots().qubits() : known.circuit().qubits();
  }

  /** The number of snapshots. */
  public int size() {
    ShadowPlan known = plan;
    return known == null ? run().snapshots().size() : known.snapshots();
  }

  /** What the snapshots took, the calibration included. */
  public Cost cost() {
    return run().cost();
  }

  private ShadowMeans means() {
    return new ShadowMeans(run().snapshots(), ensemble, run().calibration());
  }

  private String about() {
    ShadowPlan known = plan;
    return known == null ? "recorded data" : ensemble.name() + ", seed " + known.seed();
  }

  private PauliSum checked(PauliSum observable) {
    if (observable.qubits() != qubits()) {
      throw new IllegalArgumentException(
          "the observable has %d qubits but the shadow has %d"
              .formatted(observable.qubits(), qubits()));
    }
    return observable;
  }

  /** The expectation value of an observable, by the mean over all snapshots; unbiased. */
  public Estimate estimate(PauliSum observable) {
    return ShadowEstimate.of(means().estimate(checked(observable)), cost(), about());
  }

  /** The expectation value of a Pauli string such as {@code "ZZI"}. */
  public Estimate estimate(String letters) {
    return estimate(PauliSum.of(PauliString.of(letters)));
  }

  /**
   * Estimates by the median of the means of so many groups.
   *
   * @throws IllegalArgumentException if there are more groups than snapshots
   */
  public MedianOfMeans medianOfMeans(int groups) {
    requireRandom("medianOfMeans");
    MedianOfMeans.requireGroups(groups, size());
    return new MedianOfMeans(means(), groups, cost(), about());
  }

  /** All {@code 4^n} expectation values from the one data set, for up to 10 qubits. */
  public AllPaulis allPaulis() {
    return new AllPaulis(means());
  }

  /** The fidelity with the pure state of another bound circuit, for up to 8 qubits; unbiased. */
  public Estimate fidelity(Circuit target) {
    return estimate(PureState.projector(target, qubits()));
  }

  /** The purity of some qubits, by all pairs of snapshots; unbiased. */
  public Estimate purity(int... qubits) {
    return ShadowEstimate.of(reduced("purity", qubits).purity(), cost(), "pairs, " + about());
  }

  /** The density matrix of some qubits by linear inversion: unbiased, but maybe not positive. */
  public SimpleMatrix reduced(int... qubits) {
    return new ReducedShadow(means(), qubits).matrix();
  }

  /**
   * The Renyi entropy {@code -log2 tr rho^2} of some qubits, in bits.
   *
   * @throws IllegalArgumentException if the purity's estimate is not positive
   */
  public EntropyEstimate renyiEntropy(int... qubits) {
    Estimate purity = reduced("renyiEntropy", qubits).purity();
    double p = purity.value();
    if (!(p > 0)) {
      throw new IllegalArgumentException(
          "renyiEntropy: the purity's estimate is " + purity.text() + "; take more snapshots");
    }
    double relative = purity.standardError() / p;
    double bit = StrictMath.log(2);
    return new EntropyEstimate(
        -StrictMath.log(p) / bit,
        relative / bit,
        relative * relative / 2 / bit,
        purity.degreesOfFreedom(),
        cost(),
        "pairs, " + about());
  }

  /** The von Neumann entropy of some qubits, in bits, by the density matrix that is nearest. */
  public EntropyEstimate entropy(int... qubits) {
    return reduced("entropy", qubits).entropy(cost(), "nearest state, " + about());
  }

  private ReducedShadow reduced(String what, int... qubits) {
    requireRandom(what);
    if (run().calibration() != null) {
      throw new IllegalArgumentException(
          what + ": the error of a calibration is not carried through it; use estimate");
    }
    return new ReducedShadow(means(), qubits);
  }

  private void requireRandom(String what) {
    if (!ensemble.isRandom()) {
      throw new IllegalArgumentException(
          what + " needs random settings; these bases were chosen for their observables");
    }
  }

  /** How many copies an error in an observable takes, by several ways of counting. */
  public ShadowBound bound(PauliSum observable) {
    return new ShadowBound(
        checked(observable), ensemble, means().estimate(observable), size(), 0.05, 0.95);
  }

  /** An observable by commuting groups from as many copies, to stand beside the shadow's. */
  public Estimate grouped(PauliSum observable) {
    return GroupedBaseline.measure(plan("grouped"), checked(observable));
  }

  /** Shadow, median of ten means and commuting groups beside each other, from as many copies. */
  public Table compare(PauliSum observable) {
    return GroupedBaseline.table(this, checked(observable));
  }

  /** Writes the snapshots and what they came from as JSON, with an earlier file replaced. */
  public void save(Path path) {
    ShadowFile.write(this, path);
  }

  /** As {@link #save(Path)}. */
  public void save(String path) {
    requireNonNull(path, "path");
    save(Path.of(path));
  }

  /** Bars of X, Y and Z of the first qubits, as far as the settings read them, with errors. */
  public Figure plot() {
    return ShadowTables.letters(this);
  }

  /** The first snapshots as a table: snapshot | setting and outcome. */
  public Table table() {
    return ShadowTables.snapshots(this);
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "classical shadow of %d %s: %s snapshots, %s",
        qubits(),
        qubits() == 1 ? "qubit" : "qubits",
        Rounding.count(size()),
        about());
  }
}
