package org.backshadow.pauli;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * A Hermitian observable as a sum of Pauli strings with real coefficients.
 *
 * <p>Equal strings are merged in the order of their first appearance and terms that cancel exactly
 * are dropped, so the zero observable has no terms. Immutable.
 *
 * <pre>{@code
 * var h = PauliSum.parse("0.5*ZZ - 1.2*XI");
 * h.commutator(PauliSum.parse("IX")) // -ZY
 * h.oneNorm() // 1.7
 * }</pre>
 */
public final class PauliSum {
  private final int qubits;
  private final List<Term> terms;

  /** One term: a finite coefficient and its string. */
  public record Term(double coefficient, PauliString string) {
    /**
     * A coefficient and a string.
     *
     * @throws IllegalArgumentException if the coefficient is not finite
     */
    public Term {
      requireNonNull(string, "string");
      if (!Double.isFinite(coefficient)) {
        throw new IllegalArgumentException(
            "the coefficient of " + string + " is " + coefficient + "; it must be finite");
      }
    }
  }

  private PauliSum(int qubits, List<Term> terms) {
    this.qubits = qubits;
    this.terms = terms;
  }

  /**
   * Reads a sum such as {@code "0.5*ZZI - 1.2*XII + IYX"}; the star may be left out and a bare
   * number stands for a multiple of the identity.
   *
   * @throws IllegalArgumentException pointing at the character that is wrong
   */
  public static PauliSum parse(String text) {
    return new PauliSumParser(text).parse();
  }

  /** The sum of the given terms on so many qubits; no terms make the zero observable. */
  public static PauliSum of(int qubits, Collection<Term> terms) {
    Map<PauliString, Double> merged = new LinkedHashMap<>();
    for (Term term : terms) {
      if (term.string().qubits() != qubits) {
        throw new IllegalArgumentException(
            "%s has %d qubits but the sum has %d"
                .formatted(term.string(), term.string().qubits(), qubits));
      }
      merged.merge(term.string(), term.coefficient(), Double::sum);
    }
    var kept = new ArrayList<Term>(merged.size());
    merged.forEach(
        (string, coefficient) -> {
          if (coefficient != 0) {
            kept.add(new Term(coefficient, string));
          }
        });
    return new PauliSum(qubits, List.copyOf(kept));
  }

  /** One string with coefficient 1. */
  public static PauliSum of(PauliString string) {
    return of(string.qubits(), List.of(new Term(1, string)));
  }

  /** Letters of each string. */
  public int qubits() {
    return qubits;
  }

  /** The terms in the order of their first appearance. */
  public List<Term> terms() {
    return terms;
  }

  /**
   * The coefficient of a string, 0 if it does not occur.
   *
   * @throws IllegalArgumentException if the string is not of this many qubits
   */
  public double coefficient(String string) {
    var wanted = PauliString.of(requireNonNull(string, "string"));
    if (wanted.qubits() != qubits) {
      throw new IllegalArgumentException(
          "%s has %d qubits but the sum has %d".formatted(wanted, wanted.qubits(), qubits));
    }
    return terms.stream()
        .filter(term -> term.string().equals(wanted))
        .mapToDouble(Term::coefficient)
        .sum();
  }

  /** The sum of two observables on the same qubits. */
  public PauliSum plus(PauliSum other) {
    requireSameQubits(other);
    var all = new ArrayList<>(terms);
    all.addAll(other.terms);
    return of(qubits, all);
  }

  /** The difference of two observables on the same qubits. */
  public PauliSum minus(PauliSum other) {
    return plus(other.times(-1));
  }

  /** The observable times a number. */
  public PauliSum times(double factor) {
    return of(
        qubits, terms.stream().map(t -> new Term(factor * t.coefficient(), t.string())).toList());
  }

  /**
   * The operator product, where it is Hermitian: up to a commutator whose coefficients are at most
   * 1e-14 of the product of the two one-norms, which is what rounding leaves of terms that cancel.
   *
   * @throws IllegalArgumentException if the operators do not commute; {@link #commutator} and
   *     {@link #anticommutator} are Hermitian always
   */
  public PauliSum times(PauliSum other) {
    double rounding = 1e-14 * oneNorm() * other.oneNorm();
    for (Term term : commutator(other).terms) {
      if (Math.abs(term.coefficient()) > rounding) {
        throw new IllegalArgumentException(
            "the product is not Hermitian (i[A, B] has %s with %s); use anticommutator or commutator"
                .formatted(term.string(), term.coefficient()));
      }
    }
    return anticommutator(other).times(0.5);
  }

  /** {@code AB + BA}. */
  public PauliSum anticommutator(PauliSum other) {
    return product(other, 0);
  }

  /** {@code i(AB - BA)}. */
  public PauliSum commutator(PauliSum other) {
    return product(other, 1);
  }

  /** Twice the part of {@code i^turn AB} whose coefficients are real. */
  private PauliSum product(PauliSum other, int turn) {
    requireSameQubits(other);
    var products = new ArrayList<Term>();
    for (Term a : terms) {
      for (Term b : other.terms) {
        int phase = (a.string().productPhase(b.string()) + turn) & 3;
        if ((phase & 1) == 0) {
          double sign = phase == 0 ? 2 : -2;
          products.add(
              new Term(sign * a.coefficient() * b.coefficient(), a.string().times(b.string())));
        }
      }
    }
    return of(qubits, products);
  }

  /** The sum of the absolute coefficients: a bound on the operator norm. */
  public double oneNorm() {
    return terms.stream().mapToDouble(t -> Math.abs(t.coefficient())).sum();
  }

  /** The coefficient of the identity: the part that needs no measurement. */
  public double constant() {
    return terms.stream().filter(t -> t.string().isIdentity()).mapToDouble(Term::coefficient).sum();
  }

  /** The sum without its constant: the part that is measured. */
  public PauliSum traceless() {
    return new PauliSum(
        qubits, terms.stream().filter(term -> !term.string().isIdentity()).toList());
  }

  /** As a table: coefficient | string. */
  public Table table() {
    return Table.create(
        "%d %s on %d %s"
            .formatted(
                terms.size(),
                terms.size() == 1 ? "term" : "terms",
                qubits,
                qubits == 1 ? "qubit" : "qubits"),
        DoubleColumn.create("coefficient", terms.stream().mapToDouble(Term::coefficient).toArray()),
        StringColumn.create("string", terms.stream().map(t -> t.string().toString()).toList()));
  }

  /** The groups that one circuit measures, as a table: group | basis | terms | sum of |c|. */
  public Table groups() {
    return Grouping.table(Grouping.qubitWise(this));
  }

  private void requireSameQubits(PauliSum other) {
    if (qubits != other.qubits) {
      throw new IllegalArgumentException(
          "the sums have %d and %d qubits".formatted(qubits, other.qubits));
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof PauliSum sum && qubits == sum.qubits && terms.equals(sum.terms);
  }

  @Override
  public int hashCode() {
    return 31 * qubits + terms.hashCode();
  }

  /** The sum as {@link #parse} reads it. */
  @Override
  public String toString() {
    var text = new StringBuilder();
    for (Term term : terms) {
      double c = term.coefficient();
      text.append(text.isEmpty() ? (c < 0 ? "-" : "") : (c < 0 ? " - " : " + "));
      text.append(Math.abs(c) == 1 ? "" : Math.abs(c) + "*").append(term.string());
    }
    return text.isEmpty() ? "0*" + PauliString.identity(qubits) : text.toString();
  }
}
