package org.backshadow.gradient;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.backshadow.circuit.Circuit;
import org.backshadow.circuit.Operation;
import org.backshadow.circuit.propagation.PauliPropagation;
import org.backshadow.estimate.Moments;
import org.backshadow.gradient.Model.Occurrence;
import org.backshadow.measure.Copies;
import org.backshadow.measure.coherent.WeakBatch;
import org.backshadow.measure.simulated.BatchMemory;
import org.backshadow.pauli.PauliString;
import org.backshadow.pauli.PauliSum;
import org.backshadow.resources.Seed;

/**
 * The whole gradient from the same copies, read weakly: every component in turn, with noise so
 * large that the readings after it are hardly disturbed. No hypothesis state, and nothing
 * exponential to compute.
 *
 * <p><b>Formula</b>: on copies of {@code (|0> psi + |1> O psi) / sqrt(2)}, taken back gate by gate,
 * {@code dF/da = -2 sum_l c_l <Y (x) P_l>} behind the gate whose generator is {@code sum_l c_l
 * P_l}. Each mean over a batch is read with added noise s a copy. R readings in turn leave the
 * variance {@code 1 - <A>^2 + s^2 + sum_i C_i^2 / (4 s^2)} a copy, where {@code |C_i| <= 2} are
 * expectation values of commutators with the earlier ones: with {@code s^2} of the size of {@code
 * sqrt(R)} the copies grow as {@code sqrt(M)}.
 *
 * <p><b>Cost</b>: {@value #BATCHES} batches for each term of the observable, {@code n + 1} qubits a
 * copy, a whole batch coherent at once; each copy runs the circuit forwards and, once, back.
 * <b>Error</b>: from the scatter of the batches, which holds the noise and every disturbance; its
 * intervals are Student's.
 *
 * <p><b>Where it does not help</b>: it needs coherent memory for a batch, where {@code
 * hadamardTest()} needs one copy. For typical states it gains over that from a few components on;
 * for the worst, whose commutators are all as large as they can be, from some tens.
 *
 * <p>Simulated in the Gaussian limit of many copies, up to 9 qubits; the deviation from it is of
 * the order of one over the copies of a batch.
 *
 * <p><b>Source</b>: of the kind of arXiv:2411.01420; the variance above is our own derivation.
 *
 * <pre>{@code
 * var f = expectation(circuit(1).rx(0, param("a")).ry(0, param("b")), pauliSum("Z"));
 * f.at(0.4, 0.9).gradient(weakReadout().copies(40_000).seed(7)).values() // [-0.2377, -0.7229]
 * }</pre>
 *
 * @param batch copies in each of the {@value #BATCHES} batches; 0 leaves it open
 * @param noise s; 0 for {@code s^2 = sqrt(R) / 4}: about twice the least variance for the worst
 *     state; for random states of 3 qubits a quarter more than their best
 * @param seed of the outcomes
 */
public record WeakReadout(long batch, double noise, long seed) implements SampledGradient {
  static final int BATCHES = 20;

  /** As many copies of each term's state, rounded down to whole batches. */
  public WeakReadout copies(long copies) {
    if (copies < BATCHES) {
      throw new IllegalArgumentException(
          "weakReadout: %d copies; at least %d are needed, one for each batch"
              .formatted(copies, BATCHES));
    }
    return new WeakReadout(copies / BATCHES, noise, seed);
  }

  /** The standard deviation that a reading adds for one copy. */
  public WeakReadout noise(double noise) {
    if (!(noise > 0) || noise == Double.POSITIVE_INFINITY) {
      throw new IllegalArgumentException(
          "weakReadout: noise " + noise + "; it must be positive and finite");
    }
    return new WeakReadout(batch, noise, seed);
  }

  /** The same method with another seed. */
  public WeakReadout seed(long seed) {
    return new WeakReadout(batch, noise, seed);
  }

  @Override
  public String name() {
    return "weakReadout";
  }

  @Override
  public void requireApplicable(Model model) {
    Circuit.requireUnitary(
        model.circuit(), name(), "batches are of pure states; use parameterShift()");
    int most = BatchMemory.MAX_WEAK_QUBITS - 1;
    if (model.circuit().qubits() > most) {
      throw new IllegalArgumentException(
          "weakReadout: simulated up to %d qubits, not %d: the covariance of a batch has 32 * 4^(n + 1) bytes; use hadamardTest()"
              .formatted(most, model.circuit().qubits()));
    }
  }

  @Override
  public SampledGradient within(Model model, long copies) {
    if (batch != Shots.OPEN) {
      return this;
    }
    long once = (long) BATCHES * terms(model).size();
    return new WeakReadout(Shots.within(name(), once, copies), noise, seed);
  }

  @Override
  public SampledGradient atShots(long each) {
    return batch == Shots.OPEN ? copies(Math.max(BATCHES, each)) : this;
  }

