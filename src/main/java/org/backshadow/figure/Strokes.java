package org.backshadow.figure;

import java.awt.BasicStroke;
import java.util.List;

/** The few line styles of the house: widths and dashes in pixels at scale 1. */
final class Strokes {
  static final BasicStroke LINE =
      new BasicStroke(1.8f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND);
  static final BasicStroke THEORY = dashed(1.6f, 7, 4);
  static final BasicStroke ERROR = new BasicStroke(1.2f);

  /** Behind an error bar on a bar of any colour: white, wider by 1.2 pixels on each side. */
  static final BasicStroke HALO = new BasicStroke(3.6f);

  static final BasicStroke HAIR = new BasicStroke(1f);
  static final BasicStroke RIM = new BasicStroke(0.7f);

  private Strokes() {}

  /** Dashes that tell several reference lines apart: rank 0, 1, 2, then again. */
  static List<Integer> referenceDash(int rank) {
    return List.of(List.of(4, 3), List.of(2, 2), List.of(9, 3, 2, 3)).get(rank % 3);
  }

  static BasicStroke reference(int rank) {
    var dash = referenceDash(rank);
    var pattern = new float[dash.size()];
    for (int i = 0; i < pattern.length; i++) {
      pattern[i] = dash.get(i);
    }
    return dashed(1.2f, pattern);
  }

  private static BasicStroke dashed(float width, float... pattern) {
    return new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1f, pattern, 0f);
  }
}
