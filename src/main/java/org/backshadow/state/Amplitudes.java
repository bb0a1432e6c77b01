package org.backshadow.state;

import java.util.List;
import org.backshadow.circuit.Operation;
import org.backshadow.circuit.UnitaryForm;
import org.backshadow.pauli.PauliString;
import org.backshadow.pauli.PauliSum;

/**
 * {@code 2^n} complex amplitudes that gates overwrite in place, real and imaginary parts in arrays
 * of their own. Qubit 0 is the most significant bit of the index.
 */
final class Amplitudes {
  private final int qubits;
  final double[] re;
  final double[] im;

  private Amplitudes(int qubits, double[] re, double[] im) {
    this.qubits = qubits;
    this.re = re;
    this.im = im;
  }

  /** {@code |0...0>}. */
  static Amplitudes zeroState(int qubits) {
    var amplitudes = zero(qubits);
    amplitudes.re[0] = 1;
    return amplitudes;
  }

  private static Amplitudes zero(int qubits) {
    return new Amplitudes(qubits, new double[1 << qubits], new double[1 << qubits]);
  }

  /** Takes {@code 2^qubits} numbers of each kind, both arrays <i>kept</i>. */
  static Amplitudes of(int qubits, double[] re, double[] im) {
    return new Amplitudes(qubits, re, im);
  }

  Amplitudes copy() {
    return new Amplitudes(qubits, re.clone(), im.clone());
  }

  int qubits() {
    return qubits;
  }

  long bytes() {
    return 16L << qubits;
  }

  /** Applies a bound gate. */
  void apply(Operation operation) {
    int controls = mask(operation.controls());
    List<Integer> targets = operation.targets();
    UnitaryForm form = operation.form();
    if (form instanceof UnitaryForm.PauliRotation rotation) {
      PauliString string = rotation.string();
      int x = global(string.x(), targets);
      int z = global(string.z(), targets);
      PauliKernel.rotate(re, im, x, z, controls, rotation.angle());
    } else if (form instanceof UnitaryForm.Diagonal diagonal) {
      BlockKernel.of(qubits, targets, controls).multiply(re, im, diagonal);
    } else if (form instanceof UnitaryForm.Permutation permutation) {
      BlockKernel.of(qubits, targets, controls).permute(re, im, permutation);
    } else {
      BlockKernel.of(qubits, targets, controls).multiply(re, im, (UnitaryForm.Dense) form);
    }
  }

  /** The real number {@code <psi|P|psi>}. */
  double expectation(PauliString string) {
    return PauliKernel.inner(re, im, re, im, (int) string.x(), (int) string.z(), 0, false);
  }

  /** The real number {@code <psi|O|psi>}, in one sweep for all strings with the same flips. */
  double expectation(PauliSum sum) {
    double total = 0;
    for (PauliFactors factors : PauliFactors.of(sum)) {
      total += factors.expectation(re, im);
    }
    return total;
  }

  /** A new vector {@code O|psi>}, in one sweep for all strings with the same flips. */
  Amplitudes times(PauliSum observable) {
    var product = zero(qubits);
    for (PauliFactors factors : PauliFactors.of(observable)) {
      factors.addProduct(product.re, product.im, re, im);
    }
    return product;
  }

  /** A new vector {@code G|psi>}, G on the targets of a gate where its controls are 1. */
  Amplitudes times(PauliSum generator, Operation operation) {
    var product = zero(qubits);
    int controls = mask(operation.controls());
    for (PauliSum.Term term : generator.terms()) {
      int x = global(term.string().x(), operation.targets());
      int z = global(term.string().z(), operation.targets());
      PauliKernel.addProduct(product.re, product.im, re, im, x, z, controls, term.coefficient());
    }
    return product;
  }

  /** The probabilities of all basis states, in a new array. */
  double[] probabilities() {
    double[] p = new double[re.length];
    for (int i = 0; i < p.length; i++) {
      p[i] = re[i] * re[i] + im[i] * im[i];
    }
    return p;
  }

  /** The inner product {@code <this|other>}. */
  Complex inner(Amplitudes other) {
    double real = 0;
    double imaginary = 0;
    for (int i = 0; i < re.length; i++) {
      real += re[i] * other.re[i] + im[i] * other.im[i];
      imaginary += re[i] * other.im[i] - im[i] * other.re[i];
    }
    return new Complex(real, imaginary);
  }

  /** {@code Im <this|G|psi>}, G on the targets of a gate where its controls are 1. */
  double imaginaryInner(PauliSum generator, Operation operation, Amplitudes psi) {
    int controls = mask(operation.controls());
    double total = 0;
    for (PauliSum.Term term : generator.terms()) {
      int x = global(term.string().x(), operation.targets());
      int z = global(term.string().z(), operation.targets());
      total += term.coefficient() * PauliKernel.inner(re, im, psi.re, psi.im, x, z, controls, true);
    }
    return total;
  }

  /** Overwrites this by {@code this - factor other}. */
  void subtract(double factor, Amplitudes other) {
    for (int i = 0; i < re.length; i++) {
      re[i] -= factor * other.re[i];
      im[i] -= factor * other.im[i];
    }
  }

  /** Overwrites this by {@code this - factor other}. */
  void subtract(Complex factor, Amplitudes other) {
    for (int i = 0; i < re.length; i++) {
      re[i] -= factor.re() * other.re[i] - factor.im() * other.im[i];
      im[i] -= factor.re() * other.im[i] + factor.im() * other.re[i];
    }
  }

  /** Overwrites this by a multiple. */
  void scale(double factor) {
    for (int i = 0; i < re.length; i++) {
      re[i] *= factor;
      im[i] *= factor;
    }
  }

  double normSquared() {
    double total = 0;
    for (int i = 0; i < re.length; i++) {
      total += re[i] * re[i] + im[i] * im[i];
    }
    return total;
  }

  private int mask(List<Integer> on) {
    int mask = 0;
    for (int qubit : on) {
      mask |= 1 << (qubits - 1 - qubit);
    }
    return mask;
  }

  /** Moves the bits of a mask on a gate's targets to their places in the register. */
  private int global(long local, List<Integer> targets) {
    int mask = 0;
    int count = targets.size();
    for (int k = 0; k < count; k++) {
      if ((local >>> (count - 1 - k) & 1) == 1) {
        mask |= 1 << (qubits - 1 - targets.get(k));
      }
    }
    return mask;
  }
}
