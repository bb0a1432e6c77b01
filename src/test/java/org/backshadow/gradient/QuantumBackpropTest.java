package org.backshadow.gradient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.backshadow.circuit.Angle;
import org.backshadow.circuit.Circuit;
import org.backshadow.measure.Copies;
import org.backshadow.measure.coherent.BackAction;
import org.backshadow.measure.simulated.SimulatedCopies;
import org.backshadow.pauli.PauliSum;
import org.backshadow.resources.Budget;
import org.backshadow.resources.BudgetExceededException;
import org.backshadow.resources.Cost;
import org.backshadow.resources.Ledger;
import org.backshadow.resources.Seed;
import org.backshadow.testing.LyingDoor;
import org.backshadow.testing.Samples;
import org.backshadow.testing.TracingDoor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuantumBackpropTest {
  private static final Seed UNUSED = new Seed(0);

  private static Copies door(long seed) {
    return new SimulatedCopies(Ledger.unlimited(), new Seed(seed));
  }

  private static QuantumBackprop method() {
    return Gradients.quantumBackprop();
  }

  private static double worst(double[] answer, double[] truth) {
    double worst = 0;
    for (int k = 0; k < truth.length; k++) {
      worst = Math.max(worst, Math.abs(answer[k] - truth[k]));
    }
    return worst;
  }

  private static void withinEpsilon(QuantumBackprop method, Model model, long seed) {
    double[] values = method.differentiate(model, door(seed), UNUSED).values();

    assertThat(worst(values, Targets.gradient(model))).isLessThan(method.epsilon());
  }

  /** Every kind of gate, controls, several angles, shared parameters, expressions, fixed gates. */
  @Test
  void every_kind_of_gate_and_observable_is_within_epsilon() {
    withinEpsilon(method().epsilon(0.4), GradientMethodContract.everyGate(), 1);
    withinEpsilon(method().epsilon(0.05), GradientMethodContract.plain(), 2);
    withinEpsilon(method().epsilon(0.1).byTerm(), GradientMethodContract.plain(), 3);
  }

  @Test
  void random_models_are_within_epsilon() {
    Samples.each(
        30,
        1,
        samples -> {
          Model model = GradientMethodContract.random(samples);
          double scale = new BackpropProblem(model, false).amplification();
          if (scale > 0) {
            withinEpsilon(method().epsilon(0.15 * scale).delta(0.01), model, 7);
            withinEpsilon(method().epsilon(0.15 * scale).delta(0.01).byTerm(), model, 8);
          }
        });
  }

  @Test
  void the_sizes_are_those_of_the_formulas() {
    Evaluation model = BackpropModels.haar(2, 40, 1);

    var plan = method().plan(new BackpropProblem(model.model(), false));

    // epsilon 0.2 here is 0.4 in the convention of exp(-i theta P)
    assertThat(plan.checks()).isEqualTo(40);
    assertThat(plan.accuracy()).isEqualTo(0.2);
    assertThat(plan.copies()).isEqualTo(7_222);
    assertThat(plan.verificationCopies()).isEqualTo(6457);
    assertThat(plan.mostMistakes(2)).isCloseTo(277.26, within(0.01));
  }

  @Test
  void the_answer_depends_on_the_unknown_input() {
    Evaluation one = BackpropModels.haar(2, 20, 1);
    Circuit gates = Circuit.of(2);
    for (var operation : one.model().circuit().operations().subList(1, 21)) {
      gates = gates.then(operation);
    }
    Circuit other = BackpropModels.randomInput(Samples.of(99), 2).then(gates);
    var there = new Model(other, one.model().observable(), one.model().theta());

    double apart = worst(Targets.gradient(there), Targets.gradient(one.model()));
    assertThat(apart).isGreaterThan(0.5);
    withinEpsilon(method(), one.model(), 1);
    withinEpsilon(method(), there, 1);
  }

  /** The learner is told one input and gets copies of another: it must answer for the other. */
  @ParameterizedTest
  @EnumSource(BackAction.class)
  void it_follows_a_door_that_lies_about_the_input(BackAction simulated) {
    boolean exact = simulated == BackAction.EXACT;
    Model told = BackpropModels.haar(1, 8, 3).model();
    Circuit lie = Circuit.of(1).ry(0, 2.0).rz(0, 1.0);
    var real = new Model(lie.then(told.circuit()), told.observable(), told.theta());
    QuantumBackprop method =
        exact ? method().epsilon(0.4).delta(0.5).exact().copiesPerBatch(60) : method().epsilon(0.1);

    double[] values =
        method.differentiate(told, LyingDoor.atTheInput(door(4), lie), UNUSED).values();

    assertThat(worst(values, Targets.gradient(real))).isLessThan(method.epsilon());
    assertThat(worst(values, Targets.gradient(told))).isGreaterThan(method.epsilon());
  }

  @Test
  void charges_equal_an_independent_tally_and_the_closed_form() {
    for (QuantumBackprop method :
        new QuantumBackprop[] {
          method(), method().byTerm(), method().exact().copiesPerBatch(4).epsilon(0.7)
        }) {
      for (Model model :
          new Model[] {BackpropModels.haar(2, 12, 5).model(), GradientMethodContract.plain()}) {
        var door = new TracingDoor(door(9));

        BackpropRecord record = method.run(model, door);

        Cost cost = door.ledger().cost();
        assertThat(cost.copies())
            .isEqualTo(door.copies())
            .isEqualTo(
                record.batches() * record.plan().copies()
                    + record.alarms() * record.plan().verificationCopies());
        assertThat(cost.circuits()).isEqualTo(door.circuits());
        assertThat(cost.gates()).isEqualTo(door.gates());
        assertThat(cost.depth()).isEqualTo(door.depth());
        assertThat(cost.qubits()).isEqualTo(door.qubits());
      }
    }
  }

  /** Of a pass through M rotations of weight 1 without alarms: no fixed gate, Z observed. */
  @Test
  void gates_of_a_pass_without_alarms_are_counted_by_hand() {
    Circuit circuit = Circuit.of(1);
    for (int k = 0; k < 5; k++) {
      circuit = circuit.rz(0, Angle.parameter("t" + k));
    }
    var model = new Model(circuit, PauliSum.parse("Z"), new double[5]);
    Copies door = door(1);

    BackpropRecord record = method().run(model, door);

    assertThat(record.alarms()).isZero();
    long m = record.plan().copies();
    // 5 gates, H and controlled Z; 4 turned back; a layer's check from both sides: 2 (2 + 1) gates
    assertThat(door.ledger().cost().gates()).isEqualTo(m * (5 + 2 + 4 + 5 * 6));
    assertThat(door.ledger().cost().qubits()).isEqualTo(m * 3);
  }

  @Test
  void a_replaced_batch_is_charged_its_way_back() {
    Model model = BackpropModels.haar(1, 30, 2).model();
    var door = new TracingDoor(door(1));

    BackpropRecord record = method().run(model, door);

    long gates = 0;
    long m = record.plan().copies();
    int batch = 0;
    long preparation = new AncillaSize(model).gates();
    for (var step : record.steps()) {
      int back = 30 - step.layer();
      if (step.batch() > batch) {
        batch = step.batch();
        gates += m * (preparation + back);
      }
      int letters = 2;
      gates += m * 2 * (letters + 1);
      if (step.measured().isPresent()) {
        long basis = "X".equals(step.question()) ? 1 : "Y".equals(step.question()) ? 2 : 0;
        gates += record.plan().verificationCopies() * (preparation + back + basis + 2);
      } else if (step.layer() > 1) {
        gates += m;
      }
    }
    assertThat(record.batches()).isGreaterThan(1);
    assertThat(door.ledger().cost().gates()).isEqualTo(gates);
  }

  /** Gates of {@code (|0> psi + |1> Z psi) / sqrt 2}: H and one controlled Z more. */
  private record AncillaSize(Model model) {
    long gates() {
      return model.circuit().size() + 2;
    }
  }

  @Test
  void the_same_seed_repeats_every_bit_on_any_thread_and_another_differs() {
    Evaluation here = BackpropModels.haar(2, 40, 1);
    double[] first = here.gradient(method().seed(5)).values();

    double[][] again = new double[2][];
    Arrays.stream(new int[] {0, 1})
        .parallel()
        .forEach(k -> again[k] = here.gradient(method().seed(5)).values());

    assertThat(again[0]).containsExactly(first);
    assertThat(again[1]).containsExactly(first);
    assertThat(here.gradient(method().seed(6)).values()).isNotEqualTo(first);
    assertThat(BackpropRun.of(here).seed(5).gradient().values()).containsExactly(first);
  }

  @Test
  void it_promises_its_largest_error_and_has_no_standard_errors() {
    Gradient gradient = BackpropModels.haar(1, 10, 2).gradient(method().seed(1));

    assertThat(gradient.interval(0.9).halfWidths()).containsOnly(0.2);
    assertThat(gradient.interval(0.5).simultaneous().halfWidths()).containsOnly(0.2);
    assertThat(gradient.table().columnNames())
        .containsExactly("parameter", "gradient", "low", "high");
    assertThat(gradient.note()).startsWith("largest error at most 0.2 at 90 %");
    assertThat(gradient.toString()).contains("largest error at most 0.2 at 90 %");
    assertThatThrownBy(gradient::standardErrors)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageStartingWith(
            "there are no standard errors: the method promises its largest error at most 0.2 at 90 %")
        .hasMessageEndingWith("for all components together; interval(0.9) is that");
    assertThatThrownBy(() -> gradient.interval(0.95))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "the run promises its largest error at confidence 0.9, not at 0.95; run it again with"
                + " delta(0.05)");
  }

  @Test
  void a_budget_that_one_batch_exceeds_is_refused_and_none_is_overdrawn() {
    Model model = BackpropModels.haar(2, 40, 1).model();
    assertThatThrownBy(() -> method().within(model, 7_221))
        .hasMessage(
            "quantumBackprop: one batch for epsilon 0.2 costs 7,222 copies; the budget is 7,221");
    assertThat(method().within(model, 7_222)).isEqualTo(method());

    var ledger = new Ledger(Budget.copies(20_000));
    assertThatThrownBy(
            () -> method().differentiate(model, new SimulatedCopies(ledger, new Seed(1)), UNUSED))
        .isInstanceOf(BudgetExceededException.class);
    assertThat(ledger.cost().copies()).isLessThanOrEqualTo(20_000);
  }

  @Test
  void models_without_anything_to_learn_cost_nothing() {
    var constant =
        new Model(
            Circuit.of(1).rx(0, Angle.parameter("a")), PauliSum.parse("2*I"), new double[] {1});
    var fixed = new Model(Circuit.of(1).h(0), PauliSum.parse("Z"), new double[0]);

    assertThat(method().differentiate(constant, door(1), UNUSED).values()).containsExactly(0);
    assertThat(method().differentiate(fixed, door(1), UNUSED).values()).isEmpty();
  }

  @Test
  void a_door_whose_outcomes_fit_no_state_is_found_out() {
    // A lie behind the ancilla's gate: psi and O psi do not belong together any more.
    Model model = BackpropModels.haar(2, 30, 1).model();
    Circuit lie = Circuit.of(3).ry(2, 1.2).cx(2, 0);

    assertThatThrownBy(
            () -> method().differentiate(model, new LyingDoor(door(1), lie), UNUSED).values())
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("mistakes are possible: the outcomes fit no state");
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY})
  void an_epsilon_that_promises_nothing_is_refused(double epsilon) {
    assertThatThrownBy(() -> method().epsilon(epsilon))
        .hasMessage(
            "quantumBackprop: epsilon is %s; the largest error must be positive"
                .formatted(epsilon));
  }

  @Test
  void what_does_not_apply_is_refused_with_the_reason() {
    Circuit ten = Circuit.of(10).rx(0, Angle.parameter("a"));
    Evaluation large = Expectation.of(ten, BackpropModels.firstZ(10)).at(0.1);

    assertThatThrownBy(() -> large.gradient(method()))
        .hasMessage(
            "a hypothesis has 1 to 9 qubits, not 10: its matrix takes 16 * 4^n bytes and 8^n steps");
    assertThatThrownBy(
            () -> BackpropModels.haar(2, 8, 1).gradient(method().exact().copiesPerBatch(900)))
        .hasMessageStartingWith("900 copies of 3 qubits need C(907, 900) = ");
    assertThatThrownBy(() -> method().delta(1))
        .hasMessage(
            "quantumBackprop: delta is 1.0; the probability of failure must be between 0 and 1");
    assertThatThrownBy(() -> method().copiesPerBatch(0))
        .hasMessage("quantumBackprop: a batch of 0 copies; at least 1 is needed");
    assertThatThrownBy(
            () -> Gradients.spsa().guaranteeing(BackpropModels.haar(1, 3, 1).model(), 0.1, 0.1))
        .hasMessage(
            "spsa: no settings are known that guarantee a largest error; parameterShift(),"
                + " hadamardTest(), weakReadout() and quantumBackprop() have them");
  }

  /** K = ln(2M / delta) / epsilon^2 for rotations and one string, as in the literature. */
  @Test
  void shots_that_guarantee_an_error_are_hoeffdings() {
    Model model = BackpropModels.haar(2, 40, 1).model();
    long shots = (long) Math.ceil(Math.log(800) / 0.04);

    assertThat(Gradients.parameterShift().guaranteeing(model, 0.2, 0.1).shots()).isEqualTo(shots);
    assertThat(Gradients.hadamardTest().guaranteeing(model, 0.2, 0.1).shots())
        .isEqualTo((long) Math.ceil(2 * Math.log(800) / 0.04));
  }
}
