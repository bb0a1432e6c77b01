package org.backshadow.experiment.sweep;

import java.io.Serializable;
import org.backshadow.resources.Seed;

/**
 * What is done at each point of a sweep. It runs on several threads at once: whatever it draws
 * comes from the seed, and nothing it changes is shared. Serializable, so that a cluster's machines
 * can be sent it; nothing else asks for that.
 *
 * @param <P> the points
 * @param <R> the results, whose components are columns of the table
 */
@FunctionalInterface
public interface Trial<P extends Record, R extends Record> extends Serializable {
  /**
   * One run.
   *
   * @param seed of this point and repeat
   * @throws Exception ends the sweep, which says at which point
   */
  R run(P point, Seed seed) throws Exception;
}
