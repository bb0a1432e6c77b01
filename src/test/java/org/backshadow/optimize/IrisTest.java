package org.backshadow.optimize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.backshadow.circuit.Angle;
import org.backshadow.circuit.Circuit;
import org.backshadow.dataset.Datasets;
import org.backshadow.gradient.Expectation;
import org.backshadow.pauli.PauliSum;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.Table;

/**
 * Two species of iris told apart by 4 qubits and 24 angles, against the figures of an independent
 * numpy program whose gates are {@code exp(-i theta P)}: its theta is half of ours, its rate a
 * quarter. It prints the losses before the first and before the 60th step.
 */
class IrisTest {
  static final String[] COLUMNS = {"sepal_length", "sepal_width", "petal_length", "petal_width"};

  static Expectation classifier() {
    Circuit circuit = Circuit.of(4);
    for (int q = 0; q < 4; q++) {
      circuit = circuit.ry(q, Angle.parameter("x" + q));
    }
    String[] layer = {
      "YIII", "IYII", "IIYI", "IIIY", "XIII", "IXII", "IIXI", "IIIX", "ZZII", "IZZI", "IIZZ", "ZIIZ"
    };
    for (int k = 0; k < 2 * layer.length; k++) {
      circuit = circuit.pauliRotation(layer[k % layer.length], Angle.parameter("w" + k));
    }
    return Expectation.of(circuit, PauliSum.parse("ZIII"));
  }

  static DataLoss loss(int plus, int minus) {
    Table iris = Datasets.iris();
    Table two =
        iris.where(
            iris.intColumn("label").isEqualTo(plus).or(iris.intColumn("label").isEqualTo(minus)));
    return DataLoss.of(classifier(), Datasets.angles(two, 0, Math.PI / 2, COLUMNS))
        .features("x", COLUMNS)
        .label("label", plus, minus);
  }

  static double[] start() {
    double[] w = new double[24];
    Arrays.fill(w, 2 * 0.1);
    return w;
  }

  private static void trains(
      DataLoss loss, double first, double right, double last, double rightAtLast) {
    Training training =
        Minimization.of(loss).from(start()).gradientDescent(4 * 0.2).steps(60).run();

    Training.Point before60 = training.points().get(59);
    assertThat(training.points().get(0).loss()).isCloseTo(first, within(1e-9));
    assertThat(loss.value(start())).isCloseTo(first, within(1e-9));
    assertThat(loss.accuracy(start())).isEqualTo(right);
    assertThat(before60.loss()).isCloseTo(last, within(1e-9));
    assertThat(loss.accuracy(before60.theta())).isEqualTo(rightAtLast);
  }

  @Test
  void setosa_and_versicolor_are_told_apart() {
    trains(loss(0, 1), 0.8484725944594987, 0.61, 0.26550338359388714, 1);
  }

  @Test
  void versicolor_and_virginica_overlap() {
    trains(loss(1, 2), 0.9588762702422765, 0.6, 0.4701465909637397, 0.94);
  }
}
