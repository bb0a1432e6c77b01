package org.backshadow.notebook;

import org.backshadow.progress.LiveDisplay;

/**
 * Live display in the running kernel. Outside a notebook, and when a kernel refuses, it shows
 * nothing: a picture of progress must not end the work whose progress it shows.
 *
 * <pre>{@code
 * String id = new KernelDisplay().display("half done"); // empty outside a notebook
 * }</pre>
 */
public final class KernelDisplay implements LiveDisplay {
  /** For ServiceLoader. */
  public KernelDisplay() {}

  @Override
  public String display(Object value) {
    try {
      Notebook.install();
      return Notebook.running().map(kernel -> kernel.display(value)).orElse("");
    } catch (Throwable e) {
      return "";
    }
  }

  @Override
  public void update(String id, Object value) {
    if (id.isEmpty()) return;
    try {
      Notebook.running().ifPresent(kernel -> kernel.update(id, value));
    } catch (Throwable e) {
      // The last picture stays.
    }
  }
}
