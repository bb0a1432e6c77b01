package org.backshadow.state.engine;

import java.util.List;

/**
 * The numbers of a circuit's rotations at given angles, as the kernels read them.
 *
 * <p>A rotation is {@code cos (1 + tan J)}: a piece gets {@code 1 + tan J} and its cosines at the
 * end, all at once. Where the cosine comes near 0, the rotation is made of two by half the angle.
 */
final class Weights {
  private static final double SMALL_COSINE = 0.01;

  private final int width;
  private final double[] cosine;
  private final double[] sine;
  private final double[] sign;
  private final boolean[] halved;
  private final double[] tangents;
  private final double[] signs;

  Weights(int width, List<RotationCircuit.Rotation> rotations, double[] signs, double[] angles) {
    this.width = width;
    this.signs = signs;
    int count = rotations.size();
    cosine = new double[count];
    sine = new double[count];
    sign = new double[count];
    halved = new boolean[count];
    tangents = new double[count];
    for (int j = 0; j < count; j++) {
      RotationCircuit.Rotation rotation = rotations.get(j);
      set(j, rotation.string(), rotation.angle(angles) / 2);
    }
  }

  private void set(int j, PhasedString string, double half) {
    cosine[j] = StrictMath.cos(half);
    sine[j] = StrictMath.sin(half);
    halved[j] = Math.abs(cosine[j]) < SMALL_COSINE;
    double tangent = halved[j] ? StrictMath.tan(half / 2) : sine[j] / cosine[j];
    sign[j] = RealString.generator(string).sign();
    tangents[j] = sign[j] * tangent;
  }

  /** For each sign mask on the lanes: the signs, then the same negated. */
  static double[] signs(int width) {
    double[] signs = new double[2 * width * width];
    for (int z = 0; z < width; z++) {
      for (int l = 0; l < width; l++) {
        double sign = (Integer.bitCount(l & z) & 1) == 0 ? 1 : -1;
        signs[2 * width * z + l] = sign;
        signs[2 * width * z + width + l] = -sign;
      }
    }
    return signs;
  }

  /** Where the signs of a mask on the lanes stand in the table. */
  int signsAt(int laneSigns) {
    return 2 * width * laneSigns;
  }

  double[] signs() {
    return signs;
  }

  /** The number of rotations. */
  int count() {
    return cosine.length;
  }

  /** The tangent for one pass of rotation j, with the sign of its real string. */
  double tangent(int j) {
    return tangents[j];
  }

  /** True if rotation j is two by half the angle. */
  boolean halved(int j) {
    return halved[j];
  }

  /** The factor that one pass of rotation j leaves out. */
  double factor(int j) {
    return halved[j] ? (1 + cosine[j]) / 2 : cosine[j];
  }

  /** The sign that the rotation's real string has besides its sign masks. */
  double sign(int j) {
    return sign[j];
  }

  double cosine(int j) {
    return cosine[j];
  }

  double sine(int j) {
    return sine[j];
  }
}
