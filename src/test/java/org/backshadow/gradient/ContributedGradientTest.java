package org.backshadow.gradient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.invoke.MethodHandles;
import org.backshadow.circuit.Angle;
import org.backshadow.circuit.Circuit;
import org.backshadow.pauli.PauliSum;
import org.backshadow.testing.Contribution;
import org.backshadow.testing.Samples;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The gradient method in one file that CONTRIBUTING.md shows. */
class ContributedGradientTest implements GradientMethodContract {
  private static Contribution file;
  private static Class<?> type;

  @BeforeAll
  static void define() throws Exception {
    file = Contribution.of("org.backshadow.gradient.WideShift");
    type = file.define(MethodHandles.lookup());
  }

  private static SampledGradient method(double shift, long shots, long seed) {
    try {
      return (SampledGradient)
          type.getConstructor(double.class, long.class, long.class).newInstance(shift, shots, seed);
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(e);
    }
  }

  @Override
  public SampledGradient method() {
    return method(Math.PI / 3, 0, 0);
  }

  @Override
  public SampledGradient accurate() {
    return method(Math.PI / 3, 4000, 0);
  }

  @Override
  public long accurateShots() {
    return 4000;
  }

  @Override
  public SampledGradient quick() {
    return method(Math.PI / 3, 200, 0);
  }

  @Override
  public SampledGradient seeded(SampledGradient method, long seed) {
    return method(Math.PI / 3, 200, seed);
  }

  /** Rotations, none of them about the identity, which has no frequency. */
  @Override
  public Model anyModel(Samples samples) {
    Model model;
    do {
      model = RotationModels.commuting(samples);
    } while (hasGlobalPhase(model));
    return model;
  }

  private static boolean hasGlobalPhase(Model model) {
    return model.occurrences().stream()
        .map(o -> model.bound().operations().get(o.gate()))
        .anyMatch(o -> o.gate().generator(0, o.radians()).terms().get(0).string().isIdentity());
  }

  /** Every gate with one frequency, shared parameters and expressions: eight angles. */
  @Override
  public Model richModel() {
    Angle a = Angle.parameter("a");
    Angle b = Angle.parameter("b");
    Circuit circuit =
        Circuit.of(4)
            .h(0)
            .rx(0, a)
            .ry(1, a.times(2).plus(0.3))
            .cp(1, 2, a)
            .u(2, b, a.plus(b), Angle.of(0.4))
            .pauliRotation("XYZX", b)
            .rzz(0, 3, a.minus(b))
            .controlled(3, Circuit.of(4).p(2, b));
    return new Model(
        circuit, PauliSum.parse("ZIII + 0.5*XXII - 0.7*IYYZ + 0.3"), new double[] {0.7, -0.4});
  }

  @Override
  public long copies(Model model) {
    return circuits(model) * 4000;
  }

  @Override
  public long circuits(Model model) {
    return 2 * (model.circuit().qubits() == 4 ? 8 : 3) * GradientMethodContract.groups(model);
  }

  @Test
  void its_example_runs() throws Exception {
    assertThat(file.faults()).isEmpty();
  }

  @Test
  void exact_values_give_the_exact_gradient_whatever_the_shift() {
    for (double shift : new double[] {0.2, Math.PI / 3, Math.PI / 2, -2}) {
      GradientMethodContract.exact(method(shift, 1, 0), Targets::gradient, this::anyModel);
    }
  }

  @Test
  void two_frequencies_and_shifts_without_effect_are_refused() {
    var crx =
        new Model(
            Circuit.of(2).crx(0, 1, Angle.parameter("b")),
            PauliSum.parse("ZZ"),
            new double[] {0.4});

    assertThatThrownBy(() -> method().requireApplicable(crx))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("wideShift: crx(0.4) 0 1 has the frequencies [0.5, 1.0]; one is");
    assertThatThrownBy(() -> method(Math.PI, 0, 0).requireApplicable(plainModel()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("use parameterShift()");
  }
}
