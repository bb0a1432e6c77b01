package org.backshadow.state.engine;

/**
 * The kernels of this machine: on vectors if the JVM has their module and the processor has vectors
 * of four numbers or more, in plain Java otherwise.
 */
final class KernelChoice {
  private static final int LEAST_WIDTH = 4;

  private static final Kernels BEST = choose();

  private KernelChoice() {}

  static Kernels best() {
    return BEST;
  }

  private static Kernels choose() {
    Kernels plain = new ScalarKernels();
    Kernels made =
        VectorModule.orPlain(Kernels.class, "org.backshadow.state.engine.VectorKernels", plain);
    return made.width() < LEAST_WIDTH ? plain : made;
  }
}
