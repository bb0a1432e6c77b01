package org.backshadow.gradient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.function.Function;
import org.backshadow.circuit.Angle;
import org.backshadow.circuit.Circuit;
import org.backshadow.circuit.Operation;
import org.backshadow.gradient.Model.Occurrence;
import org.backshadow.measure.Copies;
import org.backshadow.measure.simulated.SimulatedCopies;
import org.backshadow.pauli.Grouping;
import org.backshadow.pauli.PauliSum;
import org.backshadow.resources.Budget;
import org.backshadow.resources.BudgetExceededException;
import org.backshadow.resources.Cost;
import org.backshadow.resources.Ledger;
import org.backshadow.resources.Seed;
import org.backshadow.testing.ExactDoor;
import org.backshadow.testing.LyingDoor;
import org.backshadow.testing.Samples;
import org.backshadow.testing.TracingDoor;
import org.junit.jupiter.api.Test;

/** What every sampled gradient promises; a method is one more class that implements it. */
interface GradientMethodContract {
  /** The method with its shots open. */
  SampledGradient method();

  /** With so much work that a component of a small model is known to a few percent. */
  default SampledGradient accurate() {
    return method().atShots(accurateShots());
  }

  /** For 2,000 runs: little work, but enough for intervals by Student's law. */
  default SampledGradient quick() {
    return method().atShots(200);
  }

  /** What the method estimates, exactly; the gradient unless it is biased. */
  default double[] target(Model model) {
    return Targets.gradient(model);
  }

  /** What it must find where the door appends a lie to every circuit. */
  default double[] targetUnderLie(Model model, Circuit lie) {
    return target(new Model(model.circuit().then(lie), model.observable(), model.theta()));
  }

  /** The closed form of the copies that {@link #accurate()} uses on a model. */
  long copies(Model model);

  /** The closed form of its circuits, or -1 where they depend on chance. */
  long circuits(Model model);

  /** A component cannot be off by more than this; what chance may do with few outcomes. */
  default double range(Model model) {
    double most = 0;
    Circuit circuit = model.bound();
    double[] sum = new double[model.theta().length];
    for (Occurrence occurrence : model.occurrences()) {
      Operation operation = circuit.operations().get(occurrence.gate());
      double generator =
          operation.gate().generator(occurrence.angle(), operation.radians()).oneNorm();
      occurrence.weights().forEach((k, w) -> sum[k] += 2 * Math.abs(w) * generator);
    }
    for (double s : sum) {
      most = Math.max(most, s * model.observable().oneNorm());
    }
    return most;
  }

  /** How many independent values the standard errors of {@link #accurate()} come from. */
  default long independentValues() {
    return accurateShots();
  }

  /** Shots behind {@link #accurate()}. */
  default long accurateShots() {
    return 4000;
  }

  /** Small models with everything in them; the bound on angles keeps derivatives moderate. */
  static Model random(Samples samples) {
    int n = samples.between(1, 3);
    Circuit circuit;
    do {
      circuit = samples.circuit(Samples.Shape.of(n, samples.between(3, 10)).controls(2));
    } while (circuit.parameters().isEmpty());
    return model(samples, circuit, samples.between(1, 4));
  }

  static Model model(Samples samples, Circuit circuit, int terms) {
    double[] theta = new double[circuit.parameters().size()];
    for (int k = 0; k < theta.length; k++) {
      theta[k] = samples.gaussian();
    }
    return new Model(circuit, samples.pauliSum(circuit.qubits(), terms), theta);
  }

  /** Each kind of gate that has an angle, shared parameters and expressions, on four qubits. */
  static Model everyGate() {
    Angle a = Angle.parameter("a");
    Angle b = Angle.parameter("b");
    Circuit circuit =
        Circuit.of(4)
            .h(0)
            .rx(0, a)
            .ry(1, a.times(2).plus(0.3))
            .crx(0, 1, b)
            .cp(1, 2, a)
            .u(2, b, a.plus(b), Angle.of(0.4))
            .singleExcitation(1, 2, b.sin())
            .doubleExcitation(0, 1, 2, 3, a.times(b))
            .pauliRotation("XYZX", b)
            .rzz(0, 3, a.minus(b))
            .controlled(3, Circuit.of(4).cry(0, 1, a).p(2, b));
    return new Model(
        circuit, PauliSum.parse("ZIII + 0.5*XXII - 0.7*IYYZ + 0.3"), new double[] {0.7, -0.4});
  }

