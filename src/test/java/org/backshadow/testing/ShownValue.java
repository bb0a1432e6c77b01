package org.backshadow.testing;

import java.util.Arrays;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How an example's value looks, and whether it looks as a comment says. */
public final class ShownValue {
  private static final Pattern NUMBER =
      Pattern.compile("(?<![\\w.])-?\\d+(?:\\.\\d+)?(?:[eE]-?\\d+)?(?=i?(?:\\W|$))");

  private ShownValue() {}

  /** An array's items, any other value's text. */
  public static String text(@Nullable Object value) {
    String list = Arrays.deepToString(new Object[] {value});
    return list.substring(1, list.length() - 1);
  }

  /**
   * Whether a comment tells of a text: the same words, and each number to the digits that are
   * printed. Three dots at its end stand for any rest.
   */
  public static boolean agrees(String comment, String text) {
    if (comment.endsWith("...")) {
      String start = comment.substring(0, comment.length() - 3);
      var told = NUMBER.matcher(start).results().toList();
      var found = NUMBER.matcher(text).results().limit(told.size()).toList();
      int end =
          told.isEmpty() || found.size() < told.size()
              ? start.length()
              : found.get(told.size() - 1).end() + start.length() - told.get(told.size() - 1).end();
      return end <= text.length() && agrees(start, text.substring(0, end));
    }
    var told = NUMBER.matcher(comment).results().map(MatchResult::group).toList();
    var found = NUMBER.matcher(text).results().map(MatchResult::group).toList();
    boolean words =
        NUMBER.matcher(comment).replaceAll("#").equals(NUMBER.matcher(text).replaceAll("#"));
    for (int k = 0; words && k < told.size(); k++) {
      words = near(told.get(k), found.get(k));
    }
    return words;
  }

  private static boolean near(String told, String found) {
    int point = told.indexOf('.');
    int exponent = told.toLowerCase(java.util.Locale.ROOT).indexOf('e');
    if (point < 0 || exponent >= 0) {
      return told.equals(found);
    }
    double digit = Math.pow(10, point + 1 - told.length());
    return Math.abs(Double.parseDouble(told) - Double.parseDouble(found)) <= 0.51 * digit;
  }
}
