package org.backshadow.experiment.fit;

/**
 * A straight line by weighted least squares.
 *
 * @param slopeVariance of the slope where the variances of the points are 1 over their weights
 * @param squares the weighted sum of squared residuals
 */
record Line(double intercept, double slope, double slopeVariance, double squares) {
  /** The arrays are read. */
  static Line through(double[] t, double[] z, double[] weights) {
    double total = 0;
    double meanT = 0;
    double meanZ = 0;
    for (int k = 0; k < t.length; k++) {
      total += weights[k];
      meanT += weights[k] * t[k];
      meanZ += weights[k] * z[k];
    }
    meanT /= total;
    meanZ /= total;
    double tt = 0;
    double tz = 0;
    for (int k = 0; k < t.length; k++) {
      tt += weights[k] * (t[k] - meanT) * (t[k] - meanT);
      tz += weights[k] * (t[k] - meanT) * (z[k] - meanZ);
    }
    double slope = tz / tt;
    double intercept = meanZ - slope * meanT;
    double squares = 0;
    for (int k = 0; k < t.length; k++) {
      double residual = z[k] - intercept - slope * t[k];
      squares += weights[k] * residual * residual;
    }
    return new Line(intercept, slope, 1 / tt, squares);
  }

  /** How far the slope moves with each z; the arrays are read. */
  static double[] pull(double[] t, double[] weights) {
    double[] pull = new double[t.length];
    for (int k = 0; k < t.length; k++) {
      double[] unit = new double[t.length];
      unit[k] = 1;
      pull[k] = through(t, unit, weights).slope();
    }
    return pull;
  }
}
