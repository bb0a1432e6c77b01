package org.backshadow.notebook.rendering;

import java.util.Locale;
import java.util.Map;

/**
 * What a cell shows when a rendering throws: one line that says what failed and what to do. Nothing
 * here may throw, whatever the value and the failure do in their own methods.
 */
final class Failures {
  static final String FONTS =
      "charts need fonts: install fontconfig and fonts-dejavu-core"
          + " (apt-get install fontconfig fonts-dejavu-core)";

  private static final int LONGEST = 300;

  private Failures() {}

  static Map<String, Object> bundle(Object value, Throwable failure) {
    try {
      return Bundle.text(line(value, failure)).toMap();
    } catch (Throwable second) {
      return Map.of(Rendering.TEXT, "This value could not be shown.");
    }
  }

  /** The line for a value that could not be shown. */
  static String line(Object value, Throwable failure) {
    String reason = isAboutFonts(failure) ? FONTS : reason(failure);
    return "%s could not be shown: %s".formatted(name(value.getClass()), reason);
  }

  private static String name(Class<?> type) {
    return type.getSimpleName().isEmpty() ? type.getName() : type.getSimpleName();
  }

  private static String reason(Throwable failure) {
    String type = name(failure.getClass());
    String message = message(failure);
    return message.isEmpty() ? type : type + ": " + Printable.line(message, LONGEST);
  }

  /** The message, or nothing if the failure cannot even say that. */
  private static String message(Throwable failure) {
    try {
      String message = failure.getMessage();
      return message == null ? "" : message;
    } catch (Throwable second) {
      return "";
    }
  }

  /** Without fonts Java fails in many ways; all of them pass through its font classes. */
  private static boolean isAboutFonts(Throwable failure) {
    int depth = 0;
    for (Throwable t = failure; t != null && depth < 10; t = t.getCause(), depth++) {
      if (mentionsFonts(message(t))) return true;
      if (t instanceof VirtualMachineError && !(t instanceof InternalError)) return false;
      for (StackTraceElement frame : t.getStackTrace()) {
        if (frame.getClassName().startsWith("sun.font.")) return true;
      }
    }
    return false;
  }

  private static boolean mentionsFonts(String message) {
    String lower = message.toLowerCase(Locale.ROOT);
    return lower.contains("fontconfig")
        || lower.contains("fontmanager")
        || lower.contains("no fonts")
        || lower.contains("libfreetype");
  }
}
