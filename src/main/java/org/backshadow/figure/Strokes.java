package org.backshadow.figure;

import java.awt.BasicStroke;

/** The few line styles of the house: widths and dashes in pixels at scale 1. */
final class Strokes {
  static final BasicStroke LINE =
      new BasicStroke(1.8f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND);
  static final BasicStroke DASHED = dashed(1.6f, 7, 4);
  static final BasicStroke REFERENCE = dashed(1.1f, 4, 3);
  static final BasicStroke ERROR = new BasicStroke(1.2f);
  static final BasicStroke HAIR = new BasicStroke(1f);
  static final BasicStroke RIM = new BasicStroke(0.7f);

  private Strokes() {}

  private static BasicStroke dashed(float width, float on, float off) {
    return new BasicStroke(
        width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1f, new float[] {on, off}, 0f);
  }
}
