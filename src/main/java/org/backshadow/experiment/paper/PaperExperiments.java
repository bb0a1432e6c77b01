package org.backshadow.experiment.paper;

import java.util.List;
import org.backshadow.circuit.Circuit;
import org.backshadow.experiment.paper.separation.HiddenPauli;
import org.backshadow.experiment.paper.separation.SignedPaulis;
import org.backshadow.experiment.paper.separation.TiltedGraphState;
import org.backshadow.gradient.Evaluation;
import org.backshadow.gradient.GradientMethod;
import org.backshadow.resources.Seed;

/**
 * The menu of experiments about what arXiv:2305.13362 says.
 *
 * <pre>{@code
 * PaperExperiments.gentleDamage(0.05, 25, 50, 100).table().columnNames()
 * // [copies, damage (exact trace distance), proven bound, expected from the first]
 * }</pre>
 */
public class PaperExperiments {
  /** Nested menus extend this class; there is nothing to construct. */
  protected PaperExperiments() {}

  /**
   * Why single copies do not do: all {@code 4^n - 1} Pauli means of a state as one gradient, up to
   * so many qubits, by parameter shift and by quantum backpropagation.
   *
   * @param largest number of qubits, 1 to 5
   * @param epsilon largest error of a component
   */
  public static PaperResult pauliWitness(int largest, double epsilon, long seed) {
    return PauliWitness.run(largest, epsilon, seed);
  }

  /** The model behind {@link #pauliWitness} for a state: its derivatives are all Pauli means. */
  public static Evaluation pauliWitness(Circuit state) {
    return PauliWitness.model(state);
  }

  /** The classical control: a Markov chain's M derivatives from shared trajectories, flat in M. */
  public static PaperResult markovChain(int trajectories, long seed, int... lengths) {
    return MarkovChain.run(trajectories, seed, lengths);
  }

  /**
   * The easy case and its loss: how many Pauli strings a derivative is, at angles of these sizes.
   */
  public static PaperResult easyCase(int qubits, int rotations, long seed, double... sizes) {
    return EasyCase.run(qubits, rotations, seed, sizes);
  }

  /**
   * The converse: the means of {@code V_k^dagger Z_0 V_k} in a state, from a gradient by any
   * method.
   */
  public static PaperResult reverseReduction(
      Circuit state, List<Circuit> observables, GradientMethod method) {
    return ReverseReduction.run(state, observables, method);
  }

  /**
   * Why gentleness alone is not enough: the damage of a check against the copies at a fixed
   * probability of an alarm.
   */
  public static PaperResult gentleDamage(double alarm, int... copies) {
    return GentleDamage.run(alarm, copies);
  }

  /**
   * What noise on the count of a check buys: damage against the probability of an alarm, sharp and
   * with noise; exact.
   *
   * @param mean of what is checked, in the state of each copy
   * @param positions of the threshold, in standard deviations of the count above its mean
   */
  public static PaperResult thresholdNoise(double mean, int copies, double... positions) {
    return ThresholdNoise.run(mean, copies, positions);
  }

  /**
   * What many checks do to one batch, exactly: random Pauli strings, with predictions that are
   * right, and with predictions that miss by so much.
   *
   * @param state one copy, of 1 or 2 qubits
   * @param miss of a mean, above 0 and below 0.6, where checks alarm
   */
  public static PaperResult repeatedChecks(
      Circuit state, int checks, double miss, long seed, int... copies) {
    return RepeatedChecks.run(state, checks, miss, seed, copies);
  }

  /** Collapse: one component after the other measured on the same copies; exact. */
  public static PaperResult reusedCopies(Evaluation evaluation) {
    return ReusedCopies.run(evaluation);
  }

  /** The classical price of a hypothesis, measured: {@code 4^n} a gate, {@code 8^n} an update. */
  public static PaperResult hypothesisCost(int from, int to) {
    return HypothesisCost.run(from, to);
  }

  /**
   * Why the copies do not grow with M: how often a hypothesis is wrong about all {@code 4^n - 1}
   * Pauli values of a state, by three rules of correction, against the bound.
   *
   * @param largest number of qubits, 1 to 5
   * @param epsilon largest error of a value
   * @param states random states a size
   */
  public static PaperResult mistakes(int largest, double epsilon, int states, long seed) {
    return LearningMistakes.run(largest, epsilon, states, seed);
  }

  /** Beyond the paper, ours: success with batches of fractions of the size that the proof wants. */
  public static PaperResult smallBatches(
      List<Evaluation> models, double epsilon, double... fractions) {
    return SmallBatches.run(models, epsilon, fractions);
  }

  /** Beyond the paper, ours: hypotheses of low rank, rank 0 for the full one, on the same model. */
  public static PaperResult lowRankHypothesis(Evaluation model, double epsilon, int... ranks) {
    return LowRank.run(model, epsilon, ranks);
  }

  /** Copies to find the string P of {@code (I + 0.9 P) / 2^n}, by pairs and by single copies. */
  public static HiddenPauli hiddenPauli() {
    return HiddenPauli.standard();
  }

  /**
   * A random state of the experiment {@link #signedPaulis}: a graph state with each qubit tilted a
   * little, which has large values of both signs for many Pauli strings.
   */
  public static Circuit tiltedGraphState(int qubits, long seed) {
    if (qubits < 1) {
      throw new IllegalArgumentException(
          "tiltedGraphState: " + qubits + " qubits; at least 1 is needed");
    }
    return TiltedGraphState.random(qubits, new Seed(seed)).circuit();
  }

  /** Copies for all {@code 4^n} Pauli values of a random state, with signs, by four methods. */
  public static SignedPaulis signedPaulis() {
    return SignedPaulis.standard();
  }
}
