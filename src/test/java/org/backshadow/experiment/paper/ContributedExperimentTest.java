package org.backshadow.experiment.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.lang.invoke.MethodHandles;
import org.backshadow.circuit.Circuit;
import org.backshadow.circuit.ansatz.Ansatz;
import org.backshadow.experiment.fit.Law;
import org.backshadow.experiment.sweep.SweepResults;
import org.backshadow.pauli.PauliSum;
import org.backshadow.resources.Seed;
import org.backshadow.testing.Contribution;
import org.backshadow.testing.NaiveMatrix;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The experiment in one file that CONTRIBUTING.md shows. */
class ContributedExperimentTest {
  private static Contribution file;
  private static Class<?> type;

  @BeforeAll
  static void define() throws Exception {
    file = Contribution.of("org.backshadow.experiment.paper.FadingGradient");
    type = file.define(MethodHandles.lookup());
  }

  @Test
  void its_example_runs() throws Exception {
    assertThat(file.faults()).isEmpty();
  }

  @Test
  void a_trial_is_the_squared_difference_of_naive_values() throws Exception {
    double h = 1e-5;
    for (int qubits : new int[] {2, 3}) {
      Circuit circuit = Ansatz.brickwork(qubits, 2 * qubits);
      int parameters = circuit.parameters().size();
      double[] theta = new Seed(qubits).random().doubles(parameters, 0, 2 * Math.PI).toArray();
      theta[parameters / 2] += h;
      double up = naive(circuit, theta);
      theta[parameters / 2] -= 2 * h;
      double slope = (up - naive(circuit, theta)) / (2 * h);

      assertThat(trial(qubits, new Seed(qubits))).isCloseTo(slope * slope, within(1e-8));
    }
  }

  private static double naive(Circuit circuit, double[] theta) {
    var observable = PauliSum.parse("ZZ" + "I".repeat(circuit.qubits() - 2));
    return NaiveMatrix.of(observable).expectation(NaiveMatrix.state(circuit.bind(theta)));
  }

  private static double trial(int qubits, Seed seed) throws Exception {
    Class<?> point = Class.forName(type.getName() + "$Point", false, type.getClassLoader());
    Object row =
        type.getDeclaredMethod("component", point, Seed.class)
            .invoke(null, point.getConstructor(int.class).newInstance(qubits), seed);
    return (double) row.getClass().getMethod("square").invoke(row);
  }

  /** 100 circuits a size: the base is known to a tenth, and 1/2 is what random states give. */
  @Test
  void the_variance_falls_by_about_a_half_with_each_qubit() throws Exception {
    var results =
        (SweepResults)
            type.getMethod("run", int.class, long.class, int[].class)
                .invoke(null, 100, 1L, new int[] {2, 3, 4, 5});

    var growth = results.fit("qubits", "square");

    assertThat(results.table().rowCount()).isEqualTo(400);
    assertThat(growth.nearest().law()).isEqualTo(Law.EXPONENTIAL);
    assertThat(growth.fit(Law.EXPONENTIAL).base().low()).isLessThan(0.6).isGreaterThan(0.35);
    assertThat(growth.fit(Law.EXPONENTIAL).base().high()).isLessThan(0.75);
  }
}
