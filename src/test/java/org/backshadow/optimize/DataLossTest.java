package org.backshadow.optimize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.backshadow.circuit.Angle;
import org.backshadow.circuit.Circuit;
import org.backshadow.dataset.Datasets;
import org.backshadow.gradient.Expectation;
import org.backshadow.gradient.GradientMethod;
import org.backshadow.gradient.Gradients;
import org.backshadow.gradient.LossTerm;
import org.backshadow.pauli.PauliSum;
import org.backshadow.resources.Seed;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

class DataLossTest {
  private static final double[] W = {0.3, -0.5, 0.9};

  /** F = cos(x + w0) cos(w1 + x w2) by hand: two rotated qubits and the product of their Zs. */
  private static Expectation model() {
    Angle x = Angle.parameter("x");
    Circuit circuit =
        Circuit.of(2)
            .ry(0, x.plus(Angle.parameter("w0")))
            .ry(1, Angle.parameter("w1").plus(x.times(Angle.parameter("w2"))));
    return Expectation.of(circuit, PauliSum.parse("ZZ"));
  }

  private static double byHand(double x, double[] w) {
    return Math.cos(x + w[0]) * Math.cos(w[1] + x * w[2]);
  }

  /** In the first row w2 stands at x = 0 and is in no gate. */
  private static final double[] X = {0, 0.4, -1.1, 2};

  private static final double[] Y = {1, -1, -1, 1};

  private static Table table() {
    return Table.create(
        "t",
        DoubleColumn.create("x", X),
        StringColumn.create("kind", "up", "down", "down", "up"),
        DoubleColumn.create("y", Y));
  }

  private static DataLoss loss() {
    return DataLoss.of(model(), table()).label("kind", "up", "down");
  }

  private static double lossByHand(double[] w) {
    double sum = 0;
    for (int row = 0; row < X.length; row++) {
      double miss = byHand(X[row], w) - Y[row];
      sum += miss * miss;
    }
    return sum / X.length;
  }

  private static double[] gradientByHand() {
    double[] gradient = new double[W.length];
    double h = 1e-6;
    for (int k = 0; k < W.length; k++) {
      double[] up = W.clone();
      double[] down = W.clone();
      up[k] += h;
      down[k] -= h;
      gradient[k] = (lossByHand(up) - lossByHand(down)) / (2 * h);
    }
    return gradient;
  }

  /** What a step of gradient descent saw. */
  private static double[] gradient(Minimization plan) {
    double rate = 1e-3;
    double[] next = plan.from(W).gradientDescent(rate).steps(1).run().theta();
    double[] gradient = new double[W.length];
    Arrays.setAll(gradient, k -> (W[k] - next[k]) / rate);
    return gradient;
  }

  @Test
  void parameters_called_like_a_column_are_data_and_the_others_are_trained() {
    assertThat(loss().parameters()).containsExactly("w0", "w1", "w2");
    assertThat(loss().toString())
        .isEqualTo(
            "L = mean (F - y)^2 over 4 rows; y: +1 where kind is up, -1 where down; data: x = x; 3"
                + " trained parameters");
  }

  @Test
  void value_and_exact_gradient_are_those_by_hand() {
    assertThat(loss().value(W)).isCloseTo(lossByHand(W), within(1e-13));
    assertThat(DataLoss.of(model(), table()).target("y").value(W))
        .isCloseTo(lossByHand(W), within(1e-13));
    assertThat(gradient(Minimization.of(loss()))).containsExactly(gradientByHand(), within(1e-8));
  }

  @Test
  void predictions_and_accuracy_follow_the_sign() {
    Table predictions = loss().predictions(W);

    assertThat(predictions.columnNames())
        .containsExactly("x", "kind", "y", "F (exact)", "predicted");
    int right = 0;
    for (int row = 0; row < X.length; row++) {
      double value = byHand(X[row], W);
      assertThat(predictions.doubleColumn("F (exact)").getDouble(row))
          .isCloseTo(value, within(1e-13));
      assertThat(predictions.stringColumn("predicted").get(row))
          .isEqualTo(value > 0 ? "up" : "down");
      right += value * Y[row] > 0 ? 1 : 0;
    }
    assertThat(loss().accuracy(W)).isEqualTo(right / 4.0);
    assertThat(DataLoss.of(model(), table()).target("y").predictions(W).columnNames())
        .doesNotContain("predicted");
  }

