package org.backshadow.experiment.sweep;

/**
 * Where the trials of a sweep run when not on threads of this process. It may run them anywhere, in
 * any order, and again after a loss: a trial's result depends on its point and its seed alone.
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
