package org.backshadow.figure;

import java.awt.Graphics2D;
import tech.tablesaw.api.Table;

/** What can be drawn, described and written to a file. */
interface Picture {
  int width();

  int height();

  /** Draws everything, from the origin to width and height. */
  void paint(Graphics2D g);

  String alt();

  Table table();
}
