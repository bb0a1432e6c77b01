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
  I(0, fixed(permutation(0, 1))),
  X(0, fixed(permutation(1, 0))),
  Y(0, fixed(dense(0, 0, 0, -1, 0, 1, 0, 0))),
  Z(0, fixed(phases(0, 1))),
  H(0, fixed(dense(R, 0, R, 0, R, 0, -R, 0))),
  S(0, fixed(phases(0, 0.5))),
  SDG(0, fixed(phases(0, -0.5))),
  T(0, fixed(phases(0, 0.25))),
  TDG(0, fixed(phases(0, -0.25))),
  SX(0, fixed(dense(.5, .5, .5, -.5, .5, -.5, .5, .5))),
  SXDG(0, fixed(dense(.5, -.5, .5, .5, .5, .5, .5, -.5))),
  RX(0, rotation("X")),
  RY(0, rotation("Y")),
  RZ(0, rotation("Z")),
  P(0, phase()),
  U(0, euler()),
  CX(1, X.row),
  CY(1, Y.row),
  CZ(1, Z.row),
  CH(1, H.row),
  CP(1, P.row),
  CRX(1, RX.row),
  CRY(1, RY.row),
  CRZ(1, RZ.row),
  SWAP(0, fixed(permutation(0, 2, 1, 3))),
  ISWAP(0, fixed(swapWith(1))),
  ISWAPDG(0, fixed(swapWith(-1))),
  CCX(2, X.row),
  CSWAP(1, SWAP.row),
  RXX(0, rotation("XX")),
  RYY(0, rotation("YY")),
  RZZ(0, rotation("ZZ")),
  SINGLE_EXCITATION(0, excitation("01", "10")),
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
