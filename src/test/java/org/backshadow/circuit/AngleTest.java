package org.backshadow.circuit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.backshadow.testing.Samples;
import org.junit.jupiter.api.Test;

class AngleTest {
  private static final Angle A = Angle.parameter("a");
  private static final Angle B = Angle.parameter("b");
  private static final Map<String, Double> VALUES = Map.of("a", 0.7, "b", -1.3);

  @Test
  void arithmetic_is_that_of_numbers() {
    double a = 0.7;
    double b = -1.3;
    Map<Angle, Double> expected = new LinkedHashMap<>();
    expected.put(Angle.of(0.25), 0.25);
    expected.put(A, a);
    expected.put(A.plus(B), a + b);
    expected.put(A.plus(0.5), a + 0.5);
    expected.put(A.minus(B), a - b);
    expected.put(A.minus(0.5), a - 0.5);
    expected.put(A.times(B), a * b);
    expected.put(A.times(3), 3 * a);
    expected.put(A.times(2).plus(0.3), 2 * a + 0.3);
    expected.put(A.negate(), -a);
    expected.put(B.square(), b * b);
    expected.put(A.sin(), StrictMath.sin(a));
    expected.put(A.cos(), StrictMath.cos(a));
    expected.put(A.exp(), StrictMath.exp(a));
    expected.put(A.plus(B).times(A.minus(B)).negate(), -((a + b) * (a - b)));
    expected.put(
        A.sin().times(B.cos()).plus(A.times(B).exp()), Math.sin(a) * Math.cos(b) + Math.exp(a * b));

    expected.forEach(
        (angle, value) ->
            assertThat(angle.value(VALUES)).as("%s", angle).isCloseTo(value, within(1e-15)));
  }

  @Test
  void it_is_written_as_one_would_write_it() {
    Map<String, Angle> written = new LinkedHashMap<>();
    written.put("0.1", Angle.of(0.1));
    written.put("2", Angle.of(2));
    written.put("-3", Angle.of(-3));
    written.put("1.0E300", Angle.of(1e300));
    written.put("theta", Angle.parameter("theta"));
    written.put("2*a", A.times(2));
    written.put("2*a + 0.3", A.times(2).plus(0.3));
    written.put("a - 0.3", A.minus(0.3));
    written.put("a - b", A.minus(B));
    written.put("a - 2*b", A.minus(B.times(2)));
    written.put("-a", A.negate());
    written.put("-(a + b)", A.plus(B).negate());
    written.put("a - (a + b)", A.minus(A.plus(B)));
    written.put("2*(a + b)", A.plus(B).times(2));
    written.put("(a + b)*(a - b)", A.plus(B).times(A.minus(B)));
    written.put("a*a", A.square());
    written.put("sin(a)", A.sin());
    written.put("cos(a + 1)", A.plus(1).cos());
    written.put("-exp(2*a)", A.times(2).exp().negate());
    written.put("a - 2", A.plus(-2));

    written.forEach((text, angle) -> assertThat(angle).hasToString(text));
  }

  @Test
  void numbers_are_folded_and_neutral_elements_leave_no_trace() {
    assertThat(Angle.of(2).plus(3).times(4).minus(1).negate()).isEqualTo(Angle.of(-19));
    assertThat(Angle.of(0.5).sin()).isEqualTo(Angle.of(StrictMath.sin(0.5)));
    assertThat(A.plus(0)).isSameAs(A);
    assertThat(Angle.of(0).plus(A)).isSameAs(A);
    assertThat(A.times(1)).isSameAs(A);
    assertThat(Angle.of(1).times(A)).isSameAs(A);
    assertThat(A.times(0)).isEqualTo(Angle.of(0));
    assertThat(A.times(2).times(3)).isEqualTo(A.times(6));
    assertThat(A.negate().negate()).isEqualTo(A);
    assertThat(A.negate().negate()).isSameAs(A);
  }

  @Test
  void two_angles_with_one_name_are_one_parameter() {
    assertThat(Angle.parameter("a")).isEqualTo(A).hasSameHashCodeAs(A);
    assertThat(A.plus(Angle.parameter("a")).parameters()).containsExactly("a");
    assertThat(B.plus(A).times(B.sin()).parameters()).containsExactly("b", "a");
    assertThat(Angle.of(0.3).parameters()).isEmpty();
    assertThat(A).isNotEqualTo(B);
    assertThat(A.plus(B)).isNotEqualTo(A.times(B));
    assertThat(A.plus(B)).isEqualTo(A.plus(B)).hasSameHashCodeAs(A.plus(B));
  }

  @Test
  void is_number_tells_numbers_from_expressions() {
    assertThat(Angle.of(0.3).isNumber()).isTrue();
    assertThat(Angle.of(0.3).exp().isNumber()).isTrue();
    assertThat(A.isNumber()).isFalse();
    assertThat(A.plus(0.3).isNumber()).isFalse();
  }

  @Test
  void the_parameters_of_an_angle_are_a_copy() {
    A.plus(B).parameters().clear();

    assertThat(A.plus(B).parameters()).containsExactly("a", "b");
  }

