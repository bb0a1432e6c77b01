package org.backshadow.notebook.rendering;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JsonTest {
  @Test
  void numbers_that_json_lacks_become_null() {
    assertThat(Json.clean(List.of(1, Double.NaN, 0.5, Float.POSITIVE_INFINITY)))
        .isEqualTo(Arrays.asList(1, null, 0.5, null));
  }

  @Test
  void arrays_become_lists_and_other_types_their_text() {
    assertThat(Json.clean(new double[][] {{1, 2}, {3}}))
        .isEqualTo(List.of(List.of(1.0, 2.0), List.of(3.0)));
    assertThat(Json.cleanMap(Map.of(1, Thread.State.NEW))).isEqualTo(Map.of("1", "NEW"));
  }
}
