package org.backshadow.gradient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.apache.commons.math3.stat.regression.SimpleRegression;
import org.backshadow.circuit.Angle;
import org.backshadow.circuit.Circuit;
import org.backshadow.circuit.Operation;
import org.backshadow.circuit.ansatz.Ansatz;
import org.backshadow.circuit.propagation.PauliPropagation;
import org.backshadow.gradient.Model.Occurrence;
import org.backshadow.pauli.PauliString;
import org.backshadow.pauli.PauliSum;
import org.backshadow.resources.Seed;
import org.backshadow.state.Simulator;
import org.backshadow.testing.NaiveMatrix;
import org.backshadow.testing.Samples;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class WeakReadoutTest implements GradientMethodContract {
  @Override
  public WeakReadout method() {
    return Gradients.weakReadout();
  }

  @Override
  public long accurateShots() {
    return 20_000;
  }

  @Override
  public long independentValues() {
    return WeakReadout.BATCHES;
  }

  @Override
  public SampledGradient quick() {
    return method().copies(1000);
  }

  @Override
  public SampledGradient seeded(SampledGradient method, long seed) {
    return ((WeakReadout) method).seed(seed);
  }

  /**
   * It goes back as it was told from the state that the door prepared: by a simulation of each
   * copy, term by term.
   */
  @Override
  public double[] targetUnderLie(Model model, Circuit lie) {
    double[] target = new double[model.theta().length];
    Circuit circuit = model.bound();
    int n = circuit.qubits();
    for (PauliSum.Term term : model.observable().terms()) {
      if (term.string().isIdentity()) {
        continue;
      }
      Circuit doubled =
          Circuit.of(n + 1)
              .h(n)
              .then(circuit.widened(n + 1))
              .then(HadamardTest.controlled(term.string(), n))
              .then(lie.widened(n + 1));
      for (Occurrence occurrence : model.occurrences()) {
        Circuit back = doubled;
        List<Operation> operations = circuit.operations();
        for (int gate = circuit.size() - 1; gate > occurrence.gate(); gate--) {
          back = back.then(operations.get(gate).inverse());
        }
        var state = Simulator.run(back);
        Operation own = operations.get(occurrence.gate());
        for (PauliSum.Term g : PauliPropagation.generator(own, occurrence.angle(), n).terms()) {
          var read = new PauliString(n + 1, g.string().x() << 1 | 1, g.string().z() << 1 | 1);
          double value =
              -2 * term.coefficient() * g.coefficient() * state.expectation(PauliSum.of(read));
          occurrence.weights().forEach((k, weight) -> target[k] += weight * value);
        }
      }
    }
    return target;
  }

  @Override
  public long circuits(Model model) {
    return 3;
  }

  @Override
  public long copies(Model model) {
    return 3 * 20_000;
  }

  @Test
  void exact_values_give_the_exact_gradient() {
    GradientMethodContract.exact(accurate(), Targets::gradient);
  }

  @Test
  void a_batch_is_coherent_and_the_note_says_its_size() {
    Model model = GradientMethodContract.plain();
    var gradient =
        Expectation.of(model.circuit(), model.observable())
            .at(model.theta())
            .gradient(method().copies(999).noise(2));

    assertThat(gradient.cost().qubits()).isEqualTo(49 * 3);
    assertThat(gradient.cost().copies()).isEqualTo(3 * 20 * 49);
    assertThat(gradient.note())
        .isEqualTo("20 batches of 49 copies, noise 2.00 a copy, Gaussian limit");
  }

  @Test
  void wrong_numbers_are_refused() {
    assertThatThrownBy(() -> method().copies(19))
        .hasMessage("weakReadout: 19 copies; at least 20 are needed, one for each batch");
    assertThatThrownBy(() -> method().noise(0))
        .hasMessage("weakReadout: noise 0.0; it must be positive and finite");
    var large = Expectation.of(Ansatz.commutingGenerators(10, 3), PauliSum.parse("ZIIIIIIIII"));
    assertThatThrownBy(() -> large.at(0, 0, 0).gradient(method()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "weakReadout: simulated up to 9 qubits, not 10: the covariance of a batch has 32 * 4^(n"
                + " + 1) bytes; use hadamardTest()");
  }

  /**
   * All X rotations at 0 and a Y rotation in front, which is read last: each commutator is as large
   * as it can be, so that the variance is what is promised but for 1 / s^2.
   */
  @Test
  void the_promise_is_tight_for_the_worst_state() {
    Circuit circuit = Circuit.of(1).ry(0, Angle.parameter("t0"));
    for (int k = 1; k <= 16; k++) {
      circuit = circuit.rx(0, Angle.parameter("t" + k));
    }
    var model = new Model(circuit, PauliSum.parse("Z"), new double[17]);
    double epsilon = 0.1;

    WeakReadout promised = method().guaranteeing(model, epsilon, 0.1);

    double squares = 0;
    int repeats = 400;
    for (int repeat = 0; repeat < repeats; repeat++) {
      double[] values =
          promised.differentiate(model, GradientMethodContract.door(repeat), new Seed(0)).values();
      squares += values[0] * values[0] / repeats;
    }
    double noise = Math.sqrt(17);
    double variance = squares * promised.batch() * WeakReadout.BATCHES;
    assertThat(promised.noise() * promised.noise()).isCloseTo(noise, within(1e-12));
    // five standard errors of a variance from 400 runs
    assertThat(variance / (1 + noise + 16 / noise)).isCloseTo(1, within(5 * Math.sqrt(2.0 / 400)));
    double copies = 2 * (1 + 2 * noise) * Math.log(340) / (epsilon * epsilon);
    assertThat((double) promised.batch()).isEqualTo(Math.ceil(copies / WeakReadout.BATCHES));
  }

  /** Coefficients, shared parameters and a noise of one's own: f^2 = 9, sum c^2 = 5. */
  @Test
  void the_promise_counts_coefficients_and_shared_parameters() {
    Angle shared = Angle.parameter("a");
    Circuit circuit = Circuit.of(1).ry(0, shared).rx(0, shared.times(2));
    var model = new Model(circuit, PauliSum.parse("2*Z + X"), new double[1]);

    WeakReadout promised = method().noise(2).guaranteeing(model, 0.5, 0.2);

    double copies = 2 * (1 + 4 + 2 / 4.0) * 9 * 5 * Math.log(10) / 0.25;
    assertThat((double) promised.batch()).isEqualTo(Math.ceil(copies / WeakReadout.BATCHES));
    assertThat(promised.noise()).isEqualTo(2);
  }

  /**
   * Random rotations of weight up to 2 on a random input, with the best noise for them: copies for
   * the largest error 0.2 of dF/da, whose reference is 225, 454, 1018 for M = 16, 64, 256. An error
   * of the simulation is exactly proportional to 1/sqrt(copies), so one size gives the copies for
   * all. The source's law is {@code sqrt(M) ln M}: over {@code ln(2M / 0.1)}, the union bound's
   * logarithm for all M components together, the copies grow with the exponent 0.48, and 0.61 with
   * the logarithm left in. What the readings add to a single copy's variance grows with 0.49.
   */
  @Test
  @Tag("full")
  void copies_grow_as_the_square_root_of_the_parameters() {
    double[] parameters = {16, 64, 256, 1024};
    double[] copies = new double[parameters.length];
    double[] perLogarithm = new double[parameters.length];
    double[] added = new double[parameters.length];
    for (int i = 0; i < parameters.length; i++) {
      int m = (int) parameters[i];
      int repeats = m > 256 ? 8 : 24;
      double largest = 0;
      for (int repeat = 0; repeat < repeats; repeat++) {
        Model model = rotations(Samples.of(100L * m + repeat), m, repeat);
        double[] values =
            method()
                .copies(1000)
                .noise(Math.sqrt(Math.sqrt(m) / 8))
                .differentiate(model, GradientMethodContract.door(repeat), new Seed(0))
                .values();
        double[] exact = Targets.gradient(model);
        double worst = 0;
        for (int k = 0; k < exact.length; k++) {
          double error = Math.abs(values[k] - exact[k]);
          worst = Math.max(worst, error);
          added[i] += (1000 * error * error - 1 + exact[k] * exact[k]) / (m * repeats);
        }
        largest += worst / repeats;
      }
      copies[i] = 1000 * Math.pow(largest / 0.2, 2);
      perLogarithm[i] = copies[i] / Math.log(2 * m / 0.1);
    }

    assertThat(exponent(parameters, perLogarithm)).isBetween(0.4, 0.6);
    assertThat(exponent(parameters, added)).isBetween(0.4, 0.6);
    assertThat(copies[0]).isBetween(150.0, 300.0);
    assertThat(copies[1]).isBetween(350.0, 600.0);
    assertThat(copies[2]).isBetween(800.0, 1300.0);
  }

  private static Model rotations(Samples samples, int parameters, long seed) {
    double[] re = new double[8];
    double[] im = new double[8];
    NaiveMatrix input = samples.state(3);
    double[] theta = new double[parameters];
    for (int i = 0; i < 8; i++) {
      re[i] = input.re(i, 0);
      im[i] = input.im(i, 0);
    }
    for (int k = 0; k < parameters; k++) {
      theta[k] = samples.angle() / Math.PI;
    }
    return new Model(
        Ansatz.statePreparation(re, im).then(Ansatz.randomPauliRotations(3, parameters, 2, seed)),
        PauliSum.parse("ZZZ"),
        theta);
  }

  /** The slope of a straight line through the logarithms. */
  private static double exponent(double[] x, double[] y) {
    var regression = new SimpleRegression();
    for (int i = 0; i < x.length; i++) {
      regression.addData(Math.log(x[i]), Math.log(y[i]));
    }
    return regression.getSlope();
  }
}
