package org.backshadow.gradient;

/** A way to get the gradient of a model: exact ones simulate, sampled ones measure. */
public sealed interface GradientMethod permits ExactGradient, SampledGradient {
  /** As the method is called in a cell: {@code parameterShift}. */
  String name();
}
