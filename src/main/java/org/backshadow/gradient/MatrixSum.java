package org.backshadow.gradient;

import java.util.List;
import org.backshadow.estimate.Estimate;
import org.ejml.simple.SimpleMatrix;

/** Adds independent estimates of second derivatives by gate angles up to a matrix by parameters. */
final class MatrixSum {
  private final SimpleMatrix values;
  private final SimpleMatrix variances;

  MatrixSum(int parameters) {
    values = new SimpleMatrix(parameters, parameters);
    variances = new SimpleMatrix(parameters, parameters);
  }

  /** Adds {@code factor} times an estimate to every entry by its weight. */
  void add(List<SecondOrder.Entry> entries, double factor, Estimate estimate) {
    for (SecondOrder.Entry entry : entries) {
      double scale = factor * entry.weight();
      double error = scale * estimate.standardError();
      add(values, entry, scale * estimate.value());
      add(variances, entry, error * error);
    }
  }

  private static void add(SimpleMatrix matrix, SecondOrder.Entry entry, double by) {
    matrix.set(entry.row(), entry.column(), matrix.get(entry.row(), entry.column()) + by);
  }

  SimpleMatrix values() {
    return values;
  }

  SimpleMatrix standardErrors() {
    return variances.elementPower(0.5);
  }
}
