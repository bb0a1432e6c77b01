package org.backshadow.exercise;

import java.util.Arrays;
import java.util.Optional;

/**
 * Ways to a gradient, the same if they are for one function at some points.
 *
 * @param model whose gradient is taken
 * @param points where
 */
record GradientKind(GradientRule.Model model, double[]... points) implements Kind<GradientRule> {
  @Override
  public String wanted() {
    return "a function of a function and its parameters, such as"
        + " (f, theta) -> new double[] {f.at(theta)}";
  }

  @Override
  public Optional<GradientRule> read(Object given) {
    return given instanceof GradientRule rule ? Optional.of(rule) : Optional.empty();
  }

  @Override
  public boolean same(GradientRule given, GradientRule other, double tolerance) {
    for (double[] theta : points) {
      double[] ours = gradient(other, theta);
      double[] theirs = gradient(given, theta);
      if (theirs.length != ours.length || NumbersKind.wrong(theirs, ours, tolerance) >= 0) {
        return false;
      }
    }
    return true;
  }

  @Override
  public String difference(GradientRule given, GradientRule right, double tolerance) {
    for (double[] theta : points) {
      double[] ours = gradient(right, theta);
      double[] theirs = gradient(given, theta);
      String where = "at theta = %s: ".formatted(Arrays.toString(theta));
      if (theirs.length != ours.length) {
        return where + "%d numbers for %d parameters".formatted(theirs.length, theta.length);
      }
      int k = NumbersKind.wrong(theirs, ours, tolerance);
      if (k >= 0) {
        return where
            + "component %d is %.6g: %s"
                .formatted(k, theirs[k], NumberKind.compare(theirs[k], ours[k]));
      }
    }
    throw new IllegalArgumentException("the gradients do not differ");
  }

  private double[] gradient(GradientRule rule, double[] theta) {
    try {
      return rule.gradient(model, theta.clone());
    } catch (RuntimeException e) {
      throw new AnswerFailedException(
          "at theta = %s your function fails: %s".formatted(Arrays.toString(theta), e), e);
    }
  }
}
