package org.backshadow.notebook;

import org.backshadow.progress.LiveDisplay;

/** A running Java kernel, of whichever family. */
interface Kernel extends LiveDisplay {
  /** The name of the kernel, for people. */
  String name();

  /** Has the kernel ask our renderings for values of the type; a second time does nothing. */
  void register(Class<?> type) throws ReflectiveOperationException;
}
