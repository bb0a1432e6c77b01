package org.backshadow.circuit;

import java.util.ArrayList;
import java.util.List;
import org.backshadow.pauli.PauliString;
import org.backshadow.pauli.PauliSum;

/** The cells of the gate table: forms as functions of the angles, with their generators. */
final class Forms {
  /** One over the square root of two. */
  static final double R = StrictMath.sqrt(0.5);

  private Forms() {}

  /** A form on so many targets as a function of so many angles. */
  record Row(int targets, int angles, Form form, Generator generator) {}

  interface Form {
    UnitaryForm at(double... angles);
  }

  interface Generator {
    PauliSum at(int k, double... angles);
  }

  static Row fixed(UnitaryForm form) {
    return new Row(
        form.qubits(),
        0,
        angles -> form,
        (k, angles) -> {
          throw new IllegalArgumentException("a fixed gate has no angle " + k);
        });
  }

  static UnitaryForm permutation(int... image) {
    return new UnitaryForm.Permutation(image);
  }

  /** Diagonal of {@code e^(i pi a)} for the given multiples a of pi. */
  static UnitaryForm phases(double... multiples) {
    double[] re = new double[multiples.length];
    double[] im = new double[multiples.length];
    for (int i = 0; i < multiples.length; i++) {
      re[i] = cosPi(multiples[i]);
      im[i] = cosPi(multiples[i] - 0.5);
    }
    return new UnitaryForm.Diagonal(re, im);
  }

  /** The cosine of a multiple of pi, exact at multiples of a half. */
  private static double cosPi(double a) {
    return a == 0.5 || a == -0.5 ? 0 : a == 1 || a == -1 ? -1 : StrictMath.cos(Math.PI * a);
  }

  /** Entries row by row, each as real part, imaginary part. */
  static UnitaryForm dense(double... entries) {
    double[] re = new double[entries.length / 2];
    double[] im = new double[entries.length / 2];
    for (int i = 0; i < re.length; i++) {
      re[i] = entries[2 * i];
      im[i] = entries[2 * i + 1];
    }
    return new UnitaryForm.Dense(re, im);
  }

  /** A swap that multiplies what it swaps by i (sign 1) or -i (sign -1). */
  static UnitaryForm swapWith(int sign) {
    return dense(
        1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, sign, 0, 0, 0, 0, 0, sign, 0, 0, 0, 0, 0, 0, 0, 0, 0,
        0, 1, 0);
  }

  /** {@code exp(-i t P / 2)}. */
  static Row rotation(String letters) {
    var string = PauliString.of(letters);
    var half = PauliSum.of(string).times(0.5);
    return new Row(
        letters.length(),
        1,
        angles -> new UnitaryForm.PauliRotation(string, angles[0]),
        (k, angles) -> half);
  }

  /** {@code diag(1, e^it)}. */
  static Row phase() {
    var generator = PauliSum.parse("0.5*Z - 0.5*I");
    return new Row(
        1,
        1,
        angles ->
            new UnitaryForm.Diagonal(
                new double[] {1, StrictMath.cos(angles[0])},
                new double[] {0, StrictMath.sin(angles[0])}),
        (k, angles) -> generator);
  }

  /** {@code u(theta, phi, lambda) = p(phi) ry(theta) p(lambda)}. */
  static Row euler() {
    return new Row(1, 3, Forms::eulerForm, Forms::eulerGenerator);
  }

  private static UnitaryForm eulerForm(double... angles) {
    double c = StrictMath.cos(angles[0] / 2);
    double s = StrictMath.sin(angles[0] / 2);
    double cosPhi = StrictMath.cos(angles[1]);
    double sinPhi = StrictMath.sin(angles[1]);
    double cosLambda = StrictMath.cos(angles[2]);
    double sinLambda = StrictMath.sin(angles[2]);
    // e^(i (phi + lambda)) as a product: beside a large angle a sum would lose the other's digits.
    return dense(
        c,
        0,
        -s * cosLambda,
        -s * sinLambda,
        s * cosPhi,
        s * sinPhi,
        c * (cosPhi * cosLambda - sinPhi * sinLambda),
        c * (sinPhi * cosLambda + cosPhi * sinLambda));
  }

  private static PauliSum eulerGenerator(int k, double... angles) {
    double theta = angles[0];
    double phi = angles[1];
    return switch (k) {
      case 0 -> sum(0, -StrictMath.sin(phi) / 2, StrictMath.cos(phi) / 2, 0);
      case 1 -> sum(-0.5, 0, 0, 0.5);
      default ->
          sum(
              -0.5,
              StrictMath.sin(theta) * StrictMath.cos(phi) / 2,
              StrictMath.sin(theta) * StrictMath.sin(phi) / 2,
              StrictMath.cos(theta) / 2);
    };
  }

  private static PauliSum sum(double i, double x, double y, double z) {
    return PauliSum.of(
        1,
        List.of(
            new PauliSum.Term(i, PauliString.of("I")),
            new PauliSum.Term(x, PauliString.of("X")),
            new PauliSum.Term(y, PauliString.of("Y")),
            new PauliSum.Term(z, PauliString.of("Z"))));
  }

  /** A rotation by t/2 in the plane of two basis states that differ in every bit. */
  static Row excitation(String from, String to) {
    int qubits = from.length();
    int a = Integer.parseInt(from, 2);
    int b = Integer.parseInt(to, 2);
    var generator = excitationGenerator(to);
    return new Row(
        qubits,
        1,
        angles -> {
          int dimension = 1 << qubits;
          double[] re = new double[dimension * dimension];
          for (int i = 0; i < dimension; i++) {
            re[i * dimension + i] = i == a || i == b ? StrictMath.cos(angles[0] / 2) : 1;
          }
          re[b * dimension + a] = StrictMath.sin(angles[0] / 2);
          re[a * dimension + b] = -StrictMath.sin(angles[0] / 2);
          return new UnitaryForm.Dense(re, new double[dimension * dimension]);
        },
        (k, angles) -> generator);
  }

  /**
   * {@code (i/2)(A - A^dagger)} with {@code A = |to><from|}, the product of {@code (X - iY)/2}
   * where a qubit goes up to 1 and {@code (X + iY)/2} where it goes down.
   */
  private static PauliSum excitationGenerator(String to) {
    int n = to.length();
    var terms = new ArrayList<PauliSum.Term>();
    for (long ys = 0; ys < 1L << n; ys++) {
      if ((Long.bitCount(ys) & 1) == 1) {
        long up = ys & Long.parseLong(to, 2);
        int turns = (Long.bitCount(ys) + 2 * Long.bitCount(up)) & 3;
        double imaginary = turns == 1 ? 1 : -1;
        terms.add(new PauliSum.Term(-imaginary / (1L << n), new PauliString(n, (1L << n) - 1, ys)));
      }
    }
    return PauliSum.of(n, terms);
  }
}
