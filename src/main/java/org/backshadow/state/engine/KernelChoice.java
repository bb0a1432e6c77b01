package org.backshadow.state.engine;

/**
 * The kernels of this machine: on vectors if the JVM was started with {@code --add-modules
 * jdk.incubator.vector} and the processor has vectors of four numbers or more, in plain Java
 * otherwise.
 */
final class KernelChoice {
  private static final String MODULE = "jdk.incubator.vector";
  private static final String ON_VECTORS = "org.backshadow.state.engine.VectorKernels";
  private static final int LEAST_WIDTH = 4;

  private static final Kernels BEST = choose();

  private KernelChoice() {}

  static Kernels best() {
    return BEST;
  }

  private static Kernels choose() {
    Kernels plain = new ScalarKernels();
    if (ModuleLayer.boot().findModule(MODULE).isEmpty()) {
      return plain;
    }
    try {
      // By name: this class is compiled apart from the others, against a module that may be absent.
      var made = (Kernels) Class.forName(ON_VECTORS).getDeclaredConstructor().newInstance();
      return made.width() < LEAST_WIDTH ? plain : made;
    } catch (ReflectiveOperationException | LinkageError absent) {
      return plain;
    }
  }
}
