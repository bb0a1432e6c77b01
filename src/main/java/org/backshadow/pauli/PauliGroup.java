package org.backshadow.pauli;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * Terms that one setting of single-qubit measurements reads together.
 *
 * <pre>{@code
 * PauliGroup group = Grouping.qubitWise(pauliSum("0.5*ZZI + IZI - XXX")).get(0);
 * group.basis() // ZZI
 * group.oneNorm() // 1.5
 * }</pre>
 *
 * @param basis the letter measured on each qubit; I where no term looks
 * @param terms terms whose letters equal the basis or are I
 */
public record PauliGroup(PauliString basis, List<PauliSum.Term> terms) {
  /** Keeps a copy of the terms. */
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
