package org.backshadow.circuit;

import static java.util.Objects.requireNonNull;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.DoubleFunction;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * An angle in radians: a number, a named parameter, or an expression of parameters.
 *
 * <p>{@code theta.times(2).plus(0.3)} is a new angle; nothing changes in place. Derivatives are
 * symbolic, so the chain rule through an expression is exact.
 *
 * <pre>{@code
 * var theta = param("theta");
 * var angle = theta.times(2).plus(0.3);
 * angle.value(Map.of("theta", 0.5)) // 1.3
 * theta.sin().derivative("theta") // cos(theta)
 * }</pre>
 */
public final class Angle {
  private enum Kind {
    NUMBER,
    PARAMETER,
    SUM,
    PRODUCT,
    SIN,
    COS,
    EXP
  }

  private static final Angle ZERO = of(0);
  private static final Angle ONE = of(1);

  private final Kind kind;
  private final double number;
  private final String name;
  private final @Nullable Angle first;
  private final @Nullable Angle second;

  private Angle(
      Kind kind, double number, String name, @Nullable Angle first, @Nullable Angle second) {
    this.kind = kind;
    this.number = number;
    this.name = name;
    this.first = first;
    this.second = second;
  }

  /**
   * A fixed angle.
   *
   * @throws IllegalArgumentException if it is NaN or infinite
   */
  public static Angle of(double radians) {
    if (!Double.isFinite(radians)) {
      throw new IllegalArgumentException(
          "the angle is " + radians + "; angles must be finite radians");
    }
    return new Angle(Kind.NUMBER, radians, "", null, null);
  }

  /** A parameter; two with the same name are the same parameter. */
  public static Angle parameter(String name) {
    if (name.isBlank()) {
      throw new IllegalArgumentException("a parameter needs a name");
    }
    return new Angle(Kind.PARAMETER, 0, name, null, null);
  }

  /** The sum of two angles. */
  public Angle plus(Angle other) {
    if (isNumber() && other.isNumber()) {
      return of(number + other.number);
    }
    return is(0) ? other : other.is(0) ? this : new Angle(Kind.SUM, 0, "", this, other);
  }

  /** The angle and a number of radians. */
  public Angle plus(double radians) {
    return plus(of(radians));
  }

  /** The angle less another. */
  public Angle minus(Angle other) {
    return plus(other.negate());
  }

  /** The angle less a number. */
  public Angle minus(double radians) {
    return plus(-radians);
  }

  /** The product of two angles. */
  public Angle times(Angle other) {
    if (isNumber() && other.isNumber()) {
      return of(number * other.number);
    }
    if (is(0) || other.is(0)) {
      return ZERO;
    }
    if (other.isNumber()) {
      return other.times(this);
    }
    if (isNumber() && other.kind == Kind.PRODUCT && other.first().isNumber()) {
      return other.first().times(this).times(other.second());
    }
    return is(1) ? other : new Angle(Kind.PRODUCT, 0, "", this, other);
  }

  /** The angle times a number. */
  public Angle times(double factor) {
    return times(of(factor));
  }

  /** The angle with the other sign. */
  public Angle negate() {
    return times(-1);
  }

  /** Its square. */
  public Angle square() {
    return times(this);
  }

  /** Its sine. */
  public Angle sin() {
    return function(Kind.SIN);
  }

  /** Its cosine. */
  public Angle cos() {
    return function(Kind.COS);
  }

  /** Its exponential. */
  public Angle exp() {
    return function(Kind.EXP);
  }

  private Angle function(Kind function) {
    var call = new Angle(function, 0, "", this, null);
    return isNumber() ? of(call.value(Map.of())) : call;
  }

  /** True if no parameter stands in it. */
  public boolean isNumber() {
    return kind == Kind.NUMBER;
  }

  /** The names in it, in the order of their appearance. */
  public Set<String> parameters() {
    var names = new LinkedHashSet<String>();
    collect(names);
    return names;
  }

  private void collect(Set<String> names) {
    if (kind == Kind.PARAMETER) {
      names.add(name);
    }
    if (first != null) {
      first.collect(names);
    }
    if (second != null) {
      second.collect(names);
    }
  }

