package org.backshadow.notebook;

import org.dflib.jjava.jupyter.Extension;
import org.dflib.jjava.jupyter.kernel.BaseKernel;

/**
 * Sets a JJava notebook up as soon as this library is on its class path: values show themselves,
 * and {@code circuit(..)} and its like need no import.
 */
public final class JJavaExtension implements Extension {
  private static final String IMPORTS = "import static org.backshadow.Backshadow.*;";

  /** For JJava's service loader. */
  public JJavaExtension() {}

  @Override
  public void install(BaseKernel kernel) {
    Notebook.installJJava(kernel);
    try {
      kernel.evalRaw(IMPORTS);
    } catch (Throwable e) {
      // The notebook then writes the import itself.
    }
  }
}
