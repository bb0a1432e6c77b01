package org.backshadow.state.engine;

import java.util.Arrays;
import java.util.List;

/** The phases of some diagonal rotations together, for each key and lane. */
record PhaseTable(double[] re, double[] im) {

  static PhaseTable of(List<Batch.Turn> turns, Weights weights, int width) {
    int rows = 1 << turns.size();
    double[] re = new double[rows * width];
    double[] im = new double[rows * width];
    Arrays.fill(re, 0, width, 1);
    for (int t = 0; t < turns.size(); t++) {
      Batch.Turn turn = turns.get(t);
      double c = weights.cosine(turn.index());
      double s = weights.sine(turn.index());
      int signsAt = weights.signsAt(turn.string().laneSigns());
      int half = width << t;
      for (int e = 0; e < half; e++) {
        // exp(-i t P / 2) with P = sign: cos - i sign sin
        double signed = weights.signs()[signsAt + (e & (width - 1))] * s;
        double a = re[e];
        double b = im[e];
        re[e] = a * c + b * signed;
        im[e] = b * c - a * signed;
        re[e + half] = a * c - b * signed;
        im[e + half] = b * c + a * signed;
      }
    }
    return new PhaseTable(re, im);
  }
}
