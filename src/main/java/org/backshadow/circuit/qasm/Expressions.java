package org.backshadow.circuit.qasm;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads expressions: in OpenQASM 2 every number is real and {@code ^} is the power. */
final class Expressions {
  private static final Map<String, Value> CONSTANTS_2 = Map.of("pi", new Value.Real(Math.PI));
  private static final Map<String, Value> CONSTANTS_3 =
      Map.of(
          "pi", new Value.Real(Math.PI),
          "π", new Value.Real(Math.PI),
          "tau", new Value.Real(2 * Math.PI),
          "τ", new Value.Real(2 * Math.PI),
          "euler", new Value.Real(Math.E),
          "ℇ", new Value.Real(Math.E));
  private static final Set<String> FUNCTIONS_2 = Set.of("sin", "cos", "tan", "exp", "ln", "sqrt");
  private static final Set<String> FUNCTIONS_3 =
      Set.of(
          "sin", "cos", "tan", "exp", "log", "sqrt", "arcsin", "arccos", "arctan", "floor",
          "ceiling");
  private static final Set<String> CASTS = Set.of("float", "angle", "int", "uint");

  private final Tokens tokens;
  private final Program program;
  private int nesting;

  Expressions(Tokens tokens, Program program) {
    this.tokens = tokens;
    this.program = program;
  }

  /** The next expression, with the arguments of the gate whose body this is by index. */
  Expression read(Map<String, Integer> arguments) {
    Expression sum = product(arguments);
    while (tokens.peek().is("+") || tokens.peek().is("-")) {
      Token operator = tokens.next();
      sum = Expression.of(operator.place(), operator.text(), sum, product(arguments));
    }
    return sum;
  }

  /** The next expression outside gates. */
  Value value() {
    return read(Map.of()).at(List.of());
  }

  /** A whole number, as registers and controls need it. */
  long whole(String what) {
    Token first = tokens.peek();
    Value value = value();
    if (value instanceof Value.Whole whole) {
      return whole.number();
    }
    boolean integral = value.isNumber() && value.real() == Math.rint(value.real());
    if (program.version() == 2 && integral && Math.abs(value.real()) < 1e15) {
      return (long) value.real();
    }
    throw first.error("%s is a whole number", what);
  }

  private Expression product(Map<String, Integer> arguments) {
    Expression product = signed(arguments);
    while (tokens.peek().is("*") || tokens.peek().is("/") || tokens.peek().is("%")) {
      Token operator = tokens.next();
      product = Expression.of(operator.place(), operator.text(), product, signed(arguments));
    }
    return product;
  }

  private Expression signed(Map<String, Integer> arguments) {
    Token first = tokens.peek();
    if (++nesting > Limits.NESTING) {
      throw first.error("this expression nests more than %d deep", Limits.NESTING);
    }
    Expression value;
    if (tokens.accept("-")) {
      value = Expression.of(first.place(), "-", signed(arguments));
    } else if (tokens.accept("+")) {
      value = signed(arguments);
    } else {
      value = atom(arguments);
      Token next = tokens.peek();
      if (tokens.accept(program.version() == 2 ? "^" : "**")) {
        value = Expression.of(next.place(), next.text(), value, signed(arguments));
      }
    }
    nesting--;
    return value;
  }

  private Expression atom(Map<String, Integer> arguments) {
    Token token = tokens.next();
    if (token.is("(")) {
      return closed(arguments);
    }
    return switch (token.kind()) {
      case REAL -> new Expression.Known(real(token));
      case WHOLE -> new Expression.Known(program.version() == 2 ? real(token) : wholeNumber(token));
      case WORD -> word(token, arguments);
      default -> throw token.error("expected a number or a name, not %s", token.shown());
    };
  }

  private static Value real(Token token) {
    double value = Double.parseDouble(token.text());
    if (!Double.isFinite(value)) {
      throw token.error("%s is beyond a 64-bit number", token.text());
    }
    return new Value.Real(value);
  }

  private static Value wholeNumber(Token token) {
    try {
      return new Value.Whole(Long.parseLong(token.text()));
    } catch (NumberFormatException e) {
      return real(token);
    }
  }

  private Expression word(Token token, Map<String, Integer> arguments) {
    String name = token.text();
    Integer argument = arguments.get(name);
    if (argument != null) {
      return new Expression.Argument(argument);
    }
    Value value = (program.version() == 2 ? CONSTANTS_2 : CONSTANTS_3).get(name);
    if (value == null) {
      value = program.constant(token);
    }
    if (value != null) {
      return new Expression.Known(value);
    }
    if ((program.version() == 2 ? FUNCTIONS_2 : FUNCTIONS_3).contains(name)) {
      tokens.expect("(");
      return Expression.of(token.place(), name, closed(arguments));
    }
    if (program.version() == 3 && (name.equals("pow") || name.equals("mod"))) {
      tokens.expect("(");
      Expression first = read(arguments);
      tokens.expect(",");
      return Expression.of(token.place(), name, first, closed(arguments));
    }
    if (program.version() == 3 && CASTS.contains(name)) {
      return cast(token, arguments);
    }
    throw token.error(
        "unknown name %s in an expression%s", token.shown(), program.knownValues(arguments));
  }

  private Expression closed(Map<String, Integer> arguments) {
    Expression inner = read(arguments);
    tokens.expect(")");
    return inner;
  }

  private Expression cast(Token type, Map<String, Integer> arguments) {
    if (tokens.accept("[")) {
      whole("a width");
      tokens.expect("]");
    }
    tokens.expect("(");
    Expression inner = closed(arguments);
    if (inner instanceof Expression.Known known) {
      return new Expression.Known(Declarations.converted(type, known.value()));
    }
    if (type.is("float") || type.is("angle")) {
      return inner;
    }
    throw type.error("%s of a gate's argument is not supported", type.shown());
  }
}
