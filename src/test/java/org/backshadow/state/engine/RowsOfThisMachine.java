package org.backshadow.state.engine;

/** Whether the engine's last bits are those of plain loops here. */
public final class RowsOfThisMachine {
  private RowsOfThisMachine() {}

  /** Processors with shorter vectors have shorter rows, and add in another order. */
  public static boolean areThoseOfPlainLoops() {
    return KernelChoice.best().width() == new ScalarKernels().width();
  }
}
