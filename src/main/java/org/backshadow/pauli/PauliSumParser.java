package org.backshadow.pauli;

import java.util.ArrayList;
import java.util.List;

/**
 * Reads {@code "0.5*ZZI - 1.2*XII + IYX"}; every error names the text, the character and its place.
 */
final class PauliSumParser {
  private final String text;
  private final List<PauliSum.Term> terms = new ArrayList<>();
  private double constant;
  private int qubits;
  private int at;

  PauliSumParser(String text) {
    this.text = text;
  }

  PauliSum parse() {
    skipSpace();
    double sign = sign(false);
    while (true) {
      term(sign);
      skipSpace();
      if (at == text.length()) {
        break;
      }
      sign = sign(true);
    }
    if (qubits == 0) {
      throw error("no Pauli string in it: at least one term needs letters, e.g. 0.5*ZZI", 0);
    }
    if (constant != 0) {
      terms.add(new PauliSum.Term(constant, PauliString.identity(qubits)));
    }
    return PauliSum.of(qubits, terms);
  }

  private double sign(boolean required) {
    boolean here = at < text.length() && (text.charAt(at) == '+' || text.charAt(at) == '-');
    if (!here) {
      if (required) {
        throw error(quoted() + " is not + or -", at);
      }
      return 1;
    }
    double sign = text.charAt(at++) == '-' ? -1 : 1;
    skipSpace();
    return sign;
  }

  private void term(double sign) {
    boolean hasNumber = at < text.length() && isNumeric(text.charAt(at));
    double coefficient = sign * (hasNumber ? number() : 1);
    skipSpace();
    boolean star = at < text.length() && text.charAt(at) == '*';
    if (star && hasNumber) {
      at++;
      skipSpace();
    }
    if (at < text.length() && Character.isLetter(text.charAt(at))) {
      terms.add(new PauliSum.Term(coefficient, string()));
    } else if (hasNumber && !star) {
      constant += coefficient;
    } else if (at == text.length()) {
      throw error("ends where a Pauli string is expected", at);
    } else {
      throw error(quoted() + " is not I, X, Y or Z", at);
    }
  }

  private PauliString string() {
    int start = at;
    while (at < text.length() && Character.isLetterOrDigit(text.charAt(at))) {
      if ("IXYZ".indexOf(text.charAt(at)) < 0) {
        throw error(quoted() + " is not I, X, Y or Z", at);
      }
      at++;
    }
    int length = at - start;
    if (length > PauliString.MAX_QUBITS) {
      throw error(length + " letters, but at most " + PauliString.MAX_QUBITS + " fit", start);
    }
    var string = PauliString.of(text.substring(start, at));
    if (qubits != 0 && qubits != length) {
      throw error(
          "%s has %d qubits but the terms before it have %d".formatted(string, length, qubits),
          start);
    }
    qubits = length;
    return string;
  }

  private double number() {
    int start = at;
    while (at < text.length() && isNumeric(text.charAt(at))) {
      at++;
    }
    if (at < text.length() && "eE".indexOf(text.charAt(at)) >= 0) {
      at++;
      if (at < text.length() && "+-".indexOf(text.charAt(at)) >= 0) {
        at++;
      }
      while (at < text.length() && Character.isDigit(text.charAt(at))) {
        at++;
      }
    }
    String digits = text.substring(start, at);
    try {
      double value = Double.parseDouble(digits);
      if (Double.isFinite(value)) {
        return value;
      }
    } catch (NumberFormatException e) {
      // said below, with the place
    }
    throw error(abbreviated(digits) + " is not a finite number", start);
  }

  private static boolean isNumeric(char c) {
    return c >= '0' && c <= '9' || c == '.';
  }

  private void skipSpace() {
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
  }

  private String quoted() {
    return "'" + Character.toString(text.codePointAt(at)) + "'";
  }

  private IllegalArgumentException error(String what, int place) {
    int space = what.indexOf(' ');
    boolean pointsAtCharacter = what.startsWith("'");
    String located =
        pointsAtCharacter
            ? what.substring(0, space) + " at " + (place + 1) + what.substring(space)
            : what + " (at " + (place + 1) + ")";
    return new IllegalArgumentException("\"" + abbreviated(text) + "\": " + located);
  }

  private static String abbreviated(String words) {
    return words.length() <= 80 ? words : words.substring(0, 77) + "...";
  }
}
