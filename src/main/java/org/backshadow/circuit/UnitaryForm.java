package org.backshadow.circuit;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;
import org.backshadow.pauli.PauliString;

/**
 * The four shapes of unitary that a simulator has kernels for, on the target qubits of a gate (its
 * first target is the most significant bit of an index).
 *
 * <pre>{@code
 * UnitaryForm form = StandardGate.RY.form(Math.PI / 2);
 * form.re(1, 0) // 0.7071
 * }</pre>
 */
public sealed interface UnitaryForm {
  /** The number of target qubits. */
  int qubits();

  private static void requireFinite(String what, double... values) {
    for (double value : values) {
      if (!Double.isFinite(value)) {
        throw new IllegalArgumentException(what + " is " + value + "; it must be finite");
      }
    }
  }

  /** The matrix entry: real part. */
  double re(int row, int column);

  /** The matrix entry: imaginary part. */
  double im(int row, int column);

  /** {@code exp(-i angle P / 2)}. */
  record PauliRotation(PauliString string, double angle) implements UnitaryForm {
    /** Checks that the angle is finite. */
    public PauliRotation {
      requireNonNull(string, "string");
      requireFinite("angle", angle);
    }

    @Override
    public int qubits() {
      return string.qubits();
    }

    @Override
    public double re(int row, int column) {
      double cosine = row == column ? StrictMath.cos(angle / 2) : 0;
      return cosine + ((ys() & 1) == 1 ? sine(row, column) : 0);
    }

    @Override
    public double im(int row, int column) {
      return (ys() & 1) == 0 ? sine(row, column) : 0;
    }

    private int ys() {
      return Long.bitCount(string.x() & string.z());
    }

    /** The entry of {@code -i sin(angle/2) P} without its i: {@code -i i^ys} is -i, 1, i, -1. */
    private double sine(int row, int column) {
      if ((row ^ column) != string.x()) {
        return 0;
      }
      boolean flip = (Long.bitCount(string.z() & column) & 1) == 1;
      double sign = (ys() & 3) % 3 == 0 ? -1 : 1;
      return (flip ? -sign : sign) * StrictMath.sin(angle / 2);
    }
  }

  /** Phases on the diagonal. */
  final class Diagonal implements UnitaryForm {
    private final double[] re;
    private final double[] im;

    /** Takes {@code 2^k} entries, both arrays <i>read</i>. */
    public Diagonal(double[] re, double[] im) {
      if (re.length != im.length || Integer.bitCount(re.length) != 1) {
        throw new IllegalArgumentException(
            "a diagonal on k qubits has 2^k entries re and im, not %d and %d"
                .formatted(re.length, im.length));
      }
      requireFinite("an entry re of the diagonal", re);
      requireFinite("an entry im of the diagonal", im);
      this.re = re.clone();
      this.im = im.clone();
    }

    @Override
    public int qubits() {
      return Integer.numberOfTrailingZeros(re.length);
    }

    @Override
    public double re(int row, int column) {
      return row == column ? re[row] : 0;
    }

    @Override
    public double im(int row, int column) {
      return row == column ? im[row] : 0;
    }
  }

  /** Basis state {@code i} becomes basis state {@code image(i)}. */
  final class Permutation implements UnitaryForm {
    private final int[] image;

    /** Takes {@code 2^k} images, each of 0 to {@code 2^k - 1} once; <i>read</i>. */
    public Permutation(int... image) {
      int size = image.length;
      if (Integer.bitCount(size) != 1) {
        throw new IllegalArgumentException("a permutation on k qubits has 2^k images, not " + size);
      }
      if (Arrays.stream(image).filter(i -> i >= 0 && i < size).distinct().count() != size) {
        throw new IllegalArgumentException(
            "the image is not a permutation of 0..%d: %s"
                .formatted(size - 1, Arrays.toString(image)));
      }
      this.image = image.clone();
    }

    /** Where the basis state of this index goes. */
    public int image(int index) {
      return image[index];
    }

    @Override
    public int qubits() {
      return Integer.numberOfTrailingZeros(image.length);
    }

    @Override
    public double re(int row, int column) {
      return image[column] == row ? 1 : 0;
    }

    @Override
    public double im(int row, int column) {
      return 0;
    }
  }

  /** Any matrix, row by row. */
  final class Dense implements UnitaryForm {
    private final int qubits;
    private final double[] re;
    private final double[] im;

    /** Takes {@code 4^k} entries, row-major, both arrays <i>read</i>. */
    public Dense(double[] re, double[] im) {
      this.qubits = Integer.numberOfTrailingZeros(re.length) / 2;
      if (re.length != im.length || re.length != 1 << 2 * qubits) {
        throw new IllegalArgumentException(
            "a matrix on k qubits has 4^k entries re and im, not %d and %d"
                .formatted(re.length, im.length));
      }
      requireFinite("an entry re of the matrix", re);
      requireFinite("an entry im of the matrix", im);
      this.re = re.clone();
      this.im = im.clone();
    }

    @Override
    public int qubits() {
      return qubits;
    }

    @Override
    public double re(int row, int column) {
      return re[(row << qubits) + column];
    }

    @Override
    public double im(int row, int column) {
      return im[(row << qubits) + column];
    }
  }
}
