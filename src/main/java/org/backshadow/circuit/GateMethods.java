package org.backshadow.circuit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.backshadow.pauli.PauliString;
import org.ejml.simple.SimpleMatrix;

/** A circuit's gates as fluent calls: qubits first (controls before targets), angles last. */
abstract sealed class GateMethods extends NoiseMethods permits Circuit {
  /** Appends a gate of your own, or one of {@link StandardGate}. */
  public abstract Circuit gate(Gate gate, List<Integer> qubits, Angle... angles);

  abstract int width();

  private Circuit on(Gate gate, int... qubits) {
    return gate(gate, Arrays.stream(qubits).boxed().toList());
  }

  private Circuit on(Gate gate, double angle, int... qubits) {
    return on(gate, angle(gate, angle), qubits);
  }

  private Circuit on(Gate gate, Angle angle, int... qubits) {
    return gate(gate, Arrays.stream(qubits).boxed().toList(), angle);
  }

  private static Angle angle(Gate gate, double radians) {
    if (!Double.isFinite(radians)) {
      throw new IllegalArgumentException(
          "the angle of " + gate.label() + " is " + radians + "; angles must be finite radians");
    }
    return Angle.of(radians);
  }

  /** Nothing. */
  public Circuit i(int qubit) {
    return on(StandardGate.I, qubit);
  }

  /** Pauli X: flips the qubit. */
  public Circuit x(int qubit) {
    return on(StandardGate.X, qubit);
  }

  /** Pauli Y. */
  public Circuit y(int qubit) {
    return on(StandardGate.Y, qubit);
  }

  /** Pauli Z: flips the sign of 1. */
  public Circuit z(int qubit) {
    return on(StandardGate.Z, qubit);
  }

  /** Hadamard. */
  public Circuit h(int qubit) {
    return on(StandardGate.H, qubit);
  }

  /** A quarter turn about Z: {@code diag(1, i)}. */
  public Circuit s(int qubit) {
    return on(StandardGate.S, qubit);
  }

  /** The inverse of {@code s}. */
  public Circuit sdg(int qubit) {
    return on(StandardGate.SDG, qubit);
  }

  /** An eighth turn about Z: {@code diag(1, e^(i pi/4))}. */
  public Circuit t(int qubit) {
    return on(StandardGate.T, qubit);
  }

  /** The inverse of {@code t}. */
  public Circuit tdg(int qubit) {
    return on(StandardGate.TDG, qubit);
  }

  /** A square root of X. */
  public Circuit sx(int qubit) {
    return on(StandardGate.SX, qubit);
  }

  /** {@code exp(-i angle X / 2)}. */
  public Circuit rx(int qubit, double angle) {
    return on(StandardGate.RX, angle, qubit);
  }

  /** As {@link #rx(int, double)}. */
  public Circuit rx(int qubit, Angle angle) {
    return on(StandardGate.RX, angle, qubit);
  }

  /** {@code exp(-i angle Y / 2)}. */
  public Circuit ry(int qubit, double angle) {
    return on(StandardGate.RY, angle, qubit);
  }

  /** As {@link #ry(int, double)}. */
  public Circuit ry(int qubit, Angle angle) {
    return on(StandardGate.RY, angle, qubit);
  }

  /** {@code exp(-i angle Z / 2)}. */
  public Circuit rz(int qubit, double angle) {
    return on(StandardGate.RZ, angle, qubit);
  }

  /** As {@link #rz(int, double)}. */
  public Circuit rz(int qubit, Angle angle) {
    return on(StandardGate.RZ, angle, qubit);
  }

  /** {@code diag(1, e^(i angle))}. */
  public Circuit p(int qubit, double angle) {
    return on(StandardGate.P, angle, qubit);
  }

  /** As {@link #p(int, double)}. */
  public Circuit p(int qubit, Angle angle) {
    return on(StandardGate.P, angle, qubit);
  }

  /** X on the target where the control is 1. */
  public Circuit cx(int control, int target) {
    return on(StandardGate.CX, control, target);
  }

  /** Y on the target where the control is 1. */
  public Circuit cy(int control, int target) {
    return on(StandardGate.CY, control, target);
  }

  /** Z on the target where the control is 1. */
  public Circuit cz(int control, int target) {
    return on(StandardGate.CZ, control, target);
  }

  /** Hadamard on the target where the control is 1. */
  public Circuit ch(int control, int target) {
    return on(StandardGate.CH, control, target);
  }

  /** {@code diag(1, 1, 1, e^(i angle))}. */
  public Circuit cp(int control, int target, double angle) {
    return on(StandardGate.CP, angle, control, target);
  }

  /** As {@link #cp(int, int, double)}. */
  public Circuit cp(int control, int target, Angle angle) {
    return on(StandardGate.CP, angle, control, target);
  }

  /** {@code rx} on the target where the control is 1. */
  public Circuit crx(int control, int target, double angle) {
    return on(StandardGate.CRX, angle, control, target);
  }

  /** As {@link #crx(int, int, double)}. */
  public Circuit crx(int control, int target, Angle angle) {
    return on(StandardGate.CRX, angle, control, target);
  }

  /** {@code ry} on the target where the control is 1. */
  public Circuit cry(int control, int target, double angle) {
    return on(StandardGate.CRY, angle, control, target);
  }

