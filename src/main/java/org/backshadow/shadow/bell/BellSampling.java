package org.backshadow.shadow.bell;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Locale;
import org.backshadow.circuit.Circuit;
import org.backshadow.estimate.Estimate;
import org.backshadow.figure.Figure;
import org.backshadow.measure.simulated.SimulatedCopies;
import org.backshadow.pauli.PauliString;
import org.backshadow.resources.Cost;
import org.backshadow.resources.Ledger;
import org.backshadow.resources.Once;
import org.backshadow.resources.Seed;
import tech.tablesaw.api.Table;

/**
 * Bell measurements of pairs of copies of one state: one data set for the magnitudes of all {@code
 * 4^n} Pauli strings.
 *
 * <p><b>Formula</b>: outcome (a, b) has the eigenvalue {@code (-1)^(x.z + x.b + z.a)} of {@code P x
 * P} with {@code P = i^(x.z) X^x Z^z}; its mean is {@code tr(P rho)^2}. <b>Cost</b>: two copies and
 * 2n readout gates a pair, 2n coherent qubits. <b>Error</b>: {@code sqrt((1 - square^2) / pairs)}
 * on a square; all K asked squares within g with {@code 2 ln(2K/delta) / g^2} pairs. <b>Source</b>:
 * Huang, Kueng, Preskill, arXiv:2101.02464. Signs are not in these data: {@link #signed}.
 *
 * <p>A plan: the pairs are measured on first read and remembered. Immutable.
 *
 * <pre>{@code
 * var pairs = bellSampling(circuit(2).ry(0, 0.8).cx(0, 1)).pairs(4000).seed(7);
 * pairs.squared("XX") // 0.515 ± 0.027 (95 %), 8,000 copies
 * pairs.magnitudes().largest() // ZZ
 * }</pre>
 */
public final class BellSampling {
  private static final long DEFAULT_PAIRS = 1000;
  private static final double DELTA = 0.05;

  private record Run(BellOutcomes outcomes, Cost cost) {}

  private final Circuit circuit;
  private final long pairs;
  private final long seed;
  private final Once<Run> run;

  private BellSampling(Circuit circuit, long pairs, long seed) {
    this.circuit = circuit;
    this.pairs = pairs;
    this.seed = seed;
    this.run = Once.of(this::measure);
  }

  /**
   * Of the state that a circuit prepares, 1,000 pairs.
   *
   * @throws IllegalArgumentException if a parameter has no value or the state does not fit into
   *     memory
   */
  public static BellSampling of(Circuit circuit) {
    SimulatedCopies.requirePossible(requireNonNull(circuit, "circuit"), 5);
    return new BellSampling(circuit, DEFAULT_PAIRS, 0);
  }

  /** With so many pairs, at least 2; each takes two copies. */
  public BellSampling pairs(long pairs) {
    if (pairs < 2) {
      throw new IllegalArgumentException(
          "bellSampling: " + pairs + " pairs; at least 2 are needed");
    }
    return new BellSampling(circuit, pairs, seed);
  }

  /** The same plan with another seed. */
  public BellSampling seed(long seed) {
    return new BellSampling(circuit, pairs, seed);
  }

  private Run measure() {
    var door = new SimulatedCopies(Ledger.unlimited(), new Seed(seed).child("outcomes"));
    return new Run(BellOutcomes.measure(door.prepare(circuit), pairs), door.ledger().cost());
  }

  /** What was measured. */
  public BellOutcomes outcomes() {
    return run.get().outcomes();
  }

  /** What the pairs have cost, counted by the door. */
  public Cost cost() {
    return run.get().cost();
  }

  /** The square {@code tr(P rho)^2} of a string such as {@code "XYZ"}: unbiased, without a sign. */
  public Estimate squared(String letters) {
    return outcomes().mean(PauliString.of(letters)).charged(cost());
  }

  /**
   * The squares of all strings.
   *
   * @throws IllegalArgumentException for more than {@value PauliSquares#MAX_QUBITS} qubits
   */
  public PauliSquares magnitudes() {
    PauliSquares.requireQubits(circuit.qubits());
    return PauliSquares.of(outcomes());
  }

  /** The strings whose square came out at {@code 3/4 epsilon^2} or more, the largest first. */
  public Table significant(double epsilon) {
    return magnitudes().significant(plan(epsilon).threshold());
  }

  /**
   * Values with signs of the strings that are significant for an error epsilon, by a mimicking
   * state. Takes further copies, which are counted.
   *
   * @throws IllegalArgumentException unless 0 &lt; epsilon &lt; 1, or for more than {@value
   *     SignedBellSampling#MAX_QUBITS} qubits
   */
  public SignedBellSampling signed(double epsilon) {
    return new SignedBellSampling(this, plan(epsilon), epsilon, DELTA);
  }

  /**
   * Values with signs of the significant strings by majority votes of stored copies, at any number
   * of qubits that the squares are held for. Runs at once.
   *
   * @throws IllegalArgumentException unless 0 &lt; epsilon &lt; 1
   */
  public VotedSigns voted(double epsilon) {
    double threshold = plan(epsilon).threshold();
    List<PauliString> strings = magnitudes().atLeast(threshold);
    var door = secondDoor();
    return VotedSigns.vote(strings, outcomes(), door.prepare(circuit), epsilon, DELTA);
  }

  /** For what is measured after the pairs, whose cost it has taken over. */
  private SimulatedCopies secondDoor() {
    var ledger = Ledger.unlimited();
    ledger.charge(cost());
    return new SimulatedCopies(ledger, new Seed(seed).child("signs"));
  }

  private SignPlan plan(double epsilon) {
    return SignPlan.careful(epsilon, StrictMath.pow(4, circuit.qubits()) - 1, DELTA);
  }

  SignedBellSampling.Run signed(SignPlan plan) {
    SimulatedCopies door = secondDoor();
    List<PauliString> strings = magnitudes().atLeast(plan.threshold());
    SignedStrings signs =
        SignedStrings.decide(
            strings,
            outcomes(),
            door.prepare(circuit),
            plan,
            new Seed(seed).child("choices").random());
    return new SignedBellSampling.Run(signs, door.ledger().cost());
  }

  int qubits() {
    return circuit.qubits();
  }

  long pairs() {
    return pairs;
  }

  /** The largest squares. */
  public Figure plot() {
    return magnitudes().plot();
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%s of %d qubits, %,d copies, seed %d; magnitudes() shows all squares, signed(0.3) finds"
            + " signs",
        outcomes(),
        circuit.qubits(),
        cost().copies(),
        seed);
  }
}