  /**
   * Settings that are enough for the worst state, in the Gaussian limit of many copies: there a
   * mean's variance a copy is at most {@code V = 1 + s^2 + R / s^2}, whatever the state, and least
   * with {@code s^2 = sqrt(R)}. With f the sum of a component's factors {@code |2 c_l|} it takes
   * {@code 2 V f^2 ln(2M/delta) / epsilon^2} copies for a Pauli observable, and each term's {@code
   * c^2} for a sum. A noise that is set stays.
   */
  @Override
  public WeakReadout guaranteeing(Model model, double epsilon, double delta) {
    Hoeffding.requirePromise(epsilon, delta);
    Circuit circuit = model.bound();
    double[] factors = new double[model.theta().length];
    for (Occurrence occurrence : model.occurrences()) {
      double strings = 0;
      for (PauliSum.Term string : generator(circuit, occurrence).terms()) {
        strings += 2 * Math.abs(string.coefficient());
      }
      double factor = strings;
      occurrence.weights().forEach((k, weight) -> factors[k] += factor * Math.abs(weight));
    }
    double squares = 0;
    for (PauliSum.Term term : terms(model)) {
      squares += term.coefficient() * term.coefficient();
    }
    double largest = Arrays.stream(factors).max().orElse(0);
    int readings = Math.max(1, readings(model));
    double s = noise > 0 ? noise : StrictMath.pow(readings, 0.25);
    double variance = 1 + s * s + readings / (s * s);
    double log = StrictMath.log(2.0 * Math.max(1, factors.length) / delta);
    double copies = 2 * variance * largest * largest * squares * log / (epsilon * epsilon);
    return new WeakReadout(Math.max(1, (long) Math.ceil(copies / BATCHES)), s, seed);
  }

  /** The readings of each copy. */
  private static int readings(Model model) {
    Circuit circuit = model.bound();
    int readings = 0;
    for (Occurrence occurrence : model.occurrences()) {
      readings += generator(circuit, occurrence).terms().size();
    }
    return readings;
  }

  private static List<PauliSum.Term> terms(Model model) {
    return model.occurrences().isEmpty() ? List.of() : model.observable().traceless().terms();
  }

  @Override
  public Components differentiate(Model model, Copies copies, Seed seed) {
    Circuit circuit = model.bound();
    List<Occurrence> occurrences = model.occurrences();
    double s = noise > 0 ? noise : 0.5 * StrictMath.pow(readings(model), 0.25);
    long each = batch == Shots.OPEN ? Shots.orDefault(batch) / BATCHES : batch;
    double[][] sums = new double[BATCHES][model.theta().length];
    for (PauliSum.Term term : terms(model)) {
      int ancilla = circuit.qubits();
      Circuit doubled =
          Circuit.of(ancilla + 1)
              .h(ancilla)
              .then(circuit.widened(ancilla + 1))
              .then(HadamardTest.controlled(term.string(), ancilla));
      WeakBatch batches = copies.prepare(doubled).weakBatches(BATCHES, each);
      int gate = circuit.size();
      for (int o = occurrences.size() - 1; o >= 0; o--) {
        Occurrence occurrence = occurrences.get(o);
        for (; gate > occurrence.gate() + 1; gate--) {
          Operation last = circuit.operations().get(gate - 1);
          batches.apply(last.inverse());
        }
        for (PauliSum.Term string : generator(circuit, occurrence).terms()) {
          double factor = -2 * term.coefficient() * string.coefficient();
          double[] means = batches.read(withAncilla(string.string()), s);
          add(sums, occurrence, factor, means);
        }
      }
    }
    return components(sums, model.theta().length, each, s);
  }

  private static PauliSum generator(Circuit circuit, Occurrence occurrence) {
    return PauliPropagation.generator(
        circuit.operations().get(occurrence.gate()), occurrence.angle(), circuit.qubits());
  }

  /** The string with Y on the ancilla. */
  private static PauliString withAncilla(PauliString string) {
    return new PauliString(string.qubits() + 1, string.x() << 1 | 1, string.z() << 1 | 1);
  }

  private static void add(double[][] sums, Occurrence occurrence, double factor, double[] means) {
    for (int b = 0; b < means.length; b++) {
      double[] sum = sums[b];
      double mean = means[b];
      occurrence.weights().forEach((k, weight) -> sum[k] += factor * weight * mean);
    }
  }

  private static Components components(double[][] sums, int parameters, long each, double s) {
    double[] values = new double[parameters];
    double[] errors = new double[parameters];
    for (int k = 0; k < parameters; k++) {
      var moments = new Moments();
      for (double[] sum : sums) {
        moments.add(sum[k], 1);
      }
      values[k] = moments.mean();
      errors[k] = Math.sqrt(moments.variance() / sums.length);
    }
    String note =
        String.format(
            Locale.ROOT,
            "%d batches of %,d copies, noise %.3g a copy, Gaussian limit",
            BATCHES,
            each,
            s);
    return new Components(values, errors, sums.length - 1, note);
  }
}
