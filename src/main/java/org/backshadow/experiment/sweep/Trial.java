package org.backshadow.experiment.sweep;

import java.io.Serializable;
import org.backshadow.resources.Seed;

/**
 * What is done at each point of a sweep. It runs on several threads at once: whatever it draws
 * comes from the seed, and nothing it changes is shared. Serializable, so that a cluster's machines
 * can be sent it; nothing else asks for that.
 *
 * <pre>{@code
 * record Point(double angle) {}
 * record Row(double z) {}
 * Trial<Point, Row> trial = (p, seed) -> new Row(
 *     state(circuit(1).ry(0, p.angle())).expectation("Z"));
 * trial.run(new Point(0.4), new Seed(7)) // Row[z=0.9211]
 * sweep(grid(Point.class, List.of(0.0, 0.4))).trial(trial).run().table().rowCount() // 2
 * }</pre>
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
