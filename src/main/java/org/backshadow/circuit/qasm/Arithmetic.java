package org.backshadow.circuit.qasm;

import org.backshadow.circuit.Angle;

/** The operators and functions of both languages on numbers and on parameters. */
final class Arithmetic {
  private static final int LARGEST_POWER = 16;

  private Arithmetic() {}

  static Value apply(Place place, String operator, Value a) {
    if (operator.equals("-") && a instanceof Value.Whole whole && whole.number() != 0) {
      return new Value.Whole(-whole.number());
    }
    if (a instanceof Value.Symbol symbol) {
      Angle angle = symbol.angle();
      return symbol(
          place,
          switch (operator) {
            case "-" -> angle.negate();
            case "sin" -> angle.sin();
            case "cos" -> angle.cos();
            case "exp" -> angle.exp();
            default -> throw unsupported(place, operator);
          },
          symbol.terms() + 1);
    }
    double x = a.real();
    double value =
        switch (operator) {
          case "-" -> -x;
          case "sin" -> StrictMath.sin(x);
          case "cos" -> StrictMath.cos(x);
          case "tan" -> StrictMath.tan(x);
          case "exp" -> StrictMath.exp(x);
          case "ln", "log" -> StrictMath.log(x);
          case "sqrt" -> StrictMath.sqrt(x);
          case "arcsin" -> StrictMath.asin(x);
          case "arccos" -> StrictMath.acos(x);
          case "arctan" -> StrictMath.atan(x);
          case "floor" -> Math.floor(x);
          case "ceiling" -> Math.ceil(x);
          default -> throw new IllegalStateException(operator);
        };
    return real(place, operator, value);
  }

  static Value apply(Place place, String operator, Value a, Value b) {
    if (a instanceof Value.Whole x && b instanceof Value.Whole y) {
      return whole(place, operator, x.number(), y.number());
    }
    if (a.isNumber() && b.isNumber()) {
      return real(place, operator, real(operator, a.real(), b.real()));
    }
    Angle x = a.angle();
    Angle y = b.angle();
    int terms = a.terms() + b.terms() + 1;
    return switch (operator) {
      case "+" -> symbol(place, x.plus(y), terms);
      case "-" -> symbol(place, x.minus(y), terms);
      case "*" -> symbol(place, x.times(y), terms);
      case "/" -> {
        if (!b.isNumber()) {
          throw place.error("a parameter divides here; parameters are divided by numbers only");
        }
        yield symbol(place, x.times(real(place, "/", 1 / b.real()).real()), terms);
      }
      case "**", "^", "pow" -> power(place, a, b);
      default -> throw unsupported(place, operator);
    };
  }

  private static Value power(Place place, Value base, Value exponent) {
    if (exponent.isNumber()) {
      double k = exponent.real();
      if (k == Math.rint(k) && k >= 1 && k <= LARGEST_POWER) {
        Angle all = base.angle();
        for (int i = 1; i < k; i++) {
          all = all.times(base.angle());
        }
        return symbol(place, all, (int) k * (base.terms() + 1));
      }
    }
    throw place.error("the power of a parameter has a whole exponent from 1 to %d", LARGEST_POWER);
  }

  private static Value whole(Place place, String operator, long x, long y) {
    try {
      return switch (operator) {
        case "+" -> new Value.Whole(Math.addExact(x, y));
        case "-" -> new Value.Whole(Math.subtractExact(x, y));
        case "*" -> new Value.Whole(Math.multiplyExact(x, y));
        case "/" -> new Value.Whole(x / y);
        case "%", "mod" -> new Value.Whole(x % y);
        default -> {
          double power = StrictMath.pow(x, y);
          boolean exact = y >= 0 && Math.abs(power) <= 1L << 53;
          yield exact ? new Value.Whole((long) power) : real(place, operator, power);
        }
      };
    } catch (ArithmeticException e) {
      throw place.error(
          "%s of %d and %d is not a 64-bit whole number", Place.quote(operator), x, y);
    }
  }

  private static double real(String operator, double x, double y) {
    return switch (operator) {
      case "+" -> x + y;
      case "-" -> x - y;
      case "*" -> x * y;
      case "/" -> x / y;
      case "%", "mod" -> x % y;
      default -> StrictMath.pow(x, y);
    };
  }

  private static Value real(Place place, String operator, double value) {
    if (!Double.isFinite(value)) {
      throw place.error("%s gives %s here; angles must be finite", Place.quote(operator), value);
    }
    return new Value.Real(value);
  }

  private static Value symbol(Place place, Angle angle, int terms) {
    if (terms > Limits.TERMS) {
      throw place.error("this expression has more than %,d terms", Limits.TERMS);
    }
    return angle.isNumber() ? new Value.Real(angle.value()) : new Value.Symbol(angle, terms);
  }

  private static QasmException unsupported(Place place, String operator) {
    return place.error(
        "%s of a parameter is not supported; use + - * sin cos exp, or divide by a number",
        Place.quote(operator));
  }
}
