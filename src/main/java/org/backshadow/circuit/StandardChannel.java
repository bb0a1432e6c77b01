package org.backshadow.circuit;

import static java.lang.StrictMath.sqrt;
import static java.util.Objects.requireNonNull;
import static org.backshadow.circuit.BlochMap.falling;
import static org.backshadow.circuit.BlochMap.line;
import static org.backshadow.circuit.BlochMap.root;

import java.util.Arrays;
import java.util.List;
import org.ejml.data.MatrixType;
import org.ejml.simple.SimpleMatrix;

/**
 * The channel table: one row a channel on one qubit, with its Kraus operators and its map of the
 * Bloch ball.
 *
 * <p>{@code depolarize(p)} applies X, Y and Z with probability p/3 each; {@code
 * amplitudeDamping(gamma)} lets {@code |1>} fall to {@code |0>} with probability gamma; {@code
 * phaseDamping(lambda)} shrinks coherences by {@code sqrt(1 - lambda)}; {@code bitFlip(p)} and
 * {@code phaseFlip(p)} apply X and Z with probability p. {@code generalizedAmplitudeDamping(gamma,
 * excitation)} moves towards the mixture with population {@code excitation} of {@code |1>}: many
 * texts give the population of {@code |0>} in its place. Source: Nielsen and Chuang, section 8.3.
 *
 * <pre>{@code
 * StandardChannel.PHASE_FLIP.kraus(0.1).get(1).get(1, 1) // -0.3162
 * densityMatrix(circuit(1).h(0).phaseFlip(0, 0.1)).expectation("X") // 0.8
 * }</pre>
 */
public enum StandardChannel implements Channel {
  /** X, Y or Z with a third of the probability each. */
  DEPOLARIZE("depolarize", StandardChannel::depolarizing, falling(4 / 3., 4 / 3., 4 / 3.), "p"),
  /** X with a probability. */
  BIT_FLIP("bitFlip", s -> List.of(i(1 - s[0]), x(s[0])), falling(0, 2, 2), "p"),
  /** Z with a probability. */
  PHASE_FLIP("phaseFlip", s -> List.of(i(1 - s[0]), z(s[0])), falling(2, 2, 0), "p"),
  /**
   * {@code 
   *
   * 1>} falls to {@code 
   * 0>} with a probability.
   */
  AMPLITUDE_DAMPING(
      "amplitudeDamping",
      s -> List.of(real(1, 0, 0, sqrt(1 - s[0])), real(0, sqrt(s[0]), 0, 0)),
      (orders, s) -> damping(orders[0], 0, s[0], 0),
      "gamma"),
  /** Coherences shrink, populations stay. */
  PHASE_DAMPING(
      "phaseDamping",
      s -> List.of(real(1, 0, 0, sqrt(1 - s[0])), real(0, 0, 0, sqrt(s[0]))),
      (orders, s) -> dephasing(orders[0], s[0]),
      "lambda"),
  /**
   * A step towards a mixture of {@code 
   *
   * 0>} and {@code 
   * 1>}.
   */
  GENERALIZED_AMPLITUDE_DAMPING(
      "generalizedAmplitudeDamping",
      StandardChannel::exciting,
      (orders, s) -> damping(orders[0], orders[1], s[0], s[1]),
      "gamma",
      "excitation");

  private interface Kraus {
    List<SimpleMatrix> at(double... strengths);
  }

  private final String label;
  private final Kraus kraus;
  private final BlochMap.Family family;
  private final List<String> strengths;

  StandardChannel(String label, Kraus kraus, BlochMap.Family family, String... strengths) {
    this.label = label;
    this.kraus = kraus;
    this.family = family;
    this.strengths = List.of(strengths);
  }

  @Override
  public String label() {
    return label;
  }

  @Override
  public int qubits() {
    return 1;
  }

  @Override
  public int angles() {
    return strengths.size();
  }

  @Override
  public String strength(int k) {
    return strengths.get(k);
  }

  @Override
  public List<SimpleMatrix> kraus(double... strengths) {
    requireStrengths(strengths);
    return kraus.at(strengths);
  }

  @Override
  public SimpleMatrix superoperator(double... strengths) {
    return map(strengths, new int[angles()]);
  }

  @Override
  public SimpleMatrix derivative(int k, double... strengths) {
    int[] orders = new int[angles()];
    orders[k]++;
    return map(strengths, orders);
  }

  @Override
  public SimpleMatrix secondDerivative(int k, int l, double... strengths) {
    int[] orders = new int[angles()];
    orders[k]++;
    orders[l]++;
    return map(strengths, orders);
  }

  @Override
  public boolean isAffine(int k) {
    return switch (this) {
      case DEPOLARIZE, BIT_FLIP, PHASE_FLIP -> true;
      case GENERALIZED_AMPLITUDE_DAMPING -> k == 1;
      default -> false;
    };
  }

  private SimpleMatrix map(double[] strengths, int... orders) {
    requireStrengths(strengths);
    return family.at(orders, strengths).superoperator();
  }

  private void requireStrengths(double... values) {
    if (requireNonNull(values, "strengths").length != angles()) {
      throw new IllegalArgumentException(
          "%s takes %d strengths, not %d".formatted(label, angles(), values.length));
    }
    for (int k = 0; k < values.length; k++) {
      requireStrength(k, values[k]);
    }
  }

  private static List<SimpleMatrix> depolarizing(double... s) {
    var y = new SimpleMatrix(2, 2, MatrixType.ZDRM);
    y.set(0, 1, 0, -sqrt(s[0] / 3));
    y.set(1, 0, 0, sqrt(s[0] / 3));
    return List.of(i(1 - s[0]), x(s[0] / 3), y, z(s[0] / 3));
  }

  private static List<SimpleMatrix> exciting(double... s) {
    double down = sqrt(1 - s[1]);
    double up = sqrt(s[1]);
    double kept = sqrt(1 - s[0]);
    double moved = sqrt(s[0]);
    return List.of(
        real(down, 0, 0, down * kept),
        real(0, down * moved, 0, 0),
        real(up * kept, 0, 0, up),
        real(0, 0, up * moved, 0));
  }

  /** Damping by gamma, differentiated by it and by the excitation so often. */
  private static BlochMap damping(int order, int byExcitation, double gamma, double excitation) {
    boolean map = byExcitation == 0;
    double coherence = map ? root(order, gamma) : 0;
    double fallen = order == 0 ? gamma : order == 1 ? 1 : 0;
    return new BlochMap(
        order + byExcitation == 0 ? 1 : 0,
        coherence,
        coherence,
        map ? line(order, 1, gamma) : 0,
        fallen * line(byExcitation, 2, excitation));
  }

  private static BlochMap dephasing(int order, double lambda) {
    double coherence = root(order, lambda);
    double diagonal = order == 0 ? 1 : 0;
    return new BlochMap(diagonal, coherence, coherence, diagonal, 0);
  }

  private static SimpleMatrix i(double probability) {
    return real(sqrt(probability), 0, 0, sqrt(probability));
  }

  private static SimpleMatrix x(double probability) {
    return real(0, sqrt(probability), sqrt(probability), 0);
  }

  private static SimpleMatrix z(double probability) {
    return real(sqrt(probability), 0, 0, -sqrt(probability));
  }

  private static SimpleMatrix real(double... entries) {
    double[][] rows = {Arrays.copyOfRange(entries, 0, 2), Arrays.copyOfRange(entries, 2, 4)};
    return new SimpleMatrix(rows);
  }
}
