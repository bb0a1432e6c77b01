package org.backshadow.optimize;

import java.util.List;
import org.backshadow.gradient.LossTerm;
import org.backshadow.gradient.Objective;
import org.backshadow.resources.Seed;

/** An objective of which a step of the optimizer may look at some of the terms only. */
interface Batched extends Objective {
  /** True if a step looks at some of the terms only. */
  boolean hasBatches();

  /** The terms that one step looks at, drawn by its seed: all of them without batches. */
  List<LossTerm> batch(Seed seed);

  /** True if steps on it look at some of the terms only. */
  static boolean hasBatches(Objective objective) {
    return objective instanceof Batched batched && batched.hasBatches();
  }

  /** The terms that a step on it with this seed looks at. */
  static List<LossTerm> batch(Objective objective, Seed seed) {
    return objective instanceof Batched batched ? batched.batch(seed) : objective.terms();
  }
}
