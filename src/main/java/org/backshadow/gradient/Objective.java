package org.backshadow.gradient;

import java.util.List;
import org.backshadow.resources.Seed;

/**
 * What can be minimized: a model's value, or a loss over data. It is the mean of terms, each a
 * polynomial of one model's value, so that whoever can estimate values and gradients of models can
 * estimate it and its gradient.
 */
public interface Objective {
  /** The names of the parameters, in the order of every {@code theta}. */
  List<String> parameters();

  /** The terms of the mean. */
  List<LossTerm> terms();

  /** The terms that one step looks at: all, unless it is trained in batches. */
  default List<LossTerm> batch(Seed seed) {
    return terms();
  }

  /** True if a step looks at some of the terms only. */
  default boolean hasBatches() {
    return false;
  }
}
