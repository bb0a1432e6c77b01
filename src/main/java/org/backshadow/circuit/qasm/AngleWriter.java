package org.backshadow.circuit.qasm;

import java.util.function.UnaryOperator;
import org.backshadow.circuit.Angle;

/** Angles as expressions that read back as the same expression, with the same numbers. */
final class AngleWriter implements Angle.Parts<AngleWriter.Text> {
  private static final int SUM = 0;
  private static final int PRODUCT = 1;
  private static final int SIGNED = 2;
  private static final int ATOM = 3;

  private static final String MINUS_ONE = "-1.0";

  private final UnaryOperator<String> names;

  /** An expression and how tightly it binds. */
  record Text(String text, int level) {
    String atLeast(int least) {
      return level < least ? "(" + text + ")" : text;
    }
  }

  private AngleWriter(UnaryOperator<String> names) {
    this.names = names;
  }

  /** The angle with the names that its parameters have in the text. */
  static String write(Angle angle, UnaryOperator<String> names) {
    return angle.fold(new AngleWriter(names)).text();
  }

  @Override
  public Text number(double radians) {
    String text = Double.toString(radians);
    return new Text(text, text.startsWith("-") ? SIGNED : ATOM);
  }

  @Override
  public Text parameter(String name) {
    return new Text(names.apply(name), ATOM);
  }

  @Override
  public Text sum(Text first, Text second) {
    String right =
        second.level() == SIGNED && second.text().startsWith("-")
            ? " - " + second.text().substring(1)
            : " + " + second.atLeast(PRODUCT);
    return new Text(first.text() + right, SUM);
  }

  @Override
  public Text product(Text first, Text second) {
    if (first.text().equals(MINUS_ONE)) {
      return new Text("-" + second.atLeast(ATOM), SIGNED);
    }
    return new Text(first.atLeast(PRODUCT) + "*" + second.atLeast(SIGNED), PRODUCT);
  }

  @Override
  public Text function(String function, Text argument) {
    return new Text(function + "(" + argument.text() + ")", ATOM);
  }
}
