package org.backshadow.circuit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.Map;
import org.backshadow.testing.NaiveMatrix;
import org.backshadow.testing.Samples;
import org.backshadow.testing.Samples.Shape;
import org.junit.jupiter.api.Test;

class PartialBindingTest {
  @Test
  void binding_some_and_then_the_rest_is_binding_all() {
    Samples.each(
        100,
        11,
        random -> {
          Circuit circuit = random.circuit(Shape.of(3, 12).parameters(4));
          Map<String, Double> all =
              Circuit.named(circuit, random.angles(circuit.parameters().size()));
          var some = new HashMap<String, Double>();
          var rest = new HashMap<String, Double>();
          all.forEach((name, value) -> (random.chance(0.5) ? some : rest).put(name, value));

          Circuit partly = PartialBinding.of(circuit, some);

          assertThat(partly.parameters()).allMatch(rest::containsKey);
          rest.keySet().retainAll(partly.parameters());
          assertThat(NaiveMatrix.of(partly.bind(rest)).distance(NaiveMatrix.of(circuit.bind(all))))
              .isCloseTo(0, within(1e-12));
        });
  }

  @Test
  void expressions_keep_their_open_parts() {
    Angle x = Angle.parameter("x");
    Angle w = Angle.parameter("w");
    Circuit circuit =
        Circuit.of(1).rx(0, x.times(w).plus(0.5)).ry(0, w.sin().plus(x.cos())).rz(0, x.exp());

    Circuit bound = PartialBinding.of(circuit, Map.of("x", 2.0));

    assertThat(bound.parameters()).containsExactly("w");
    assertThat(bound.bind(0.7)).isEqualTo(circuit.bind(Map.of("x", 2.0, "w", 0.7)));
    assertThat(PartialBinding.of(circuit, Map.of())).isEqualTo(circuit);
  }

  @Test
  void what_is_no_parameter_is_refused() {
    Circuit circuit = Circuit.of(1).rx(0, Angle.parameter("x"));
    assertThatThrownBy(() -> PartialBinding.of(circuit, Map.of("y", 1.0)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("no parameter y in the circuit; it has x");
    assertThatThrownBy(() -> PartialBinding.of(circuit, Map.of("x", Double.NaN)))
        .hasMessage("the angle is NaN; angles must be finite radians");
  }
}
