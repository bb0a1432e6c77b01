package org.backshadow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.backshadow.circuit.Angle;
import org.backshadow.circuit.Circuit;
import org.backshadow.circuit.ansatz.Ansatz;
import org.backshadow.experiment.Measure;
import org.backshadow.experiment.Scaling;
import org.backshadow.gradient.Evaluation;
import org.backshadow.gradient.Expectation;
import org.backshadow.gradient.GradientMethod;
import org.backshadow.gradient.Gradients;
import org.backshadow.optimize.DataLoss;
import org.backshadow.optimize.Minimization;
import org.backshadow.optimize.Training;
import org.backshadow.pauli.Hamiltonians;
import org.backshadow.pauli.PauliSum;
import org.backshadow.state.engine.RowsOfThisMachine;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.Table;

/**
 * The same seed gives the same bits on every JDK, for every number of threads, on vectors of eight
 * and without vectors: values as hexadecimal doubles in golden.txt. A change of seeded outcomes is
 * allowed, with a line in the changelog; the failure prints the new file.
 */
class SeedGoldenTest {
  @Test
  void seeded_values_have_their_golden_bits() throws IOException {
    assumeTrue(RowsOfThisMachine.areThoseOfPlainLoops());
    var golden = new LinkedHashMap<String, String>();
    for (GradientMethod method :
        new GradientMethod[] {
          Gradients.adjoint(),
          Gradients.parameterShift().shots(100).seed(1),
          Gradients.hadamardTest().shots(100).seed(2),
          Gradients.finiteDifference().shots(100).seed(3),
          Gradients.spsa().directions(50).seed(4),
          Gradients.classicalShadow().snapshots(500).seed(5),
          Gradients.quantumBackprop().epsilon(0.2).seed(8),
          Gradients.commutingBlocks().shots(100).seed(8),
          Gradients.weakReadout().copies(200).seed(9)
        }) {
      golden.put(method.name(), hex(model().gradient(method).values()));
    }
    golden.put("shots", hex(model().shots(1000).seed(6).value()));
    golden.put("training", hex(training(1).theta()));
    golden.put("scaling", scaling(1));

    assertThat(hex(training(2).theta())).isEqualTo(golden.get("training"));

    assertThat(scaling(2)).isEqualTo(golden.get("scaling"));
    String lines = lines(golden);
    assertThat(lines).as("golden.txt should be:%n%s", lines).isEqualTo(stored());
  }

  private static Training training(int threads) {
    var circuit = Circuit.of(2).ry(0, Angle.parameter("x")).cx(0, 1).ry(1, Angle.parameter("w"));
    var table =
        Table.create(
            "t",
            DoubleColumn.create("x", 0.1, 0.5, 2.1, 2.9),
            IntColumn.create("class", 0, 0, 1, 1));
    var loss =
        DataLoss.of(Expectation.of(circuit, PauliSum.parse("IZ")), table)
            .label("class", 0, 1)
            .batch(3);
    return Minimization.of(loss)
        .from(1.0)
        .gradient(Gradients.parameterShift().shots(20))
        .steps(5)
        .seed(9)
        .threads(threads)
        .run();
  }

  private static Evaluation model() {
    double[] theta = new double[16];
    Arrays.setAll(theta, k -> 0.1 * k - 0.7);
    return Expectation.of(Ansatz.hardwareEfficient(4, 2), Hamiltonians.hydrogen(0.7414)).at(theta);
  }

  private static String scaling(int threads) {
    var results =
        Scaling.over("parameters", 8, 16, 32)
            .repeats(6)
            .seed(7)
            .threads(threads)
            .model(
                m ->
                    Expectation.of(
                        Ansatz.randomPauliRotations(3, m, 2, 1),
                        Hamiltonians.transverseFieldIsing(3, 1, 0.5)))
            .methods(Gradients.parameterShift(), Gradients.spsa())
            .measure(new Measure.ForError(Measure.Spending.COPIES, 0.5))
            .run();
    return hex(results.points().stream().mapToDouble(p -> p.value() + p.high()).toArray());
  }

  private static String hex(double... values) {
    return Arrays.stream(values).mapToObj(Double::toHexString).collect(Collectors.joining(" "));
  }

  private static String lines(Map<String, String> golden) {
    return golden.entrySet().stream()
        .map(e -> e.getKey() + ": " + e.getValue() + "\n")
        .collect(Collectors.joining());
  }

  private static String stored() throws IOException {
    try (var in = SeedGoldenTest.class.getResourceAsStream("golden.txt")) {
      return in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
