package org.backshadow.optimize;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import org.backshadow.estimate.Estimate;
import org.backshadow.gradient.ExactGradient;
import org.backshadow.gradient.GradientMethod;
import org.backshadow.gradient.SampledGradient;
import org.backshadow.resources.RandomStream;
import org.backshadow.resources.Seed;
import org.ejml.simple.SimpleMatrix;

/** One step's answers: exact or measured, as the minimization says. */
final class StepLandscape implements Landscape {
  private final ExactLoss exact;
  private final MeasuredLoss measured;
  private final GradientMethod method;
  private final Seed seed;
  private final BiConsumer<double[], Estimate> record;
  private int questions;

  /**
   * @param record is told each loss that is measured, and where
   */
  StepLandscape(
      ExactLoss exact,
      MeasuredLoss measured,
      GradientMethod method,
      Seed seed,
      BiConsumer<double[], Estimate> record) {
    this.exact = exact;
    this.measured = measured;
    this.method = method;
    this.seed = seed;
    this.record = record;
  }

  @Override
  public double value(double... theta) {
    if (measured.shots() == 0) {
      return exact.value(theta);
    }
    Estimate loss = measured.loss(measured.values(theta, next()));
    record.accept(theta, loss);
    return loss.value();
  }

  @Override
  public double[] gradient(double... theta) {
    Seed own = next();
    boolean sampled = method instanceof SampledGradient;
    List<Estimate> values = new ArrayList<>();
    if (measured.shots() > 0 || sampled && measured.needsValues()) {
      values.addAll(measured.values(theta, own));
      record.accept(theta, measured.loss(values));
    }
    return method instanceof SampledGradient through
        ? measured.gradient(theta, through, values, own)
        : exact.gradient(theta, (ExactGradient) method);
  }

  @Override
  public SimpleMatrix metric(double... theta) {
    return exact.metric(theta);
  }

  @Override
  public RandomStream random() {
    return seed.child("optimizer").random();
  }

  /** Each question has a seed of its own, the first that of the step. */
  private Seed next() {
    return questions++ == 0 ? seed : seed.child("question").child(questions);
  }
}
