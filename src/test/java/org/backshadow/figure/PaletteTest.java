package org.backshadow.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class PaletteTest {
  private static final List<String> METHODS =
      List.of(
          "forward",
          "adjoint",
          "parameterShift",
          "generalShift",
          "finiteDifference",
          "hadamardTest",
          "spsa",
          "commutingGenerators",
          "commutingBlocks",
          "classicalShadow",
          "cliffordShadow",
          "bellSampling",
          "weakReadout",
          "quantumBackprop",
          "exact",
          "trivial");

  @Test
  void each_method_has_a_colour_of_its_own_in_every_figure() {
    var colors = new HashSet<Color>();
    for (String method : METHODS) {
      Color alone = Palette.of(List.of(method)).color(method);
      assertThat(Palette.of(METHODS).color(method)).as(method).isEqualTo(alone);
      colors.add(alone);
    }
    assertThat(colors).hasSameSizeAs(METHODS);
    assertThat(Palette.of(METHODS).hex("forward")).isEqualTo("#7f7f7f");
    assertThat(Palette.of(METHODS).hex("adjoint")).isEqualTo("#222222");
  }

  @Test
  void methods_nearest_in_grey_differ_in_marker() {
    var palette = Palette.of(METHODS);
    for (String a : METHODS) {
      for (String b : METHODS) {
        boolean alike =
            !a.equals(b) && Math.abs(grey(palette.color(a)) - grey(palette.color(b))) < 4;
        if (alike) {
          assertThat(palette.mark(a)).as("%s and %s", a, b).isNotEqualTo(palette.mark(b));
        }
      }
    }
  }

  @Test
  void fits_and_theory_look_like_their_method() {
    var palette = Palette.of(List.of("mine", "parameterShift"));

    assertThat(palette.color("parameterShift fit")).isEqualTo(palette.color("parameterShift"));
    assertThat(palette.mark("parameterShift, 100 shots")).isEqualTo(palette.mark("parameterShift"));
    assertThat(palette.color("mine theory")).isEqualTo(palette.color("mine"));
    assertThat(palette.color("unknown theory")).isEqualTo(Palette.GREY);
    assertThat(palette.color("parameterShifted")).isEqualTo(Palette.GREY);
  }

  @Test
  void other_names_take_unused_colours_in_order() {
    var names = new ArrayList<>(List.of("parameterShift", "a", "b", "c"));
    var palette = Palette.of(names);
    var colors = new HashSet<Color>();
    names.forEach(name -> colors.add(palette.color(name)));

    assertThat(colors).hasSize(4);
    names.add("d");
    assertThat(Palette.of(names).color("b")).isEqualTo(palette.color("b"));
  }

  private static double grey(Color color) {
    return 0.299 * color.getRed() + 0.587 * color.getGreen() + 0.114 * color.getBlue();
  }
}
