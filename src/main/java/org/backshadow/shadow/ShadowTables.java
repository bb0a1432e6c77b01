package org.backshadow.shadow;

import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** A look at the data of a shadow. */
final class ShadowTables {
  private static final int SHOWN = 10;

  private ShadowTables() {}

  static Table snapshots(ClassicalShadow shadow) {
    Snapshots snapshots = shadow.run().snapshots();
    var number = IntColumn.create("snapshot");
    var text = StringColumn.create("setting and outcome, qubit 0 leftmost");
    for (int t = 0; t < Math.min(SHOWN, snapshots.size()); t++) {
      number.append(t);
      text.append(snapshots.text(t));
    }
    return Table.create(shadow.toString(), number, text);
  }
}