  /**
   * The number of radians for the given values of the parameters.
   *
   * @throws IllegalArgumentException if a parameter has no value
   */
  public double value(Map<String, Double> values) {
    requireNonNull(values, "values");
    return switch (kind) {
      case NUMBER -> number;
      case PARAMETER -> {
        Double value = values.get(name);
        if (value == null) {
          throw new IllegalArgumentException(
              "parameter " + name + " has no value; bind the circuit first");
        }
        yield value;
      }
      case SUM -> first().value(values) + second().value(values);
      case PRODUCT -> first().value(values) * second().value(values);
      case SIN -> StrictMath.sin(first().value(values));
      case COS -> StrictMath.cos(first().value(values));
      case EXP -> StrictMath.exp(first().value(values));
    };
  }

  /** The number of radians of an angle without parameters. */
  public double value() {
    return value(Map.of());
  }

  /** The derivative by a parameter, itself an expression. */
  public Angle derivative(String parameter) {
    requireNonNull(parameter, "parameter");
    return switch (kind) {
      case NUMBER -> ZERO;
      case PARAMETER -> name.equals(parameter) ? ONE : ZERO;
      case SUM -> first().derivative(parameter).plus(second().derivative(parameter));
      case PRODUCT ->
          first()
              .derivative(parameter)
              .times(second())
              .plus(first().times(second().derivative(parameter)));
      case SIN -> first().cos().times(first().derivative(parameter));
      case COS -> first().sin().negate().times(first().derivative(parameter));
      case EXP -> times(first().derivative(parameter));
    };
  }

  /** What to make of the parts of an angle, from the innermost outwards. */
  public interface Parts<T> {
    /** What stands for a number. */
    T number(double radians);

    /** What stands for a parameter. */
    T parameter(String name);

    /** What stands for a sum. */
    T sum(T first, T second);

    /** What stands for a product. */
    T product(T first, T second);

    /** {@code sin}, {@code cos} or {@code exp}. */
    T function(String function, T argument);
  }

  /** The expression in another form, such as the text of a language. */
  public <T> T fold(Parts<T> parts) {
    return switch (kind) {
      case NUMBER -> parts.number(number);
      case PARAMETER -> parts.parameter(name);
      case SUM -> parts.sum(first().fold(parts), second().fold(parts));
      case PRODUCT -> parts.product(first().fold(parts), second().fold(parts));
      case SIN -> parts.function("sin", first().fold(parts));
      case COS -> parts.function("cos", first().fold(parts));
      case EXP -> parts.function("exp", first().fold(parts));
    };
  }

  private boolean is(double value) {
    return isNumber() && number == value;
  }

  private Angle first() {
    return Objects.requireNonNull(first);
  }

  private Angle second() {
    return Objects.requireNonNull(second);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Angle angle
        && kind == angle.kind
        && Double.compare(number, angle.number) == 0
        && name.equals(angle.name)
        && Objects.equals(first, angle.first)
        && Objects.equals(second, angle.second);
  }

  @Override
  public int hashCode() {
    return Objects.hash(kind, number, name, first, second);
  }

  /** As one would write it: {@code 2*theta + 0.3}. */
  @Override
  public String toString() {
    return write(Angle::plain, name -> name);
  }

  private static String plain(double number) {
    return number == Math.rint(number) && Math.abs(number) < 1e15
        ? Long.toString((long) number)
        : Double.toString(number);
  }

  /** As {@link #toString}, with numbers and names written in a way of one's own. */
  String write(DoubleFunction<String> numbers, UnaryOperator<String> names) {
    return switch (kind) {
      case NUMBER -> numbers.apply(number);
      case PARAMETER -> names.apply(name);
      case SUM -> {
        String right = second().write(numbers, names);
        yield first().write(numbers, names)
            + (right.startsWith("-") ? " - " + right.substring(1) : " + " + right);
      }
      case PRODUCT ->
          (first().is(-1) ? "-" : first().factor(numbers, names) + "*")
              + second().factor(numbers, names);
      case SIN -> "sin(" + first().write(numbers, names) + ")";
      case COS -> "cos(" + first().write(numbers, names) + ")";
      case EXP -> "exp(" + first().write(numbers, names) + ")";
    };
  }

  private String factor(DoubleFunction<String> numbers, UnaryOperator<String> names) {
    String text = write(numbers, names);
    return kind == Kind.SUM ? "(" + text + ")" : text;
  }
}
