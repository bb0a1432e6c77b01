package org.backshadow.testing.calls;

import java.io.UncheckedIOException;
import java.lang.reflect.Array;
import java.lang.reflect.Executable;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a call does with bad arguments, one at a time. */
final class Misuse {
  /** A bad argument and what came of it, in words. */
  record Finding(Executable call, String parameter, String value, String what) {
    @Override
    public String toString() {
      return what
          + " | "
          + call.getDeclaringClass().getSimpleName()
          + "."
          + call.getName().replaceAll(".*\\.", "")
          + "("
          + String.join(
              ",", Arrays.stream(call.getParameterTypes()).map(Class::getSimpleName).toList())
          + ") | "
          + parameter
          + " = "
          + value;
    }
  }

  private Misuse() {}

  static List<Finding> of(Executable call, GoodValues.Made good, Calls calls) {
    var findings = new ArrayList<Finding>();
    Parameter[] parameters = call.getParameters();
    for (int k = 0; k < parameters.length; k++) {
      for (Object bad : BadValues.of(parameters[k], good.arguments()[k])) {
        Object[] arguments = good.arguments().clone();
        arguments[k] = bad;
        String complaint =
            complaint(parameters[k], bad, calls.run(call, good.receiver(), arguments));
        if (!complaint.isEmpty()) {
          findings.add(new Finding(call, parameters[k].getName(), BadValues.text(bad), complaint));
        }
      }
    }
    return findings;
  }

  private static String complaint(
      Parameter parameter, @Nullable Object bad, Calls.Outcome outcome) {
    if (!outcome.finished()) {
      // Long work that was asked for is no misuse, as long as the kernel can interrupt it.
      return outcome.failure() == null ? "" : "DEAF to an interrupt";
    }
    Throwable failure = outcome.failure();
    if (failure == null) {
      return mustBeRefused(bad) ? "ACCEPTED" : "";
    }
    String message = String.valueOf(failure.getMessage());
    String at = where(failure);
    if (failure instanceof NullPointerException) {
      // Nulls inside of lists and arrays are refused by the JDK, which does not say where.
      boolean said = bad == null ? names(parameter, message) : holdsNull(bad);
      return said ? "" : "NPE " + at;
    }
    if (failure instanceof IndexOutOfBoundsException) {
      // As java.util.List has it: "Index 7 out of bounds for length 2".
      return bad instanceof Integer && message.contains(bad.toString()) ? "" : "INDEX " + at;
    }
    boolean documented =
        failure instanceof IllegalArgumentException
            || failure instanceof IllegalStateException
            || failure instanceof UnsupportedOperationException && !message.equals("null")
            || failure instanceof UncheckedIOException;
    if (!documented || failure instanceof NumberFormatException) {
      return failure.getClass().getSimpleName() + " " + at;
    }
    if (message.isBlank() || message.length() > 1000) {
      return "MESSAGE OF " + message.length() + " CHARACTERS " + at;
    }
    return names(parameter, message) || says(bad, message) ? "" : "UNNAMED " + at;
  }

  private static boolean mustBeRefused(@Nullable Object bad) {
    return bad == null
        || holdsNull(bad)
        || bad instanceof Double d && !Double.isFinite(d)
        || bad instanceof double[] many && many.length == 1 && !Double.isFinite(many[0]);
  }

  private static boolean holdsNull(@Nullable Object bad) {
    return bad instanceof Object[] items && Arrays.asList(items).contains(null)
        || bad instanceof List<?> list && list.size() == 1 && list.get(0) == null;
  }

  /** Whether a message has a word of the parameter's name. */
  private static boolean names(Parameter parameter, String message) {
    String text = message.toLowerCase(Locale.ROOT);
    for (String word : parameter.getName().split("(?=[A-Z])")) {
      String stem = word.toLowerCase(Locale.ROOT);
      stem = stem.length() > 4 ? stem.substring(0, stem.length() - 2) : stem;
      if (text.contains(stem)) {
        return true;
      }
    }
    return false;
  }

  /** Whether a message has the value, or the number of things in it. */
  private static boolean says(@Nullable Object bad, String message) {
    if (bad instanceof Number n) {
      return message.contains(n.toString().replace("-", ""))
          || message.contains(String.format(Locale.ROOT, "%,d", n.longValue()));
    }
    if (bad instanceof String text) {
      return message.contains('"' + text.substring(0, Math.min(20, text.length())));
    }
    if (bad != null && bad.getClass().isArray()) {
      int size = Array.getLength(bad);
      return message.matches("(?s).*\\b" + size + "\\b.*")
          || size > 0 && message.contains(String.valueOf(Array.get(bad, 0)));
    }
    return bad instanceof Collection<?> items
        && (message.matches("(?s).*\\b" + items.size() + "\\b.*")
            || !items.isEmpty() && message.contains(String.valueOf(items.iterator().next())));
  }

  private static String where(Throwable failure) {
    String at =
        Arrays.stream(failure.getStackTrace())
            .filter(
                f ->
                    f.getClassName().startsWith("org.backshadow")
                        && !f.getClassName().contains("testing"))
            .findFirst()
            .map(f -> f.getFileName() + ":" + f.getLineNumber())
            .orElse("?");
    return "at " + at + " (" + failure.getMessage() + ")";
  }
}