  /** The naive product from the same shots would be off by more than the bound here. */
  @Test
  void sampled_gradients_and_losses_have_the_exact_ones_as_their_mean() {
    int runs = 600;
    double[] exact = gradientByHand();
    double[] sum = new double[3];
    double[] squares = new double[3];
    double loss = 0;
    double lossSquares = 0;
    double claimed = 0;
    for (int seed = 0; seed < runs; seed++) {
      Training training =
          Minimization.of(loss())
              .from(W)
              .gradientDescent(1)
              .gradient(Gradients.parameterShift().shots(20))
              .lossShots(20)
              .steps(1)
              .seed(seed)
              .run();
      for (int k = 0; k < 3; k++) {
        double g = W[k] - training.theta()[k];
        sum[k] += g / runs;
        squares[k] += g * g / runs;
      }
      var seen = training.points().get(0).measured().orElseThrow();
      loss += seen.value() / runs;
      lossSquares += seen.value() * seen.value() / runs;
      claimed += seen.standardError() * seen.standardError() / runs;
    }
    for (int k = 0; k < 3; k++) {
      double error = Math.sqrt((squares[k] - sum[k] * sum[k]) / runs);
      assertThat(sum[k]).isCloseTo(exact[k], within(4.5 * error));
    }
    double variance = lossSquares - loss * loss;
    assertThat(loss).isCloseTo(lossByHand(W), within(4.5 * Math.sqrt(variance / runs)));
    assertThat(claimed / variance).isBetween(0.75, 1.35);
  }

  @Test
  void every_gradient_method_and_optimizer_trains_it() {
    double start = lossByHand(W);
    Minimization plan = Minimization.of(loss()).from(W).seed(4);
    for (GradientMethod method :
        List.of(
            Gradients.adjoint(),
            Gradients.parameterShift().shots(200),
            Gradients.generalShift().shots(200),
            Gradients.hadamardTest().shots(200),
            Gradients.finiteDifference().shots(2000),
            Gradients.spsa().directions(100).shots(100),
            Gradients.classicalShadow().snapshots(2000))) {
      Minimization way = plan.gradientDescent(0.2).gradient(method).steps(25);
      assertThat(way.run().value()).as(way.toString()).isLessThan(start - 0.2);
    }
    for (Minimization way :
        List.of(
            plan.adam(0.1).steps(40),
            plan.naturalGradient(0.05).steps(40),
            plan.spsa().steps(80),
            plan.spsa().lossShots(500).steps(80),
            plan.bfgs().steps(10),
            plan.nelderMead().steps(40),
            plan.nelderMead().lossShots(2000).steps(40))) {
      assertThat(way.run().value()).as(way.toString()).isLessThan(start - 0.2);
    }
  }

  @Test
  void the_bits_depend_on_the_seed_and_not_on_the_threads() {
    Minimization plan =
        Minimization.of(IrisTest.loss(0, 1).batch(20))
            .from(IrisTest.start())
            .gradient(Gradients.hadamardTest().shots(5))
            .lossShots(10)
            .steps(2)
            .seed(8);

    Training one = plan.threads(1).run();

    assertThat(plan.threads(3).run().theta()).containsExactly(one.theta());
    assertThat(plan.threads(3).run().cost()).isEqualTo(one.cost());
    assertThat(plan.threads(3).run().points().get(1).measured().orElseThrow().value())
        .isEqualTo(one.points().get(1).measured().orElseThrow().value());
    assertThat(plan.seed(9).run().theta()).isNotEqualTo(one.theta());
    double[] exact =
        Minimization.of(IrisTest.loss(1, 2))
            .from(IrisTest.start())
            .steps(2)
            .threads(1)
            .run()
            .theta();
    assertThat(
            Minimization.of(IrisTest.loss(1, 2))
                .from(IrisTest.start())
                .steps(2)
                .threads(4)
                .run()
                .theta())
        .containsExactly(exact);
  }

  /** 20 rows, 5 shots for each of 24 tests, and 10 or the default 1,000 for the value. */
  @Test
  void every_row_is_charged() {
    Minimization plan =
        Minimization.of(IrisTest.loss(0, 1).batch(20))
            .gradient(Gradients.hadamardTest().shots(5))
            .steps(3);

    assertThat(plan.lossShots(10).run().cost().copies()).isEqualTo(3 * 20 * (24 * 5 + 10));
    assertThat(plan.run().cost().copies()).isEqualTo(3 * 20 * (24 * 5 + 1000));
  }

  @Test
  void batches_are_different_rows_in_each_step_and_all_rows_in_turn() {
    DataLoss batches = loss().batch(2);
    Set<Set<LossTerm>> drawn = new HashSet<>();
    int[] times = new int[4];
    for (int step = 0; step < 6000; step++) {
      List<LossTerm> batch = batches.batch(new Seed(1).child(step));
      assertThat(batch).hasSize(2).doesNotHaveDuplicates();
      drawn.add(Set.copyOf(batch));
      batch.forEach(term -> times[batches.terms().indexOf(term)]++);
    }
    assertThat(drawn).hasSize(6);
    // Binomial(6000, 1/2): 5 standard deviations are 194.
    assertThat(Arrays.stream(times).boxed()).allSatisfy(n -> assertThat(n).isBetween(2806, 3194));
  }

