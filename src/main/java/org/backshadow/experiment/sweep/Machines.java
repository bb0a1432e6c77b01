package org.backshadow.experiment.sweep;

/**
 * Where the trials of a sweep run when not on threads of this process. It may run them anywhere, in
 * any order, and again after a loss: a trial's result depends on its point and its seed alone.
 *
 * <pre>{@code
 * class Here implements Machines {
 *   public <P extends Record> boolean run(Tasks<P> tasks) {
 *     for (int number : tasks.numbers()) { // a cluster would send each to a machine
 *       try {
 *         var type = tasks.pointType();
 *         P point = (P) Columns.of(type).records(type, List.of(tasks.values(number))).get(0);
 *         Record row = tasks.trial().run(point, tasks.seed(number));
 *         tasks.done(number, row.getClass(), Columns.of(row.getClass()).values(row));
 *       } catch (Exception failed) {
 *         throw tasks.failed(number, failed);
 *       }
 *     }
 *     return true;
 *   }
 * }
 * record Point(int qubits) {}
 * record Row(double value) {}
 * var sweep = sweep(grid(Point.class, List.of(2, 3))).trial((p, seed) -> new Row(p.qubits()));
 * sweep.on(new Here()).run().table().rowCount() // 2
 * }</pre>
 */
public interface Machines {
  /**
   * Runs every trial of {@link Tasks#numbers}, handing each result to {@link Tasks#done} in the
   * calling thread.
   *
   * @return false if an interrupt of the calling thread came before the end
   * @throws RuntimeException if a trial fails, from {@link Tasks#failed}
   */
  <P extends Record> boolean run(Tasks<P> tasks);
}
