package org.backshadow.shadow.bell;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.backshadow.estimate.Estimate;
import org.backshadow.figure.Figure;
import org.backshadow.measure.PreparedState;
import org.backshadow.pauli.PauliString;
import org.backshadow.resources.RandomStream;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * Expectation values of significant Pauli strings with signs: the root of the square from pairs of
 * copies, the sign from pairs of a copy and a mimicking state. Immutable.
 *
 * <p>A sign is <i>decided</i> if the product {@code tr(P rho) tr(P sigma)} is farther from 0 than
 * chance takes any of them with the probability delta (Hoeffding). An undecided sign is a guess and
 * is shown as one.
 *
 * <pre>{@code
 * Copies door = new SimulatedCopies(Ledger.unlimited(), new Seed(7));
 * PreparedState state = door.prepare(circuit(1).ry(0, -0.8));
 * var signs = SignedStrings.measure(state, 0.3, 1, new Seed(8).random());
 * signs.decisions().size() // 2
 * signs.undecided() // 0
 * }</pre>
 */
public final class SignedStrings {
  /**
   * A significant string.
   *
   * @param string the string
   * @param square estimated {@code tr(P rho)^2} from pairs of copies
   * @param mimicked {@code tr(P sigma)}, known exactly
   * @param product estimated {@code tr(P rho) tr(P sigma)}
   * @param decided whether the sign is beyond chance
   */
  public record Decision(
      PauliString string, Estimate square, double mimicked, Estimate product, boolean decided) {
    /** 1 or -1: a guess if undecided. */
    public int sign() {
      return product.value() * mimicked < 0 ? -1 : 1;
    }

    /**
     * The expectation value, given that the sign is right. Its standard error is the square's,
     * carried through the root. A string is here because its square came out large, which shifts
     * values near the threshold away from 0 by about one standard error.
     */
    public Estimate value() {
      return root(square, sign());
    }
  }

  private static final double DELTA = 0.1;

  private final List<Decision> decisions;
  private final double decisive;
  private final double delta;
  private final int updates;

  private SignedStrings(List<Decision> decisions, double decisive, double delta, int updates) {
    this.decisions = List.copyOf(decisions);
    this.decisive = decisive;
    this.delta = delta;
    this.updates = updates;
  }

  /**
   * The significant strings among all, for values to an error epsilon, from an unknown state.
   *
   * <p>Cost: {@code scale} times the numbers of copies that Hoeffding's bounds ask for at each step
   * with a probability of failure of 0.1 in practice; experiments look for the smallest that works,
   * and take undecided signs as guessed.
   *
   * @param random for choices: which eigenvector stands for the mimicking state
   */
  public static SignedStrings measure(
      PreparedState state, double epsilon, double scale, RandomStream random) {
    double strings = StrictMath.pow(4, state.qubits());
    SignPlan plan = SignPlan.scaled(epsilon, strings, DELTA, scale);
    long pairs = SignPlan.pairsOfCopies(plan.threshold(), strings, DELTA, scale);
    BellOutcomes outcomes = BellOutcomes.measure(state, pairs);
    return decide(outcomes.squares().atLeast(plan.threshold()), outcomes, state, plan, random);
  }

  /** The root of a square with a sign; the standard error is carried through the root. */
  static Estimate root(Estimate square, int sign) {
    double size = Math.sqrt(Math.min(1, Math.max(0, square.value())));
    double error = size > 0 ? square.standardError() / (2 * size) : square.standardError();
    return Estimate.of(sign * size, error, square.degreesOfFreedom());
  }

