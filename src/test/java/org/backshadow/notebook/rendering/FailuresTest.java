package org.backshadow.notebook.rendering;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FailuresTest {
  /** A value that answers nothing without throwing. */
  private static final class Mute {
    @Override
    public String toString() {
      throw new StackOverflowError();
    }

    @Override
    public int hashCode() {
      throw new IllegalStateException();
    }
  }

  private static final class MuteFailure extends RuntimeException {
    @Override
    public String getMessage() {
      throw new IllegalStateException();
    }

    @Override
    public String toString() {
      throw new IllegalStateException();
    }
  }

  private final Renderings renderings = Renderings.builtIn();

  static List<Throwable> failures() {
    return List.of(
        new IllegalStateException("bad state"),
        new StackOverflowError(),
        new OutOfMemoryError("Java heap space"),
        new NoClassDefFoundError("org/example/Gone"),
        new ExceptionInInitializerError("static"),
        new AssertionError("<script>\u001b[31m"),
        new MuteFailure());
  }

  @ParameterizedTest
  @MethodSource("failures")
  void whatever_a_rendering_throws_is_one_line_of_text(Throwable failure) {
    show(failure);

    var bundle = renderings.bundle(new Mute());

    assertThat(bundle).containsOnlyKeys("text/plain");
    assertThat((String) bundle.get("text/plain"))
        .startsWith("Mute could not be shown: ")
        .contains(failure.getClass().getSimpleName())
        .doesNotContain("\n", "\u001b");
  }

  @Test
  void a_value_that_cannot_even_say_its_name_is_shown_as_a_failure() {
    assertThat(text()).isEqualTo("Mute could not be shown: StackOverflowError");
  }

  @Test
  void endless_recursion_is_caught() {
    renderings.add(Mute.class.getName(), () -> (Rendering<Mute>) FailuresTest::forever);

    assertThat(text()).contains("StackOverflowError");
  }

  @Test
  void json_that_contains_itself_is_caught() {
    var loop = new java.util.HashMap<String, Object>();
    loop.put("self", loop);
    renderings.add(Mute.class.getName(), () -> (Rendering<Mute>) m -> loop);

    assertThat(text()).contains("StackOverflowError");
  }

  @Test
  void missing_fonts_say_what_to_install() {
    show(
        new InternalError(
            "java.lang.reflect.InvocationTargetException",
            new RuntimeException(
                "Fontconfig head is null, check your fonts or fonts configuration")));

    assertThat(text()).isEqualTo("Mute could not be shown: " + Failures.FONTS);
  }

  @Test
  void failures_inside_the_font_classes_are_about_fonts() {
    var failure = new NoClassDefFoundError("Could not initialize class X");
    failure.setStackTrace(
        new StackTraceElement[] {
          new StackTraceElement("sun.font.SunFontManager", "getInstance", null, 1)
        });
    show(failure);

    assertThat(text()).endsWith("(apt-get install fontconfig fonts-dejavu-core)");
  }

  private void show(Throwable failure) {
    renderings.add(
        Mute.class.getName(),
        () ->
            (Rendering<Mute>)
                value -> {
                  throw sneaky(failure);
                });
  }

  private static Map<String, Object> forever(Mute value) {
    return forever(value);
  }

  @SuppressWarnings("unchecked")
  private static <T extends Throwable> RuntimeException sneaky(Throwable failure) throws T {
    throw (T) failure;
  }

  private String text() {
    return (String) renderings.bundle(new Mute()).get("text/plain");
  }
}