  @Test
  void a_batch_of_all_rows_is_the_whole_loss() {
    assertThat(gradient(Minimization.of(loss().batch(4)).seed(3)))
        .containsExactly(gradient(Minimization.of(loss())), within(1e-12));
  }

  @Test
  void patterns_with_a_column_for_each_parameter_need_no_features() {
    Circuit circuit = Circuit.of(8);
    for (int q = 0; q < 8; q++) {
      circuit = circuit.ry(q, Angle.parameter("x" + q)).ry(q, Angle.parameter("w" + q));
    }
    var patterns = Datasets.barsAndDots();
    DataLoss loss =
        DataLoss.of(Expectation.of(circuit, PauliSum.parse("ZIIIIIII")), patterns)
            .label("label", 1, 0);
    assertThat(loss.parameters()).hasSize(8).allMatch(name -> name.startsWith("w"));
    double sum = 0;
    for (int row = 0; row < 200; row++) {
      double miss =
          Math.cos(patterns.doubleColumn("x0").getDouble(row))
              - (patterns.intColumn("label").getInt(row) == 1 ? 1 : -1);
      sum += miss * miss / 200;
    }
    assertThat(loss.value(new double[8])).isCloseTo(sum, within(1e-12));
  }

  @Test
  void the_table_is_copied() {
    Table mine = table();
    DataLoss loss = DataLoss.of(model(), mine).target("y");
    mine.doubleColumn("x").set(1, 3.0);
    mine.doubleColumn("y").set(1, 3.0);

    assertThat(loss.value(W)).isCloseTo(lossByHand(W), within(1e-13));
  }

  /** Presses stop while the rows of the third step are worked on by two threads. */
  private record Stopping() implements Optimizer<Integer> {
    @Override
    public String name() {
      return "stopping";
    }

    @Override
    public Integer start(int parameters) {
      return 0;
    }

    @Override
    public Step<Integer> step(Integer memory, double[] theta, Landscape loss) {
      if (memory == 2) {
        Thread.currentThread().interrupt();
      }
      return new Step<>(memory + 1, loss.gradient(theta));
    }
  }

  @Test
  void an_interrupt_keeps_the_steps_that_are_done() {
    for (int threads = 1; threads <= 2; threads++) {
      Training training = Minimization.of(loss()).optimizer(new Stopping()).threads(threads).run();

      assertThat(training.points()).hasSize(3);
      assertThat(training.end()).isEqualTo("interrupted");
      assertThat(Thread.interrupted()).isFalse();
    }
  }

  @Test
  void plans_that_cannot_run_say_why() {
    DataLoss open = DataLoss.of(model(), table());
    assertThatThrownBy(() -> Minimization.of(open))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("loss: what the model's value is to be is not set");
    assertThatThrownBy(() -> open.value(W))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "loss: what the model's value is to be is not set; add .label(\"column\", 0, 1) for"
                + " classes or .target(\"column\") for numbers");
    assertThatThrownBy(() -> open.feature("x1", "y"))
        .hasMessage("loss: the model has no parameter x1; it has x, w0, w1, w2");
    assertThatThrownBy(() -> open.feature("w0", "z"))
        .hasMessage("loss: the table has no column z; it has x, kind, y");
    assertThatThrownBy(() -> open.feature("w0", "kind"))
        .hasMessage("loss: column kind has no numbers but values of type STRING");
    assertThatThrownBy(() -> open.label("kind", "up", "left"))
        .hasMessage(
            "loss: row 1 has kind down, which is neither up nor left; drop such rows with"
                + " table.where(...)");
    assertThatThrownBy(() -> open.batch(5))
        .hasMessage("loss: a batch of 5 rows; the table has 4 (valid: 1..4)");
    assertThatThrownBy(() -> open.target("y").accuracy(W))
        .hasMessage("loss: an accuracy needs two classes: .label(\"column\", 0, 1)");
    assertThatThrownBy(() -> loss().value(1, 2))
        .hasMessage("theta has 2 values but there are 3 parameters: w0, w1, w2");
    assertThatThrownBy(() -> loss().value(1, Double.NaN, 2))
        .hasMessage("theta[1] (w1) is NaN; angles must be finite radians");
    assertThatThrownBy(() -> DataLoss.of(model(), table().emptyCopy()))
        .hasMessage("loss: the table has no rows");
    var holes = IntColumn.create("h", 1, 2, 3, 4);
    holes.setMissing(2);
    assertThatThrownBy(() -> DataLoss.of(model(), table().addColumns(holes)).target("h"))
        .hasMessage(
            "loss: row 2 of column h is missing; drop such rows with"
                + " table.dropRowsWithMissingValues()");
    assertThatThrownBy(() -> DataLoss.of(model(), table().removeColumns("x")).target("y").terms())
        .hasMessage("loss: no parameter is set by data; say which: .feature(\"x\", \"kind\")");
  }
}
