package org.backshadow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.backshadow.Backshadow.*;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.DoubleConsumer;
import org.backshadow.gradient.Expectation;
import org.backshadow.gradient.Gradients;
import org.backshadow.pauli.PauliString;
import org.backshadow.pauli.PauliSum;
import org.backshadow.testing.Samples;
import org.ejml.simple.SimpleMatrix;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.Table;

/**
 * What is not a number is refused where it comes in, with its place; {@code InvalidArgumentsTest}
 * does so for every call. What goes in finite comes out finite.
 */
class NotFiniteTest {
  private static final double[] WRONG = {
    Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY
  };

  @Test
  void nothing_that_is_not_finite_comes_in() {
    var circuit = circuit(2).ry(0, param("a")).cx(0, 1).ry(1, param("b"));
    var f = expectation(circuit, pauliSum("ZZ"));
    Map<String, DoubleConsumer> doors = new LinkedHashMap<>();
    doors.put("theta[1]", x -> f.at(0.1, x));
    doors.put("bind", x -> circuit.bind(0.1, x));
    doors.put("by name", x -> f.at(Map.of("a", 0.1, "b", x)));
    doors.put("radians", x -> circuit.rx(0, x));
    doors.put("coefficient of XY", x -> new PauliSum.Term(x, PauliString.of("XY")));
    doors.put("factor", x -> pauliSum("ZZ").times(x));
    doors.put("p is", x -> circuit.depolarize(0, x));
    doors.put("epsilon", x -> quantumBackprop().epsilon(x));
    doors.put("delta", x -> quantumBackprop().delta(x));
    doors.put("tolerance", x -> minimize(f).tolerance(x));
    doors.put("confidence", x -> f.at(0.1, 0.2).shots(10).interval(x));
    doors.put("step", x -> finiteDifference().step(x));
    doors.put("matrix", x -> circuit.unitary(matrix(x), 0));
    doors.put("row 1", x -> loss(f, Table.create(DoubleColumn.create("y", 1, x))).target("y"));

    doors.forEach(
        (place, door) -> {
          for (double wrong : WRONG) {
            assertThatIllegalArgumentException()
                .as("%s = %s", place, wrong)
                .isThrownBy(() -> door.accept(wrong));
          }
        });
    for (double wrong : WRONG) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> f.at(0.1, wrong))
          .withMessageContaining("theta[1] is " + wrong);
      assertThatIllegalArgumentException()
          .isThrownBy(() -> new PauliSum.Term(wrong, PauliString.of("XY")))
          .withMessageContaining("the coefficient of XY is " + wrong);
    }
  }

  private static SimpleMatrix matrix(double corner) {
    return new SimpleMatrix(new double[][] {{1, 0}, {0, corner}});
  }

  @Test
  void nothing_that_is_not_finite_comes_out() {
    for (int seed = 0; seed < 100; seed++) {
      Samples samples = Samples.of(seed);
      var circuit = samples.circuit(Samples.Shape.of(3, 12));
      var f = Expectation.of(circuit, pauliSum("ZZI - 0.3*XIY + IYI"));
      var at = f.at(samples.angles(f.parameters().size()));

      assertThat(at.value()).isFinite();
      assertThat(state(circuit, at.model().theta()).probabilities().values()).doesNotContain(WRONG);
      assertThat(at.gradient().values()).doesNotContain(WRONG);
      var sampled = at.gradient(Gradients.parameterShift().shots(2));
      assertThat(sampled.values()).doesNotContain(WRONG);
      assertThat(sampled.standardErrors()).doesNotContain(WRONG);
      assertThat(at.shots(2).standardError()).isFinite();
    }
  }
}
