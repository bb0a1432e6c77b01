package org.backshadow.pauli;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * Terms that one setting of single-qubit measurements reads together.
 *
 * @param basis the letter measured on each qubit; I where no term looks
 * @param terms terms whose letters equal the basis or are I
 */
public record PauliGroup(PauliString basis, List<PauliSum.Term> terms) {
  public PauliGroup {
    requireNonNull(basis, "basis");
    requireNonNull(terms, "terms");
    terms = List.copyOf(terms);
  }

  /** The sum of the absolute coefficients: half the range of one shot's value. */
  public double oneNorm() {
    return terms.stream().mapToDouble(t -> Math.abs(t.coefficient())).sum();
  }
}
