package org.backshadow.circuit.qasm;

import java.util.List;

/** An expression in the body of a gate, whose arguments are known only where it is called. */
sealed interface Expression {
  Value at(List<Value> arguments);

  default int size() {
    return 1;
  }

  default int depth() {
    return 1;
  }

  record Known(Value value) implements Expression {
    @Override
    public Value at(List<Value> arguments) {
      return value;
    }
  }

  /** An argument of the gate. */
  record Argument(int index) implements Expression {
    @Override
    public Value at(List<Value> arguments) {
      return arguments.get(index);
    }
  }

  /** A function or an operator of others. */
  record Apply(Place place, String operator, List<Expression> operands, int size, int depth)
      implements Expression {
    @Override
    public Value at(List<Value> arguments) {
      Value first = operands.get(0).at(arguments);
      return operands.size() == 1
          ? Arithmetic.apply(place, operator, first)
          : Arithmetic.apply(place, operator, first, operands.get(1).at(arguments));
    }
  }

  /** The operator on expressions, evaluated at once where all of them are known. */
  static Expression of(Place place, String operator, Expression... operands) {
    int size = 1;
    int depth = 1;
    boolean known = true;
    for (Expression operand : operands) {
      size += operand.size();
      depth = Math.max(depth, operand.depth() + 1);
      known &= operand instanceof Known;
    }
    if (size > Limits.TERMS) {
      throw place.error("this expression has more than %,d terms", Limits.TERMS);
    }
    var apply = new Apply(place, operator, List.of(operands), size, depth);
    return known ? new Known(apply.at(List.of())) : apply;
  }
}
