package org.backshadow.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.backshadow.bench.Bench;
import org.backshadow.circuit.Circuit;
import org.backshadow.resources.Once;
import org.junit.jupiter.api.Test;

/** The watch over the standard streams hears the library, and nobody else. */
class QuietTest {
  @Test
  void the_library_is_told_from_its_tests_and_its_one_command() {
    assertThat(Quiet.isLibrary(Circuit.class)).isTrue();
    assertThat(Quiet.isLibrary(QuietTest.class)).isFalse();
    assertThat(Quiet.isLibrary(Bench.class)).isFalse();
  }

  @Test
  void who_is_nearest_in_the_stack_prints() {
    var walker = StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE);
    var inside = Once.of(() -> walker.walk(frames -> frames.skip(1).toList())).get();
    var library = inside.subList(indexOf(inside, Once.class), inside.size());

    assertThat(Quiet.printer(walker.walk(frames -> frames.toList()).stream())).isEmpty();
    assertThat(Quiet.printer(library.stream()))
        .isEqualTo(Optional.of("org.backshadow.resources.Once.get"));
  }

  private static int indexOf(List<StackWalker.StackFrame> frames, Class<?> type) {
    int at = 0;
    while (frames.get(at).getDeclaringClass() != type) {
      at++;
    }
    return at;
  }

  @Test
  void the_streams_are_watched_and_the_machine_has_no_screen() {
    assertThat(System.out.getClass().getName()).startsWith(Quiet.class.getName());
    assertThat(System.err.getClass().getName()).startsWith(Quiet.class.getName());
    assertThat(System.getProperty("java.awt.headless")).isEqualTo("true");
  }
}
