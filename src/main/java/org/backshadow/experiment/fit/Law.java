package org.backshadow.experiment.fit;

/**
 * A law of growth with a factor A and an exponent k. On the logarithm of y each is a straight line:
 * {@code log y = log A + k t(x)}.
 *
 * <pre>{@code
 * Law.POLYLOG.formula() // (log x)^k
 * Law.EXPONENTIAL.words() // exponential
 * }</pre>
 */
public enum Law {
  /** {@code A x^k}. */
  POWER("power law", "x^k") {
    @Override
    double term(double x) {
      return StrictMath.log(x);
    }
  },
  /** {@code A e^(k x)}, which is {@code A c^x} with the base {@code c = e^k}. */
  EXPONENTIAL("exponential", "c^x") {
    @Override
    double term(double x) {
      return x;
    }
  },
  /** {@code A (log x)^k}, for x above 1. */
  POLYLOG("polylogarithm", "(log x)^k") {
    @Override
    double term(double x) {
      return StrictMath.log(StrictMath.log(x));
    }
  };

  private final String words;
  private final String formula;

  Law(String words, String formula) {
    this.words = words;
    this.formula = formula;
  }

  /** The t in {@code log y = log A + k t}. */
  abstract double term(double x);

  /** In words: {@code power law}. */
  public String words() {
    return words;
  }

  /** {@code x^k}. */
  public String formula() {
    return formula;
  }

  /** Whether the law is defined at these sizes. */
  boolean allows(double smallest) {
    return switch (this) {
      case POWER -> smallest > 0;
      case EXPONENTIAL -> true;
      case POLYLOG -> smallest > 1;
    };
  }
}
