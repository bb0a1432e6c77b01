package org.backshadow.pauli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.backshadow.json.Json;
import org.jspecify.annotations.Nullable;

/** Reads the two file formats of a Hamiltonian; errors carry the file and the place. */
final class HamiltonianFile {
  private HamiltonianFile() {}

  static PauliSum parse(String file, String content) {
    var terms = content.stripLeading().startsWith("{") ? json(file, content) : csv(file, content);
    if (terms.isEmpty()) {
      throw new IllegalArgumentException(file + ": no terms in it");
    }
    return PauliSum.of(terms.get(0).string().qubits(), terms);
  }

  private static List<PauliSum.Term> csv(String file, String content) {
    var lines = content.lines().toList();
    var head = lines.isEmpty() ? List.<String>of() : cells(lines.get(0));
    int coefficient = head.indexOf("coeff");
    int pauli = head.indexOf("pauli");
    if (coefficient < 0 || pauli < 0) {
      throw new IllegalArgumentException(
          file + ":1: the first line must name the columns coeff and pauli");
    }
    var terms = new ArrayList<PauliSum.Term>();
    for (int i = 1; i < lines.size(); i++) {
      if (!lines.get(i).isBlank()) {
        List<String> cells = cells(lines.get(i));
        String place = file + ":" + (i + 1);
        if (cells.size() != head.size()) {
          throw new IllegalArgumentException(
              "%s: %d cells where the head has %d".formatted(place, cells.size(), head.size()));
        }
        terms.add(term(place, cells.get(coefficient), cells.get(pauli), terms));
      }
    }
    return terms;
  }

  private static List<String> cells(String line) {
    return Arrays.stream(line.split(",", -1)).map(String::strip).toList();
  }

  private static List<PauliSum.Term> json(String file, String content) {
    Object root;
    try {
      root = Json.parse(content);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(file + ":" + e.getMessage(), e);
    }
    var terms = new ArrayList<PauliSum.Term>();
    if (root instanceof Map<?, ?> map && map.get("terms") instanceof List<?> list) {
      for (int i = 0; i < list.size(); i++) {
        String place = file + ": terms[" + i + "]";
        if (!(list.get(i) instanceof Map<?, ?> item)) {
          throw new IllegalArgumentException(place + " is not an object");
        }
        terms.add(term(place, item.get("coeff"), item.get("pauli"), terms));
      }
      return terms;
    }
    throw new IllegalArgumentException(file + ": no array \"terms\" in it");
  }

  private static PauliSum.Term term(
      String place,
      @Nullable Object coefficient,
      @Nullable Object pauli,
      List<PauliSum.Term> before) {
    if (coefficient == null || pauli == null) {
      throw new IllegalArgumentException(place + ": a term needs coeff and pauli");
    }
    PauliSum.Term term;
    try {
      term =
          new PauliSum.Term(
              Double.parseDouble(coefficient.toString()), PauliString.of(pauli.toString()));
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          "%s: the coefficient \"%.80s\" is not a number".formatted(place, coefficient), e);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(place + ": " + e.getMessage(), e);
    }
    if (!before.isEmpty() && before.get(0).string().qubits() != term.string().qubits()) {
      throw new IllegalArgumentException(
          "%s: %s has %d qubits but the first term has %d"
              .formatted(
                  place, term.string(), term.string().qubits(), before.get(0).string().qubits()));
    }
    return term;
  }
}
