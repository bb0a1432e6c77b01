package org.backshadow.gradient;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.backshadow.circuit.Angle;
import org.backshadow.circuit.Circuit;
import org.backshadow.circuit.Operation;
import org.backshadow.gradient.Model.Occurrence;
import org.ejml.simple.SimpleMatrix;

/** The frequencies with which a model turns in each of its parameters, and the shifts they need. */
final class ParameterFrequencies {
  private static final double RESOLUTION = 1e-9;

  /** More frequencies than these make shifts that no number of shots would pay for. */
  private static final int MOST = 64;

  private ParameterFrequencies() {}

  /**
   * The shifts of each parameter.
   *
   * @throws IllegalArgumentException if an angle is not linear in a parameter, or a parameter has
   *     more than {@value #MOST} frequencies
   */
  static List<List<ShiftRule.Shift>> rules(Model model) {
    var frequencies = new ArrayList<TreeSet<Double>>();
    for (int k = 0; k < model.theta().length; k++) {
      frequencies.add(new TreeSet<>(List.of(0.0)));
    }
    Circuit bound = model.bound();
    for (Occurrence occurrence : model.occurrences()) {
      Operation operation = bound.operations().get(occurrence.gate());
      List<Double> own = Frequencies.of(operation, occurrence.angle());
      occurrence
          .weights()
          .forEach(
              (k, weight) -> {
                requireLinear(model, occurrence, k);
                frequencies.set(
                    k, sums(frequencies.get(k), own, Math.abs(weight), model.parameters().get(k)));
              });
    }
    return frequencies.stream().map(set -> rule(set.tailSet(0.0, false))).toList();
  }

  private static void requireLinear(Model model, Occurrence occurrence, int parameter) {
    Operation operation = model.circuit().operations().get(occurrence.gate());
    Angle angle = operation.angles().get(occurrence.angle());
    if (!angle.derivative(model.parameters().get(parameter)).isNumber()) {
      throw new IllegalArgumentException(
          "generalShift: the angle %s of %s is not linear in %s; use parameterShift()"
              .formatted(angle, operation.gate().label(), model.parameters().get(parameter)));
    }
  }

  /** All sums of a known frequency and one of a further gate's, of either sign or none. */
  private static TreeSet<Double> sums(
      TreeSet<Double> known, List<Double> further, double weight, String parameter) {
    var sums = new TreeSet<>(known);
    for (double frequency : known) {
      for (double own : further) {
        insert(sums, frequency + weight * own);
        insert(sums, Math.abs(frequency - weight * own));
      }
    }
    if (sums.size() > MOST + 1) {
      throw new IllegalArgumentException(
          "generalShift: %s turns with more than %d frequencies; use parameterShift()"
              .formatted(parameter, MOST));
    }
    return sums;
  }

  private static void insert(TreeSet<Double> sums, double frequency) {
    Double near = sums.floor(frequency + RESOLUTION);
    if (near == null || frequency - near > RESOLUTION) {
      sums.add(frequency);
    }
  }

  private static List<ShiftRule.Shift> rule(Iterable<Double> positive) {
    var frequencies = new ArrayList<Double>();
    positive.forEach(frequencies::add);
    if (frequencies.isEmpty()) {
      return List.of();
    }
    double smallest = frequencies.get(0);
    int multiples = frequencies.size();
    for (int j = 0; j < multiples; j++) {
      if (Math.abs(frequencies.get(j) - (j + 1) * smallest) > RESOLUTION) {
        return solved(frequencies);
      }
    }
    return ShiftRule.of(smallest, multiples);
  }

  /** Shifts spread as for equidistant frequencies up to the largest; coefficients by solving. */
  private static List<ShiftRule.Shift> solved(List<Double> frequencies) {
    int count = frequencies.size();
    double largest = frequencies.get(count - 1);
    var sines = new SimpleMatrix(count, count);
    var slopes = new SimpleMatrix(count, 1);
    double[] shifts = new double[count];
    for (int m = 0; m < count; m++) {
      shifts[m] = (2 * m + 1) * Math.PI / (2 * largest);
    }
    for (int j = 0; j < count; j++) {
      slopes.set(j, 0, frequencies.get(j));
      for (int m = 0; m < count; m++) {
        sines.set(j, m, 2 * StrictMath.sin(frequencies.get(j) * shifts[m]));
      }
    }
    SimpleMatrix coefficients = sines.solve(slopes);
    var rule = new ArrayList<ShiftRule.Shift>();
    for (int m = 0; m < count; m++) {
      rule.add(new ShiftRule.Shift(shifts[m], coefficients.get(m, 0)));
      rule.add(new ShiftRule.Shift(-shifts[m], -coefficients.get(m, 0)));
    }
    return rule;
  }
}