  /**
   * Five-point central difference with step h: truncation h^4/30 |f5| and rounding 1e-16 |f| / h.
   * The sampled expressions have derivatives up to about 1e3, so h = 1e-3 leaves 1e-9. The bound
   * allows 1e-8 (1 + |f| + |f'|).
   */
  @Test
  void the_first_and_second_derivatives_are_those_of_the_function() {
    Samples.each(
        300,
        1,
        samples -> {
          Angle f = expression(samples, 3);
          Map<String, Double> at = Map.of("a", samples.angle() / 6, "b", samples.angle() / 6);
          for (String name : List.of("a", "b")) {
            Angle first = f.derivative(name);
            assertThat(first.value(at))
                .as("d/d%s of %s at %s", name, f, at)
                .isCloseTo(difference(f, name, at), within(tolerance(f, first, at)));
            for (String other : List.of("a", "b")) {
              Angle second = first.derivative(other);
              assertThat(second.value(at))
                  .as("d/d%s d/d%s of %s at %s", other, name, f, at)
                  .isCloseTo(difference(first, other, at), within(tolerance(first, second, at)));
            }
          }
        });
  }

  @Test
  void derivatives_by_hand() {
    assertThat(A.times(2).plus(0.3).derivative("a")).isEqualTo(Angle.of(2));
    assertThat(A.derivative("b")).isEqualTo(Angle.of(0));
    assertThat(Angle.of(3).derivative("a")).isEqualTo(Angle.of(0));
    assertThat(A.sin().derivative("a")).hasToString("cos(a)");
    assertThat(A.cos().derivative("a")).hasToString("-sin(a)");
    assertThat(A.exp().derivative("a")).hasToString("exp(a)");
    assertThat(A.times(B).derivative("b")).isEqualTo(A);
    assertThat(A.square().derivative("a").derivative("a").value(VALUES)).isEqualTo(2);
  }

  @Test
  void what_is_not_an_angle_is_refused() {
    Map<String, Supplier<Object>> misuses = new LinkedHashMap<>();
    misuses.put("the angle is NaN; angles must be finite radians", () -> Angle.of(Double.NaN));
    misuses.put(
        "the angle is Infinity; angles must be finite radians",
        () -> A.times(Double.POSITIVE_INFINITY));
    misuses.put(
        "the angle is -Infinity; angles must be finite radians",
        () -> A.plus(Double.NEGATIVE_INFINITY));
    misuses.put(
        "the angle is Infinity; angles must be finite radians ",
        () -> Angle.of(1e300).times(1e300));
    misuses.put(
        "the angle is Infinity; angles must be finite radians  ", () -> Angle.of(1e3).exp());
    misuses.put("a parameter needs a name", () -> Angle.parameter(" "));
    misuses.put(
        "parameter b has no value; bind the circuit first",
        () -> A.plus(B).value(Map.of("a", 0.1)));
    misuses.put("parameter a has no value; bind the circuit first", () -> A.value());

    misuses.forEach(
        (message, call) ->
            assertThatIllegalArgumentException()
                .as(message)
                .isThrownBy(call::get)
                .withMessage(message.strip()));
  }

  @Test
  void a_sum_of_a_thousand_parameters_works() {
    Angle sum = Angle.of(0);
    for (int k = 0; k < 1_000; k++) {
      sum = sum.plus(Angle.parameter("w" + k));
    }

    assertThat(sum.parameters()).hasSize(1_000);
    assertThat(sum.derivative("w500")).isEqualTo(Angle.of(1));
  }

  private static Angle expression(Samples samples, int depth) {
    if (depth == 0) {
      return samples.chance(0.2) ? Angle.of(samples.gaussian()) : samples.chance(0.5) ? A : B;
    }
    Angle left = expression(samples, depth - 1);
    return switch (samples.below(8)) {
      case 0 -> left.plus(expression(samples, depth - 1));
      case 1 -> left.minus(expression(samples, depth - 1));
      case 2 -> left.times(expression(samples, depth - 1));
      case 3 -> left.sin();
      case 4 -> left.cos();
      case 5 -> left.times(0.3).exp();
      case 6 -> left.negate().plus(samples.gaussian());
      default -> left.square();
    };
  }

  private static final double STEP = 1e-3;

  private static double difference(Angle f, String name, Map<String, Double> at) {
    double near = moved(f, name, at, STEP) - moved(f, name, at, -STEP);
    double far = moved(f, name, at, 2 * STEP) - moved(f, name, at, -2 * STEP);
    return (8 * near - far) / (12 * STEP);
  }

  private static double moved(Angle f, String name, Map<String, Double> at, double step) {
    var values = new LinkedHashMap<>(at);
    values.merge(name, step, Double::sum);
    return f.value(values);
  }

  private static double tolerance(Angle f, Angle derivative, Map<String, Double> at) {
    return 1e-8 * (1 + Math.abs(f.value(at)) + Math.abs(derivative.value(at)));
  }
}