  /** Three parameters, gradients of about 0.5, three groups: nothing barren, nothing extreme. */
  static Model plain() {
    Circuit circuit =
        Circuit.of(2)
            .ry(0, Angle.parameter("a"))
            .ry(1, 0.8)
            .cx(0, 1)
            .rx(1, Angle.parameter("b"))
            .rzz(0, 1, Angle.parameter("c"))
            .rx(0, 0.6);
    return new Model(
        circuit, PauliSum.parse("0.8*ZZ + 0.5*XI - 0.4*IY"), new double[] {0.6, -0.5, 0.9});
  }

  /** Small random models; a method that needs structure says which. */
  default Model anyModel(Samples samples) {
    return random(samples);
  }

  /** A model with every kind of gate that the method takes. */
  default Model richModel() {
    return everyGate();
  }

  /** A model of two qubits at least with more than one circuit and nothing extreme. */
  default Model plainModel() {
    return plain();
  }

  static Copies door(long seed) {
    return new SimulatedCopies(Ledger.unlimited(), new Seed(seed));
  }

  /**
   * Six standard errors (2e-9 each by the normal law), and where the errors themselves rest on few
   * outcomes another 24 outcomes' worth: 6 deviations of k rare outcomes are 6 sqrt(k), and a
   * Poisson number exceeds its observation k by 6 sqrt(k) + 24 with probability below 1e-8.
   */
  private void agrees(Components components, double[] expected, Model model, String what) {
    double floor = 24 * range(model) / accurateShots();
    for (int k = 0; k < expected.length; k++) {
      assertThat(components.values()[k])
          .as("%s, component %d of %s", what, k, model.circuit())
          .isCloseTo(expected[k], within(6 * components.standardErrors()[k] + floor + 1e-12));
    }
  }

  @Test
  default void it_agrees_with_its_exact_target_within_its_own_errors_on_random_models() {
    Samples.each(
        25,
        1,
        samples -> {
          Model model = anyModel(samples);

          Components components =
              accurate().differentiate(model, door(samples.below(1000)), new Seed(1));

          agrees(components, target(model), model, "random");
        });
  }

  @Test
  default void it_agrees_with_its_exact_target_for_every_kind_of_gate() {
    Model model = richModel();

    agrees(
        accurate().differentiate(model, door(5), new Seed(2)), target(model), model, "every gate");
  }

  @Test
  default void it_follows_a_door_that_lies() {
    Model model = plainModel();
    Circuit lie = Circuit.of(2).rx(0, 1.1).cry(0, 1, 2).h(1).rz(1, 0.5);

    Components components =
        accurate().differentiate(model, new LyingDoor(door(3), lie), new Seed(4));

    double[] lied = targetUnderLie(model, lie);
    double[] honest = target(model);
    agrees(components, lied, model, "lie");
    double apart = 0;
    for (int k = 0; k < lied.length; k++) {
      apart = Math.max(apart, Math.abs(lied[k] - honest[k]) / components.standardErrors()[k]);
    }
    assertThat(apart).as("the lie is far from the truth").isGreaterThan(20);
  }

  @Test
  default void it_charges_what_an_independent_tally_and_the_closed_form_say() {
    for (Model model : new Model[] {richModel(), plainModel()}) {
      var door = new TracingDoor(door(9));

      accurate().differentiate(model, door, new Seed(1));

      Cost cost = door.ledger().cost();
      assertThat(cost.copies()).isEqualTo(door.copies()).isEqualTo(copies(model));
      assertThat(cost.circuits()).isEqualTo(door.circuits());
      assertThat(cost.gates()).isEqualTo(door.gates());
      assertThat(cost.depth()).isEqualTo(door.depth());
      assertThat(cost.qubits()).isEqualTo(door.qubits());
      if (circuits(model) >= 0) {
        assertThat(cost.circuits()).isEqualTo(circuits(model));
      }
    }
  }

  @Test
  default void the_same_seed_repeats_every_bit_and_another_differs() {
    Model model = plainModel();
    Evaluation here = Expectation.of(model.circuit(), model.observable()).at(model.theta());

    double[] first = here.gradient(seeded(quick(), 5)).values();
    double[] again = here.gradient(seeded(quick(), 5)).values();
    double[] other = here.gradient(seeded(quick(), 6)).values();

    assertThat(again).containsExactly(first);
    assertThat(other).isNotEqualTo(first);
  }

  SampledGradient seeded(SampledGradient method, long seed);

  @Test
  default void a_budget_of_one_copy_less_is_refused_and_never_exceeded() {
    Model model = plainModel();
    long needed = copies(model);
    var enough = new Ledger(Budget.copies(needed));
    accurate().differentiate(model, new SimulatedCopies(enough, new Seed(1)), new Seed(1));
    assertThat(enough.cost().copies()).isEqualTo(needed);

    var ledger = new Ledger(Budget.copies(needed - 1));
    var door = new TracingDoor(new SimulatedCopies(ledger, new Seed(1)));
    assertThatThrownBy(() -> accurate().differentiate(model, door, new Seed(1)))
        .isInstanceOf(BudgetExceededException.class)
        .hasMessageMatching("copies: [0-9,]+ requested, [0-9,]+ left of the budget of [0-9,]+");
    assertThat(ledger.cost().copies()).isEqualTo(door.copies()).isLessThan(needed);
  }

