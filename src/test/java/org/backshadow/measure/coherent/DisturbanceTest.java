package org.backshadow.measure.coherent;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class DisturbanceTest {
  private static final Disturbance EXACT = new Disturbance(0.5, OptionalDouble.of(0.25));
  private static final Disturbance BOUND = new Disturbance(0.75, OptionalDouble.empty());

  @Test
  void the_worse_of_two_is_each_number_by_itself() {
    var other = new Disturbance(0.4, OptionalDouble.of(0.375));

    assertThat(EXACT.worse(other)).isEqualTo(new Disturbance(0.5, OptionalDouble.of(0.375)));
    assertThat(EXACT.worse(BOUND)).isEqualTo(new Disturbance(0.75, OptionalDouble.of(0.25)));
    assertThat(BOUND.worse(EXACT)).isEqualTo(new Disturbance(0.75, OptionalDouble.of(0.25)));
    assertThat(BOUND.worse(Disturbance.NONE)).isEqualTo(BOUND);
  }

  @Test
  void a_bound_of_one_proves_nothing_and_says_so() {
    assertThat(EXACT).hasToString("at most 0.500 (proven), really 0.250");
    assertThat(BOUND.isProven()).isTrue();
    assertThat(new Disturbance(1, OptionalDouble.empty()))
        .hasToString("unproven (the bound is 1.00)")
        .matches(disturbance -> !disturbance.isProven());
  }
}
