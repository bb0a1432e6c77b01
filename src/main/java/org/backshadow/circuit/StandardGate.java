package org.backshadow.circuit;

import static org.backshadow.circuit.Forms.*;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.backshadow.pauli.PauliSum;

/**
 * The gate table: one row a gate. Names and matrices follow OpenQASM 3: {@code rx(t) = exp(-i t X /
 * 2)}, {@code p(t) = diag(1, e^it)}; {@code singleExcitation(t)} turns {@code |01>} into {@code
 * cos(t/2)|01> + sin(t/2)|10>}, {@code doubleExcitation(t)} likewise {@code |0011>} and {@code
 * |1100>}.
 *
 * <pre>{@code
 * StandardGate.RX.generator(0, 0.3) // 0.5*X
 * StandardGate.CX.controls() // 1
 * }</pre>
 */
public enum StandardGate implements Gate {
  /** Nothing. */
  I(0, fixed(permutation(0, 1))),
  /** Pauli's X, the bit flip. */
  X(0, fixed(permutation(1, 0))),
  /** Pauli's Y. */
  Y(0, fixed(dense(0, 0, 0, -1, 0, 1, 0, 0))),
  /**
   * Pauli's Z, the sign of {@code 
   *
   * 1>}.
   */
  Z(0, fixed(phases(0, 1))),
  /** Hadamard's gate. */
  H(0, fixed(dense(R, 0, R, 0, R, 0, -R, 0))),
  /**
   * The phase i of {@code 
   *
   * 1>}: the root of Z.
   */
  S(0, fixed(phases(0, 0.5))),
  /** The inverse of S. */
  SDG(0, fixed(phases(0, -0.5))),
  /**
   * The phase {@code e^(i pi/4)} of {@code 
   *
   * 1>}: the root of S.
   */
  T(0, fixed(phases(0, 0.25))),
  /** The inverse of T. */
  TDG(0, fixed(phases(0, -0.25))),
  /** The root of X. */
  SX(0, fixed(dense(.5, .5, .5, -.5, .5, -.5, .5, .5))),
  /** The inverse of SX. */
  SXDG(0, fixed(dense(.5, -.5, .5, .5, .5, .5, .5, -.5))),
  /** {@code exp(-i t X / 2)}. */
  RX(0, rotation("X")),
  /** {@code exp(-i t Y / 2)}. */
  RY(0, rotation("Y")),
  /** {@code exp(-i t Z / 2)}. */
  RZ(0, rotation("Z")),
  /**
   * The phase {@code e^it} of {@code 
   *
   * 1>}.
   */
  P(0, phase()),
  /** The gate U of OpenQASM 3, from three Euler angles. */
  U(0, euler()),
  /** X where the control is 1. */
  CX(1, X.row),
  /** Y where the control is 1. */
  CY(1, Y.row),
  /** Z where the control is 1. */
  CZ(1, Z.row),
  /** H where the control is 1. */
  CH(1, H.row),
  /** P where the control is 1. */
  CP(1, P.row),
  /** RX where the control is 1. */
  CRX(1, RX.row),
  /** RY where the control is 1. */
  CRY(1, RY.row),
  /** RZ where the control is 1. */
  CRZ(1, RZ.row),
  /** Two qubits change places. */
  SWAP(0, fixed(permutation(0, 2, 1, 3))),
  /** SWAP, and i where the bits differ. */
  ISWAP(0, fixed(swapWith(1))),
  /** The inverse of ISWAP. */
  ISWAPDG(0, fixed(swapWith(-1))),
  /** X where two controls are 1. */
  CCX(2, X.row),
  /** SWAP where the control is 1. */
  CSWAP(1, SWAP.row),
  /** {@code exp(-i t XX / 2)}. */
  RXX(0, rotation("XX")),
  /** {@code exp(-i t YY / 2)}. */
  RYY(0, rotation("YY")),
  /** {@code exp(-i t ZZ / 2)}. */
  RZZ(0, rotation("ZZ")),
  /**
   * {@code 
   *
   * 01>} to {@code 
   * 10>} by half an angle.
   */
  SINGLE_EXCITATION(0, excitation("01", "10")),
  /**
   * {@code 
   *
   * 0011>} to {@code 
   * 1100>} by half an angle.
   */
  DOUBLE_EXCITATION(0, excitation("0011", "1100"));

  private static final Map<StandardGate, StandardGate> PAIRS =
      Map.of(S, SDG, SDG, S, T, TDG, TDG, T, SX, SXDG, SXDG, SX, ISWAP, ISWAPDG, ISWAPDG, ISWAP);

  private final int controls;
  private final Forms.Row row;

  StandardGate(int controls, Forms.Row row) {
    this.controls = controls;
    this.row = row;
  }

  @Override
  public String label() {
    return switch (this) {
      case SINGLE_EXCITATION -> "singleExcitation";
      case DOUBLE_EXCITATION -> "doubleExcitation";
      default -> name().toLowerCase(Locale.ROOT);
    };
  }

  @Override
  public int qubits() {
    return controls + row.targets();
  }

  @Override
  public int controls() {
    return controls;
  }

  @Override
  public int angles() {
    return row.angles();
  }

  @Override
  public UnitaryForm form(double... angles) {
    requireAngles(angles);
    return row.form().at(angles);
  }

  @Override
  public PauliSum generator(int k, double... angles) {
    requireAngles(angles);
    if (k < 0 || k >= angles()) {
      throw new IllegalArgumentException(
          label() + " has " + angles() + " angles, so there is no angle " + k);
    }
    return row.generator().at(k, angles);
  }

  private void requireAngles(double... angles) {
    if (angles.length != angles()) {
      throw new IllegalArgumentException(
          label() + " takes " + angles() + " angles, not " + angles.length);
    }
  }

  @Override
  public Inverse inverse(List<Angle> angles) {
    if (this == U) {
      return new Inverse(
          U, List.of(angles.get(0).negate(), angles.get(2).negate(), angles.get(1).negate()));
    }
    return new Inverse(PAIRS.getOrDefault(this, this), angles.stream().map(Angle::negate).toList());
  }
}
