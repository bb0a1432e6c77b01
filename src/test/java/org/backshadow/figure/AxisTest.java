package org.backshadow.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.backshadow.figure.Axis.Tick;
import org.junit.jupiter.api.Test;

class AxisTest {
  @Test
  void whole_numbers_have_whole_ticks() {
    assertThat(labels(10, false, 1, 2, 3)).containsExactly("1", "2", "3");
  }

  @Test
  void decimals_share_their_digits() {
    assertThat(labels(4, false, 0.05, 0.95)).containsExactly("0", "0.5", "1.0");
  }

  @Test
  void powers_of_two_are_labelled_as_such() {
    assertThat(labels(10, true, 16, 64, 256, 1024))
        .containsExactly("16", "32", "64", "128", "256", "512", "1024");
    assertThat(labels(4, true, 16, 64, 256, 1024)).containsExactly("16", "64", "256", "1024");
  }

  @Test
  void a_narrow_logarithmic_axis_still_has_labels() {
    assertThat(labels(6, true, 300, 2000)).containsExactly("500", "1000", "2000");
    assertThat(labels(6, true, 41.1, 41.9)).hasSizeGreaterThanOrEqualTo(2);
  }

  @Test
  void many_decades_are_thinned_to_the_room() {
    assertThat(labels(7, true, 1e-13, 1)).hasSizeBetween(3, 7).contains("10⁻⁴", "1");
  }

  private static List<String> labels(int room, boolean log, double... values) {
    return Axis.around(values, log, false).ticks(room).stream().map(Tick::label).toList();
  }
}