  /** Learns the mimicking state and decides; nothing is measured if nothing is significant. */
  static SignedStrings decide(
      List<PauliString> strings,
      BellOutcomes pairs,
      PreparedState state,
      SignPlan plan,
      RandomStream random) {
    state.ledger().charge(pairs.cost(strings.size()));
    List<Estimate> squares = strings.stream().map(pairs::mean).toList();
    if (strings.isEmpty()) {
      return new SignedStrings(List.of(), 0, plan.delta(), 0);
    }
    double[] magnitudes =
        squares.stream().mapToDouble(s -> Math.sqrt(Math.min(1, Math.max(0, s.value())))).toArray();
    MimickingState sigma = MimickingState.learn(strings, magnitudes, state, plan);
    BellOutcomes beside = sigma.beside(state, plan.pairs(), random);
    state.ledger().charge(beside.cost(strings.size()));
    double decisive = plan.decisive(strings.size());
    var decisions = new ArrayList<Decision>();
    for (int k = 0; k < strings.size(); k++) {
      PauliString string = strings.get(k);
      Estimate product = beside.mean(string);
      decisions.add(
          new Decision(
              string,
              squares.get(k),
              sigma.value(string),
              product,
              Math.abs(product.value()) > decisive));
    }
    return new SignedStrings(decisions, decisive, plan.delta(), sigma.updates());
  }

  /** One a significant string, by their masks. */
  public List<Decision> decisions() {
    return decisions;
  }

  /** How many signs the mimicking state has learned from single copies. */
  public int updates() {
    return updates;
  }

  /** The number of significant strings whose sign is a guess. */
  public int undecided() {
    return (int) decisions.stream().filter(d -> !d.decided()).count();
  }

  /**
   * As a table: string | value | standard error | sign | square (no sign) | mimicked | product. The
   * value of an undecided string is missing.
   */
  public Table table() {
    var string = StringColumn.create("string");
    var value = DoubleColumn.create("value");
    var error = DoubleColumn.create("standard error");
    var sign = StringColumn.create("sign");
    var square = DoubleColumn.create("square (no sign)");
    var mimicked = DoubleColumn.create("mimicked");
    var product = DoubleColumn.create("product");
    for (Decision d : decisions) {
      string.append(d.string().toString());
      sign.append(d.decided() ? d.sign() < 0 ? "-" : "+" : "undecided");
      if (d.decided()) {
        value.append(d.value().value());
        error.append(d.value().standardError());
      } else {
        value.appendMissing();
        error.appendMissing();
      }
      square.append(d.square().value());
      mimicked.append(d.mimicked());
      product.append(d.product().value());
    }
    return Table.create(
        "significant strings with signs", string, value, error, sign, square, mimicked, product);
  }

  /** The sign decisions: each product against the bounds that chance keeps. */
  public Figure plot() {
    return with(
            with(
                Figure.of("signs by a mimicking state")
                    .x("magnitude from pairs of copies")
                    .y("tr(P rho) |tr(P sigma)|"),
                "decided",
                true),
            "undecided",
            false)
        .horizontal("decided above", decisive)
        .horizontal("decided below", -decisive)
        .caption(
            String.format(
                Locale.ROOT,
                "bars: one standard error; some decided sign is wrong with probability %.2g at"
                    + " most",
                delta));
  }

  private Figure with(Figure figure, String name, boolean decided) {
    List<Decision> of = decisions.stream().filter(d -> d.decided() == decided).toList();
    if (of.isEmpty()) {
      return figure;
    }
    return figure.points(
        name,
        of.stream().mapToDouble(d -> Math.abs(d.value().value())).toArray(),
        of.stream().mapToDouble(d -> d.product().value() * (d.mimicked() < 0 ? -1 : 1)).toArray(),
        of.stream().mapToDouble(d -> d.product().standardError()).toArray());
  }

  /** The place of each string in {@link #decisions}. */
  int index(PauliString string) {
    return IntStream.range(0, decisions.size())
        .filter(k -> decisions.get(k).string().equals(string))
        .findFirst()
        .orElse(-1);
  }

  @Override
  public String toString() {
    var text = new StringBuilder();
    for (Decision d : decisions.subList(0, Math.min(decisions.size(), 12))) {
      text.append(text.isEmpty() ? "" : ", ").append(d.string()).append(' ');
      text.append(d.decided() ? d.value().text() : "sign undecided");
    }
    return String.format(
        Locale.ROOT,
        "%d significant strings, %d signs undecided, %d signs learned by the mimicking state: %s%s",
        decisions.size(),
        undecided(),
        updates,
        text,
        decisions.size() > 12 ? ", ..." : "");
  }
}