  /** As {@link #cry(int, int, double)}. */
  public Circuit cry(int control, int target, Angle angle) {
    return on(StandardGate.CRY, angle, control, target);
  }

  /** {@code rz} on the target where the control is 1. */
  public Circuit crz(int control, int target, double angle) {
    return on(StandardGate.CRZ, angle, control, target);
  }

  /** As {@link #crz(int, int, double)}. */
  public Circuit crz(int control, int target, Angle angle) {
    return on(StandardGate.CRZ, angle, control, target);
  }

  /** Exchanges two qubits. */
  public Circuit swap(int first, int second) {
    return on(StandardGate.SWAP, first, second);
  }

  /** Exchanges two qubits and multiplies {@code |01>} and {@code |10>} by i. */
  public Circuit iswap(int first, int second) {
    return on(StandardGate.ISWAP, first, second);
  }

  /** X on the target where both controls are 1. */
  public Circuit ccx(int first, int second, int target) {
    return on(StandardGate.CCX, first, second, target);
  }

  /** Exchanges the targets where the control is 1. */
  public Circuit cswap(int control, int first, int second) {
    return on(StandardGate.CSWAP, control, first, second);
  }

  /** {@code exp(-i angle XX / 2)}. */
  public Circuit rxx(int first, int second, double angle) {
    return on(StandardGate.RXX, angle, first, second);
  }

  /** As {@link #rxx(int, int, double)}. */
  public Circuit rxx(int first, int second, Angle angle) {
    return on(StandardGate.RXX, angle, first, second);
  }

  /** {@code exp(-i angle YY / 2)}. */
  public Circuit ryy(int first, int second, double angle) {
    return on(StandardGate.RYY, angle, first, second);
  }

  /** As {@link #ryy(int, int, double)}. */
  public Circuit ryy(int first, int second, Angle angle) {
    return on(StandardGate.RYY, angle, first, second);
  }

  /** {@code exp(-i angle ZZ / 2)}. */
  public Circuit rzz(int first, int second, double angle) {
    return on(StandardGate.RZZ, angle, first, second);
  }

  /** As {@link #rzz(int, int, double)}. */
  public Circuit rzz(int first, int second, Angle angle) {
    return on(StandardGate.RZZ, angle, first, second);
  }

  /** {@code |01>} to {@code cos(angle/2)|01> + sin(angle/2)|10>}. */
  public Circuit singleExcitation(int first, int second, double angle) {
    return on(StandardGate.SINGLE_EXCITATION, angle, first, second);
  }

  /** As {@link #singleExcitation(int, int, double)}. */
  public Circuit singleExcitation(int first, int second, Angle angle) {
    return on(StandardGate.SINGLE_EXCITATION, angle, first, second);
  }

  /** {@code |0011>} to {@code cos(angle/2)|0011> + sin(angle/2)|1100>}. */
  public Circuit doubleExcitation(int first, int second, int third, int fourth, double angle) {
    return on(StandardGate.DOUBLE_EXCITATION, angle, first, second, third, fourth);
  }

  /** As {@link #doubleExcitation(int, int, int, int, double)}. */
  public Circuit doubleExcitation(int first, int second, int third, int fourth, Angle angle) {
    return on(StandardGate.DOUBLE_EXCITATION, angle, first, second, third, fourth);
  }

  /** {@code p(phi) ry(theta) p(lambda)}, as in OpenQASM 3. */
  public Circuit u(int qubit, double theta, double phi, double lambda) {
    var u = StandardGate.U;
    return u(qubit, angle(u, theta), angle(u, phi), angle(u, lambda));
  }

  /** As {@link #u(int, double, double, double)}; {@code angle(0.1)} makes an angle of a number. */
  public Circuit u(int qubit, Angle theta, Angle phi, Angle lambda) {
    return gate(StandardGate.U, List.of(qubit), theta, phi, lambda);
  }

  /** {@code exp(-i angle P / 2)}; the string has one letter for each qubit of the circuit. */
  public Circuit pauliRotation(String letters, double angle) {
    return pauliRotation(letters, angle(new PauliRotationGate(PauliString.of(letters)), angle));
  }

  /** As {@link #pauliRotation(String, double)}. */
  public Circuit pauliRotation(String letters, Angle angle) {
    return pauliRotation(PauliString.of(letters), angle);
  }

  /** As {@link #pauliRotation(String, double)}. */
  public Circuit pauliRotation(PauliString string, Angle angle) {
    if (string.qubits() != width()) {
      throw new IllegalArgumentException(
          "pauliRotation: %s has %d letters but the circuit has %d qubits"
              .formatted(string, string.qubits(), width()));
    }
    var qubits = new ArrayList<Integer>();
    var letters = new StringBuilder();
    for (int q = 0; q < width(); q++) {
      if (string.letter(q) != 'I' || string.isIdentity() && q == 0) {
        qubits.add(q);
        letters.append(string.letter(q));
      }
    }
    return gate(new PauliRotationGate(PauliString.of(letters.toString())), qubits, angle);
  }

  /**
   * A fixed gate by its matrix, real or complex, with the first of the qubits as the most
   * significant bit of its index.
   *
   * @throws IllegalArgumentException if the matrix is not unitary to 1e-9 or its size does not fit
   */
  public Circuit unitary(SimpleMatrix matrix, int... qubits) {
    return on(MatrixGate.of(matrix), qubits);
  }
}
