package org.backshadow.testing;

import java.util.List;

/**
 * What the library promises, and the tests that hold it to that.
 *
 * @param number counted from 1
 * @param statement in a sentence
 * @param bound the figure that the tests hold, or where there is none the condition
 * @param when every build, or a full test ({@code ./backshadow test --full}), or by hand
 * @param tests as {@code Class#method}, in the package of tests below {@code org.backshadow}; none
 *     where the proof is no test
 * @param proof what else there is to see: a command, a page
 */
public record Promise(
    int number, String statement, String bound, When when, List<String> tests, String proof) {
  /** When the proof runs. */
  public enum When {
    EVERY("every build"),
    BOTH("every build; longer in a full test"),
    FULL("full test"),
    HAND("by hand");

    private final String text;

    When(String text) {
      this.text = text;
    }
  }

  public Promise {
    tests = List.copyOf(tests);
  }

  static Promise of(int number, String statement, String bound, When when, String... tests) {
    return new Promise(number, statement, bound, when, List.of(tests), "");
  }

  /** The same with a proof that is no test. */
  Promise and(String proof) {
    return new Promise(number, statement, bound, when, tests, proof);
  }

  /** A row of the page's table. */
  String row() {
    var held = new StringBuilder();
    for (String test : tests) {
      held.append(held.isEmpty() ? "" : "<br>").append('`').append(test).append('`');
    }
    if (!proof.isEmpty()) {
      held.append(held.isEmpty() ? "" : "<br>").append(proof);
    }
    return "| %d | %s | %s | %s | %s |".formatted(number, statement, bound, held, when.text);
  }
}
