package org.backshadow.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.apache.commons.math3.stat.regression.SimpleRegression;
import org.backshadow.circuit.Angle;
import org.backshadow.circuit.Circuit;
import org.backshadow.circuit.ansatz.Ansatz;
import org.backshadow.gradient.Expectation;
import org.backshadow.gradient.Gradients;
import org.backshadow.pauli.PauliString;
import org.backshadow.pauli.PauliSum;
import org.backshadow.testing.NaiveMatrix;
import org.backshadow.testing.Samples;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The paper's statement: copies grow like log^2 M and gates like M log^2 M, until M^2 is beaten.
 */
class BackpropScalingTest {
  private static Expectation model(int rotations) {
    Samples samples = Samples.of(10L * rotations);
    NaiveMatrix psi = samples.state(2);
    double[] re = {psi.re(0, 0), psi.re(1, 0), psi.re(2, 0), psi.re(3, 0)};
    double[] im = {psi.im(0, 0), psi.im(1, 0), psi.im(2, 0), psi.im(3, 0)};
    Circuit circuit = Ansatz.statePreparation(re, im);
    for (int k = 0; k < rotations; k++) {
      PauliString string;
      do {
        string = samples.pauliString(2);
      } while (string.isIdentity());
      circuit = circuit.pauliRotation(string, Angle.parameter("t" + k));
    }
    return Expectation.of(circuit, PauliSum.parse("ZZ"));
  }

  private static ScalingResults run(int threads, int... sizes) {
    return Scaling.over("parameters", sizes)
        .repeats(3)
        .seed(1)
        .threads(threads)
        .model(BackpropScalingTest::model)
        .angles((m, random) -> random.gaussians(m, 0.6 * Math.sqrt(16.0 / m)))
        .methods(
            Gradients.quantumBackprop(),
            Gradients.weakReadout(),
            Gradients.parameterShift(),
            Gradients.adjoint())
        .measure(new Measure.ForGuarantee(Measure.Spending.GATES, 0.2, 0.1))
        .run();
  }

  private static List<ScalingPoint> of(ScalingResults results, String method) {
    return results.points().stream().filter(p -> p.method().equals(method)).toList();
  }

  @Test
  void small_sizes_repeat_on_one_and_two_threads() {
    ScalingResults one = run(1, 8, 16, 32);

    assertThat(run(2, 8, 16, 32).points()).isEqualTo(one.points());
    assertThat(of(one, "quantumBackprop")).hasSize(3);
    assertThat(of(one, "parameterShift").get(1).copies())
        .isEqualTo(32 * Math.ceil(Math.log(320) / 0.04));
  }

  /** Copies of the worst state: {@code 2 (1 + 2 sqrt(M)) ln(2M / delta) / epsilon^2}. */
  @Test
  void weak_readout_takes_the_copies_of_its_formula() {
    ScalingPoint point = of(run(2, 16, 32, 64), "weakReadout").get(0);

    double needed = 2 * 9 * Math.log(320) / 0.04;
    assertThat(point.copies()).isBetween(needed, needed + 20);
  }

  /** Constants and exponents of the prototype: 0.26 in copies, 1.22 in gates, 2.12 for shifts. */
  @Test
  @Tag("full")
  void copies_and_gates_grow_as_the_paper_says() {
    long start = System.nanoTime();
    ScalingResults results = run(2, 16, 64, 256, 1024, 4096);

    var copies = new SimpleRegression();
    for (ScalingPoint point : of(results, "quantumBackprop")) {
      copies.addData(Math.log(point.size()), Math.log(point.copies()));
    }
    assertThat(copies.getSlope()).isCloseTo(0.26, within(0.1));
    assertThat(results.fit("quantumBackprop").exponent().value()).isCloseTo(1.2, within(0.1));
    assertThat(results.fit("parameterShift").exponent().value()).isCloseTo(2.1, within(0.1));
    assertThat(results.fit("adjoint").exponent().value()).isCloseTo(1.0, within(0.05));
    assertThat(results.crossover("quantumBackprop", "parameterShift").orElseThrow())
        .isBetween(150.0, 800.0);
    // promised for the worst state, whose copies grow as sqrt(M) log M
    assertThat(results.fit("weakReadout").exponent().value()).isCloseTo(1.6, within(0.1));
    assertThat(results.crossover("weakReadout", "parameterShift").orElseThrow())
        .isBetween(350.0, 550.0);
    assertThat(results.crossover("quantumBackprop", "weakReadout").orElseThrow())
        .isBetween(700.0, 3000.0);
    assertThat(results.methods())
        .containsExactly("forward", "quantumBackprop", "weakReadout", "parameterShift", "adjoint");
    assertThat((System.nanoTime() - start) / 1e9).isLessThan(300);
  }
}
