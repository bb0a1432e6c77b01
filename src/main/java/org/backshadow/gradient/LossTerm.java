package org.backshadow.gradient;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.backshadow.estimate.Estimate;
import org.ejml.simple.SimpleMatrix;

/**
 * A part of an {@link Objective}: {@code square F^2 + linear F + constant} of a model's value F.
 * Immutable.
 *
 * <pre>{@code
 * var f = expectation(circuit(1).ry(0, param("a")), pauliSum("Z"));
 * var term = LossTerm.squaredDistance(f, 0.5, List.of("a"));
 * term.loss(f.at(0.4).value()) // 0.1773
 * }</pre>
 */
public final class LossTerm {
  private final Expectation model;
  private final double square;
  private final double linear;
  private final double constant;
  private final int[] places;

  private LossTerm(Expectation model, double square, double linear, double constant, int[] places) {
    this.model = model;
    this.square = square;
    this.linear = linear;
    this.constant = constant;
    this.places = places;
  }

  /** The model's value itself. */
  static LossTerm value(Expectation model) {
    return new LossTerm(model, 0, 1, 0, places(model, model.parameters()));
  }

  /**
   * {@code (F - target)^2}.
   *
   * @param parameters those of the objective; the model has some or all of them
   */
  public static LossTerm squaredDistance(
      Expectation model, double target, List<String> parameters) {
    return new LossTerm(model, 1, -2 * target, target * target, places(model, parameters));
  }

  /** A row of data can make a parameter vanish, such as {@code x*w} at x = 0: by name, then. */
  private static int[] places(Expectation model, List<String> parameters) {
    Map<String, Integer> index = new HashMap<>();
    parameters.forEach(name -> index.put(name, index.size()));
    return model.parameters().stream().mapToInt(index::get).toArray();
  }

  /** The model for its own share of the objective's parameters. */
  public Evaluation at(double[] theta) {
    return model.at(Arrays.stream(places).mapToDouble(place -> theta[place]).toArray());
  }

  /** True if the gradient needs the model's value: {@code d/dF} depends on F. */
  public boolean needsValue() {
    return square != 0;
  }

  /** The term for a known value. */
  public double loss(double value) {
    return (square * value + linear) * value + constant;
  }

  /** Its derivative by the value. */
  public double slope(double value) {
    return 2 * square * value + linear;
  }

  /**
   * The term from a measured value F: the square of an estimate is on average too large by its
   * variance s^2, which is taken off. Its own variance is {@code slope^2 s^2 + 2 square^2 s^4}. A
   * bias is left where shots all agree, since s is an upper end there: at most {@code 4 (sum |c|)^2
   * / shots^2}, to low losses.
   */
  public Estimate loss(Estimate value) {
    double s = value.standardError();
    double slope = slope(value.value()) * s;
    double curved = square * s * s;
    return Estimate.of(
        loss(value.value()) - curved,
        Math.sqrt(slope * slope + 2 * curved * curved),
        value.degreesOfFreedom());
  }

  /** Adds a multiple of a gradient by the model's parameters to one by the objective's. */
  public void add(double weight, double[] modelGradient, double[] gradient) {
    for (int k = 0; k < places.length; k++) {
      gradient[places[k]] += weight * modelGradient[k];
    }
  }

  /** Adds a multiple of a matrix over the model's parameters to one over the objective's. */
  public void add(double weight, SimpleMatrix ofModel, SimpleMatrix sum) {
    for (int i = 0; i < places.length; i++) {
      for (int j = 0; j < places.length; j++) {
        double before = sum.get(places[i], places[j]);
        sum.set(places[i], places[j], before + weight * ofModel.get(i, j));
      }
    }
  }
}
