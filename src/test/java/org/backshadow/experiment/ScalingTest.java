package org.backshadow.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.backshadow.circuit.Angle;
import org.backshadow.circuit.Circuit;
import org.backshadow.circuit.ansatz.Ansatz;
import org.backshadow.gradient.Components;
import org.backshadow.gradient.Expectation;
import org.backshadow.gradient.Gradients;
import org.backshadow.gradient.Model;
import org.backshadow.gradient.SampledGradient;
import org.backshadow.measure.Copies;
import org.backshadow.pauli.PauliSum;
import org.backshadow.resources.Interrupts;
import org.backshadow.resources.Seed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScalingTest {
  private static Expectation rotations(int parameters) {
    return Expectation.of(Ansatz.randomPauliRotations(3, parameters, 2, 1), PauliSum.parse("ZZI"));
  }

  private static Scaling plan(int... sizes) {
    return Scaling.over("parameters", sizes).repeats(3).model(ScalingTest::rotations);
  }

  /** M gates forward, 2M times that by shifts, 3M - 2 by the adjoint sweep. */
  @Test
  void gates_grow_with_the_exponents_of_their_closed_forms() {
    ScalingResults results =
        plan(64, 128, 256)
            .methods(Gradients.parameterShift(), Gradients.adjoint())
            .measure(new Measure.GatesAtShots(10))
            .run();

    assertThat(results.isComplete()).isTrue();
    assertThat(results.fit("forward").exponent().value()).isCloseTo(1, within(1e-9));
    assertThat(results.fit("parameterShift").exponent().value()).isCloseTo(2, within(0.02));
    assertThat(results.fit("adjoint").exponent().value()).isCloseTo(1, within(0.02));
    assertThat(results.fit("parameterShift").at(100)).isCloseTo(2 * 10 * 1e4, within(1e-3));
    for (ScalingPoint point : results.points()) {
      double m = point.size();
      double gates =
          switch (point.method()) {
            case "forward" -> 10 * m;
            case "parameterShift" -> 20 * m * m;
            default -> 3 * m - 2;
          };
      assertThat(point.value()).as(point.toString()).isEqualTo(gates);
      assertThat(point.low()).isEqualTo(gates);
      assertThat(point.gates()).isEqualTo(gates);
    }
  }

  /**
   * F = cos a at a = pi/2 has single-shot variance 1, and its derivative at 0 by two shifts the
   * variance 1/copies too. An error is at most epsilon in 2/3 of the runs where {@code epsilon
   * sqrt(B) = 0.9674}, the normal quantile of 5/6. With 999 repeats the rate of failures has the
   * deviation 0.015; two grid steps of 2^(1/4) off it is 0.083 away, more than five of them.
   */
  @Test
  void the_smallest_budget_is_the_known_one_within_two_grid_steps() {
    double epsilon = 0.02;
    double known = Math.pow(0.9674 / epsilon, 2);
    Scaling plan =
        Scaling.over("parameters", 1)
            .repeats(999)
            .model(
                m -> Expectation.of(Circuit.of(1).ry(0, Angle.parameter("a")), PauliSum.parse("Z")))
            .measure(new Measure.ForError(Measure.Spending.COPIES, epsilon));

    double forward =
        plan.angles((m, random) -> new double[] {Math.PI / 2}).run().points().get(0).value();
    double shifted =
        plan
            .angles((m, random) -> new double[] {1e-9})
            .methods(Gradients.parameterShift())
            .run()
            .points()
            .stream()
            .filter(p -> p.method().equals("parameterShift"))
            .findFirst()
            .orElseThrow()
            .value();

    double steps = Math.sqrt(2) * 1.001;
    assertThat(forward).isBetween(known / steps, known * steps);
    assertThat(shifted).isBetween(known / steps, known * steps);
  }

  /**
   * The same budget from 30 repeats. If an interval missed with probability 5 %, of 200 more than
   * 21 would with probability 0.1 %; the step of the grid makes misses rarer.
   */
  @Test
  void the_smallest_budgets_interval_holds_the_known_one() {
    double epsilon = 0.05;
    double known = Math.pow(0.9674 / epsilon, 2);
    int missed = 0;
    for (int seed = 0; seed < 200; seed++) {
      ScalingPoint point =
          Scaling.over("parameters", 1)
              .repeats(30)
              .seed(seed)
              .threads(1)
              .angles((m, random) -> new double[] {Math.PI / 2})
              .model(
                  m ->
                      Expectation.of(
                          Circuit.of(1).ry(0, Angle.parameter("a")), PauliSum.parse("Z")))
              .measure(new Measure.ForError(Measure.Spending.COPIES, epsilon))
              .run()
              .points()
              .get(0);
      missed += point.low() <= known && known <= point.high() ? 0 : 1;
    }

    assertThat(missed).as("of 200").isLessThanOrEqualTo(21);
  }

  @Test
  void a_method_with_shots_of_its_own_needs_the_budget_that_they_cost() {
    ScalingResults results =
        Scaling.over("parameters", 1)
            .repeats(6)
            .model(
                m -> Expectation.of(Circuit.of(1).ry(0, Angle.parameter("a")), PauliSum.parse("Z")))
            .methods(Gradients.parameterShift().shots(5000))
            .measure(new Measure.ForError(Measure.Spending.COPIES, 0.1))
            .run();

    assertThat(results.points().get(1).copies()).isEqualTo(10_000);
  }

  @Test
  void a_bias_above_epsilon_is_reported_and_not_searched_for_ever() {
    Scaling plan =
        Scaling.over("parameters", 1)
            .repeats(3)
            .angles((m, random) -> new double[] {Math.PI / 2})
            .model(
                m -> Expectation.of(Circuit.of(1).ry(0, Angle.parameter("a")), PauliSum.parse("Z")))
            .methods(Gradients.finiteDifference().step(2))
            .measure(new Measure.ForError(Measure.Spending.COPIES, 0.1));

    assertThatThrownBy(plan::run)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "finiteDifference does not reach an error of 0.1 with 2^40 copies; is it biased by"
                + " more?");
  }

  @Test
  void results_depend_on_the_seed_and_not_on_the_threads() {
    for (Measure measure :
        new Measure[] {
          new Measure.ErrorAtCopies(5000), new Measure.ForError(Measure.Spending.COPIES, 0.2),
        }) {
      Scaling plan =
          plan(3, 5, 8)
              .methods(Gradients.parameterShift(), Gradients.hadamardTest(), Gradients.spsa())
              .repeats(5)
              .measure(measure);
      if (measure instanceof Measure.ForError) {
        plan = plan.methods(Gradients.parameterShift());
      }

      List<ScalingPoint> one = plan.threads(1).run().points();

      assertThat(plan.threads(2).run().points()).isEqualTo(one);
      assertThat(plan.threads(1).run().points()).isEqualTo(one);
      assertThat(plan.seed(1).threads(2).run().points()).isNotEqualTo(one);
    }
  }

  /** Works up to 20 parameters and then waits for the interrupt. */
  private record Stuck(CountDownLatch reached) implements SampledGradient {
    @Override
    public String name() {
      return "stuck";
    }

    @Override
    public Components differentiate(Model model, Copies copies, Seed seed) {
      int m = model.theta().length;
      while (m > 20) {
        reached.countDown();
        Interrupts.check();
        Thread.onSpinWait();
      }
      copies.prepare(model.bound()).measure(Circuit.of(3), 1);
      return new Components(new double[m], new double[m], 1, "");
    }
  }

  @Test
  void an_interrupt_keeps_the_finished_points_and_leaves_no_worker() throws Exception {
    var reached = new CountDownLatch(1);
    var kept = new AtomicReference<ScalingResults>();
    var thread = new Thread(() -> kept.set(plan(5, 20, 30, 40).methods(new Stuck(reached)).run()));
    thread.start();
    assertThat(reached.await(20, TimeUnit.SECONDS)).isTrue();

    thread.interrupt();
    thread.join(1000);

    assertThat(thread.isAlive()).isFalse();
    ScalingResults results = kept.get();
    assertThat(results.isComplete()).isFalse();
    assertThat(results.points().stream().map(p -> p.method() + p.size()))
        .containsExactly("forward5", "stuck5", "forward20", "stuck20", "forward30");
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(1);
    while (workers() > 0 && System.nanoTime() < deadline) {
      Thread.sleep(5);
    }
    assertThat(workers()).isZero();
  }

  private static long workers() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(t -> t.getName().equals("backshadow-worker"))
        .count();
  }

  @Test
  void results_are_saved_as_a_table_and_as_pictures(@TempDir Path folder) throws Exception {
    ScalingResults results =
        plan(4, 8, 16)
            .methods(Gradients.parameterShift())
            .measure(new Measure.GatesAtShots(5))
            .run();

    results.save(folder.resolve("new/points.csv"));
    results.save(folder.resolve("plot.png").toString());
    results.save(folder.resolve("plot.svg"));

    List<String> lines = Files.readAllLines(folder.resolve("new/points.csv"));
    assertThat(lines).hasSize(7);
    assertThat(lines.get(0))
        .isEqualTo(
            "method,parameters,gate applications at 5 shots a"
                + " circuit,low,high,copies,circuits,gates,max |g|");
    assertThat(lines.get(2)).startsWith("parameterShift,4,160");
    assertThat(Files.readAllBytes(folder.resolve("plot.png"))).startsWith(0x89, 'P', 'N', 'G');
    assertThat(Files.readString(folder.resolve("plot.svg"))).contains("<svg").contains("</svg>");
    try (var files = Files.list(folder.resolve("new"))) {
      assertThat(files).hasSize(1);
    }
  }

  /**
   * Normal scatter on logarithms is what the fit assumes, so its intervals by Student's law with 4
   * degrees of freedom are exact: 2,000 of them cover 1,900 times with the deviation 9.7.
   */
  @Test
  void intervals_of_fitted_exponents_cover_as_stated() {
    var random = new Seed(12).random();
    int covered = 0;
    for (int run = 0; run < 2000; run++) {
      double exponent = 1 + run % 3 * 0.5;
      var points = new ArrayList<ScalingPoint>();
      for (int size = 8; size <= 256; size *= 2) {
        double value = 7 * Math.pow(size, exponent) * Math.exp(0.3 * random.nextGaussian());
        points.add(new ScalingPoint("m", size, value, value, value, 0, 0, 0, 0));
      }
      covered += ScalingFit.of("m", points, 0).exponent().interval(0.95).contains(exponent) ? 1 : 0;
    }

    assertThat(covered).as("of 2,000").isBetween(1860, 1940);
  }

  @Test
  void an_exact_power_law_is_found_exactly() {
    var points = new ArrayList<ScalingPoint>();
    for (int size : new int[] {3, 10, 50}) {
      double value = 2.5 * Math.pow(size, 1.75);
      points.add(new ScalingPoint("m", size, value, value, value, 0, 0, 0, 0));
    }

    ScalingFit fit = ScalingFit.of("m", points, 0);

    assertThat(fit.exponent().value()).isCloseTo(1.75, within(1e-12));
    assertThat(fit.at(7)).isCloseTo(2.5 * Math.pow(7, 1.75), within(1e-10));
  }

  /** Budgets on the grid 2^(k/4) may lie on a line: what the grid rounds away is open. */
  @Test
  void budgets_that_lie_on_a_line_by_luck_leave_the_room_of_their_grid() {
    var points = new ArrayList<ScalingPoint>();
    for (int size : new int[] {1, 4, 16}) {
      points.add(new ScalingPoint("m", size, 4.0 * size, 3.0 * size, 5.0 * size, 0, 0, 0, 0));
    }

    var exponent = ScalingFit.of("m", points, SmallestBudget.ROUNDING).exponent();

    // Slope = (y3 - y1) / (2 ln 4), each y off by a uniform part of ln 2 / 4.
    double deviation = Math.sqrt(2) * Math.log(2) / 4 / Math.sqrt(12) / (2 * Math.log(4));
    assertThat(exponent.value()).isCloseTo(1, within(1e-12));
    assertThat(exponent.interval(0.95).width() / 2).isCloseTo(1.96 * deviation, within(1e-4));
  }

  @Test
  void plans_that_cannot_run_say_why() {
    assertThatThrownBy(() -> Scaling.over("parameters"))
        .hasMessage("scaling: no sizes given, such as 8, 16, 32");
    assertThatThrownBy(() -> Scaling.over("parameters", 4, 0))
        .hasMessage("scaling: the size 0 is not positive");
    assertThatThrownBy(() -> plan(4).repeats(0))
        .hasMessage("scaling: 0 repeats; at least 1 is needed");
    assertThatThrownBy(() -> plan(4).threads(0))
        .hasMessage("scaling: 0 threads; at least 1 is needed");
    assertThatThrownBy(() -> Scaling.over("parameters", 4).run())
        .hasMessage("scaling: no model; add .model(m -> expectation(circuit, observable))");
    assertThatThrownBy(() -> new Measure.ForError(Measure.Spending.COPIES, 0))
        .hasMessage("epsilon is 0.0; it must be positive");
    assertThatThrownBy(() -> new Measure.ForError(Measure.Spending.GATES, Double.NaN))
        .hasMessage("epsilon is NaN; it must be positive");
    assertThatThrownBy(() -> new Measure.GatesAtShots(0))
        .hasMessage("gatesAtShots: 0 shots are too few");
    assertThatThrownBy(() -> new Measure.ErrorAtCopies(0))
        .hasMessage("errorAtCopies: 0 copies are too few");
    ScalingResults two = plan(4, 8).run();
    assertThatThrownBy(() -> two.fit("forward"))
        .hasMessage("a fit needs at least 3 sizes with a positive value; forward has 2");
    assertThatThrownBy(() -> two.fit("spsa"))
        .hasMessage("no points of \"spsa\"; measured: forward");
  }

  private static Scaling kept(Path file) {
    return plan(3, 5, 8)
        .methods(Gradients.parameterShift(), Gradients.adjoint())
        .measure(new Measure.ErrorAtCopies(3000))
        .checkpoint(file);
  }

  /** The adjoint method has no error and no point: its rows say so. */
  @Test
  void a_checkpoint_cut_anywhere_goes_on_to_the_same_bytes(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("s.jsonl");
    List<ScalingPoint> whole = kept(file).run().points();
    byte[] bytes = Files.readAllBytes(file);
    assertThat(Files.readAllLines(file)).hasSize(10);

    for (int cut = 0; cut < bytes.length; cut += 171) {
      Files.write(file, Arrays.copyOf(bytes, cut));
      assertThat(kept(file).threads(1 + cut % 2).run().points()).isEqualTo(whole);
      assertThat(Files.readAllBytes(file)).as("cut at %d", cut).isEqualTo(bytes);
    }
  }

  @Test
  void an_interrupted_scaling_goes_on_from_its_checkpoint(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("s.jsonl");
    var reached = new CountDownLatch(1);
    Scaling stuck = plan(5, 20, 30).methods(new Stuck(reached)).checkpoint(file);
    var thread = new Thread(stuck::run);
    thread.start();
    assertThat(reached.await(20, TimeUnit.SECONDS)).isTrue();
    thread.interrupt();
    thread.join(1000);

    assertThat(thread.isAlive()).isFalse();
    assertThat(Files.readAllLines(file)).hasSize(6);
  }

  @Test
  void another_scalings_checkpoint_is_refused_with_the_difference(@TempDir Path folder) {
    Path file = folder.resolve("s.jsonl");
    kept(file).run();

    assertThatThrownBy(() -> kept(file).measure(new Measure.ErrorAtCopies(4000)).run())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            file
                + " holds another experiment: measure \"ErrorAtCopies[copies=3000]\" there,"
                + " \"ErrorAtCopies[copies=4000]\" here. Use another file, or delete this one");
    Scaling others =
        kept(file).model(m -> Expectation.of(rotations(m).circuit(), PauliSum.parse("ZIZ")));
    assertThatThrownBy(others::run).hasMessageContaining("experiment: fingerprint of the models");
    assertThatThrownBy(() -> kept(file).methods(Gradients.parameterShift().shots(9)).run())
        .hasMessageContaining("methods [\"ParameterShift[shots=0, seed=0]\"");
  }

  @Test
  void time_is_positive_for_every_method_and_goes_into_no_file(@TempDir Path folder) {
    Scaling timed =
        plan(4, 8, 16)
            .methods(Gradients.parameterShift(), Gradients.adjoint())
            .measure(new Measure.Time(20));
    ScalingResults results = timed.run();

    assertThat(results.points()).hasSize(9).allMatch(p -> p.value() > 0 && p.value() < 60);
    assertThat(results.plot().title())
        .startsWith("\u23f1 seconds a run at 20 shots a circuit against");
    assertThatThrownBy(() -> timed.checkpoint(folder.resolve("t.jsonl")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "scaling: time is never the same twice and goes into no file; leave .checkpoint out");
    assertThatThrownBy(() -> new Measure.Time(0)).hasMessage("time: 0 shots are too few");
  }

  @Test
  void growth_says_which_law_the_points_follow() {
    ScalingResults results =
        plan(4, 8, 16, 32, 64)
            .methods(Gradients.parameterShift())
            .measure(new Measure.GatesAtShots(5))
            .run();

    assertThat(results.growth("parameterShift").verdict()).startsWith("power law: ");
    assertThat(results.growth("parameterShift").power().exponent().value())
        .isCloseTo(results.fit("parameterShift").exponent().value(), within(1e-12));
    assertThatThrownBy(() -> results.growth("spsa"))
        .hasMessage("no points of \"spsa\"; measured: forward, parameterShift");
  }
}
