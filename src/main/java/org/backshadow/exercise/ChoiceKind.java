package org.backshadow.exercise;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * One of several statements.
 *
 * @param statements lettered from a
 */
record ChoiceKind(List<String> statements) implements Kind<String> {
  @Override
  public String wanted() {
    return "one of the letters a to %s, such as \"a\"".formatted(letter(statements.size() - 1));
  }

  @Override
  public Optional<String> read(Object given) {
    if (!(given instanceof String || given instanceof Character)) return Optional.empty();
    String letter = given.toString().strip().toLowerCase(Locale.ROOT);
    boolean known = letter.length() == 1 && statements.size() > letter.charAt(0) - 'a';
    return known && letter.charAt(0) >= 'a' ? Optional.of(letter) : Optional.empty();
  }

  @Override
  public boolean same(String given, String other, double tolerance) {
    return given.equals(other);
  }

  @Override
  public String difference(String given, String right, double tolerance) {
    return "not %s".formatted(given);
  }

  static String letter(int k) {
    return String.valueOf((char) ('a' + k));
  }
}