  @Test
  default void within_a_budget_it_uses_at_most_that_and_more_than_half_of_a_large_one() {
    for (Model model : new Model[] {richModel(), plainModel()}) {
      for (long budget : new long[] {2_000, 10_007, 65_536}) {
        var ledger = new Ledger(Budget.copies(budget));

        method()
            .within(model, budget)
            .differentiate(model, new SimulatedCopies(ledger, new Seed(1)), new Seed(1));

        assertThat(ledger.cost().copies()).isBetween(budget / 2 + 1, budget);
      }
    }
  }

  @Test
  default void a_budget_too_small_for_one_shot_of_everything_is_refused_with_the_arithmetic() {
    assertThatThrownBy(() -> method().within(plainModel(), 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(method().name() + ": ")
        .hasMessageEndingWith("the budget is 1");
  }

  @Test
  default void shots_that_are_set_stay_whatever_the_budget_or_the_experiment() {
    assertThat(accurate().within(plainModel(), 1)).isEqualTo(accurate());
    assertThat(accurate().atShots(7)).isEqualTo(accurate());
  }

  @Test
  default void intervals_rest_on_one_value_less_than_were_seen() {
    Components components = accurate().differentiate(plainModel(), door(1), new Seed(1));

    assertThat(components.degreesOfFreedom()).isEqualTo(independentValues() - 1.0);
  }

  @Test
  default void a_model_without_parameters_has_an_empty_gradient() {
    var model = new Model(Circuit.of(1).h(0), PauliSum.parse("Z"), new double[0]);

    assertThat(quick().differentiate(model, door(1), new Seed(1)).values()).isEmpty();
  }

  @Test
  default void a_constant_observable_has_a_zero_gradient_without_error() {
    var model =
        new Model(
            Circuit.of(1).rx(0, Angle.parameter("a")), PauliSum.parse("2*I"), new double[] {1});

    Components components = quick().differentiate(model, door(1), new Seed(1));

    assertThat(components.values()).containsExactly(new double[] {0}, within(1e-15));
    assertThat(components.standardErrors()[0]).isLessThan(1);
  }

  @Test
  default void values_that_are_not_finite_are_refused_by_index() {
    assertThatThrownBy(
            () ->
                new Model(plain().circuit(), plain().observable(), new double[] {0, Double.NaN, 0}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("theta[1] is NaN; angles must be finite radians");
  }

  /**
   * 2,000 intervals that hold with probability 0.95 have the deviation sqrt(2000 x 0.95 x 0.05) =
   * 9.7 of their number: 93 to 97 % is four of them to each side, left with probability 4e-5. One
   * component a run, since those of a run share outcomes; which one goes round.
   */
  @Test
  default void ninety_five_percent_intervals_cover_the_target_as_stated() {
    Model model = plainModel();
    double[] target = target(model);
    int covered = 0;
    for (int run = 0; run < 2000; run++) {
      Components components =
          quick().differentiate(model, door(10_000 + run), new Seed(run).child("choices"));
      int k = run % target.length;
      covered +=
          Math.abs(components.values()[k] - target[k]) <= components.halfWidths(0.95)[k] ? 1 : 0;
    }

    assertThat(covered).as("of 2,000").isBetween(1860, 1940);
  }

  /** The number of shift values, test strings and the like: groups of the observable. */
  static long groups(Model model) {
    return Grouping.qubitWise(model.observable()).size();
  }

  /** Without chance the estimate is the target. */
  static void exact(SampledGradient method, Function<Model, double[]> target) {
    exact(method, target, GradientMethodContract::random);
  }

  /** The same on the models that a method takes. */
  static void exact(
      SampledGradient method, Function<Model, double[]> target, Function<Samples, Model> models) {
    Samples.each(
        100,
        1,
        samples -> {
          Model model = models.apply(samples);
          double[] values = method.differentiate(model, new ExactDoor(), new Seed(0)).values();
          double[] expected = target.apply(model);
          assertThat(Arrays.stream(values).allMatch(Double::isFinite)).isTrue();
          for (int k = 0; k < expected.length; k++) {
            assertThat(values[k])
                .as("component %d of %s", k, model.circuit())
                .isCloseTo(expected[k], within(1e-10 * Math.max(1, Math.abs(expected[k]))));
          }
        });
  }
}
