package org.backshadow.state.symmetric;

import java.util.ArrayList;
import java.util.List;
import org.backshadow.circuit.Operation;
import org.backshadow.circuit.UnitaryForm;
import org.backshadow.pauli.PauliString;

/**
 * A gate on each of m copies as steps on the modes of a {@link SymmetricBatch}: phases of single
 * modes and unitaries of two modes, one after the other. A mode is a basis state of one copy.
 */
final class ModeMixing {
  /** One step: of one mode (a phase) or of two. */
  sealed interface Step {}

  record Phase(int mode, double angle) implements Step {}

  record Pair(int first, int second, TwoModeUnitary unitary) implements Step {}

  private static final double NEGLIGIBLE = 1e-300;

  private ModeMixing() {}

  static List<Step> of(Operation operation, int qubits) {
    UnitaryForm form = operation.form();
    List<Step> local =
        form instanceof UnitaryForm.PauliRotation rotation ? pauli(rotation) : givens(form);
    int controls = 0;
    for (int qubit : operation.controls()) {
      controls |= 1 << (qubits - 1 - qubit);
    }
    int targets = place(form.qubits(), operation.targets(), qubits, -1);
    var steps = new ArrayList<Step>();
    for (Step step : local) {
      for (int base = 0; base < 1 << qubits; base++) {
        if ((base & targets) == 0 && (base & controls) == controls) {
          steps.add(lifted(step, base, operation.targets(), qubits));
        }
      }
    }
    return steps;
  }

  private static Step lifted(Step step, int base, List<Integer> targets, int qubits) {
    int count = targets.size();
    if (step instanceof Phase phase) {
      return new Phase(base | place(count, targets, qubits, phase.mode), phase.angle);
    }
    Pair pair = (Pair) step;
    return new Pair(
        base | place(count, targets, qubits, pair.first),
        base | place(count, targets, qubits, pair.second),
        pair.unitary);
  }

  /** The bits of a local index at their places in the register. */
  private static int place(int count, List<Integer> targets, int qubits, int local) {
    int mask = 0;
    for (int k = 0; k < count; k++) {
      mask |= (local >> (count - 1 - k) & 1) << (qubits - 1 - targets.get(k));
    }
    return mask;
  }

  private static List<Step> pauli(UnitaryForm.PauliRotation rotation) {
    var steps = new ArrayList<Step>();
    PauliString p = rotation.string();
    for (int i = 0; i < 1 << p.qubits(); i++) {
      int j = i ^ (int) p.x();
      if (i == j) {
        boolean minus = (Long.bitCount(p.z() & i) & 1) == 1;
        steps.add(new Phase(i, (minus ? 0.5 : -0.5) * rotation.angle()));
      } else if (i < j) {
        steps.add(new Pair(i, j, block(rotation, i, j)));
      }
    }
    return steps;
  }

  private static TwoModeUnitary block(UnitaryForm form, int i, int j) {
    return new TwoModeUnitary(
        new double[] {form.re(i, i), form.re(i, j), form.re(j, i), form.re(j, j)},
        new double[] {form.im(i, i), form.im(i, j), form.im(j, i), form.im(j, j)});
  }

  /** The basis change of each pair of modes that makes a Pauli string diagonal, + to the first. */
  static List<Pair> eigenmodes(PauliString p) {
    var pairs = new ArrayList<Pair>();
    int ys = Long.bitCount(p.x() & p.z()) & 3;
    double r = Math.sqrt(0.5);
    for (int i = 0; i < 1 << p.qubits(); i++) {
      int j = i ^ (int) p.x();
      if (i < j) {
        double sign = (Long.bitCount(p.z() & i) & 1) == 0 ? r : -r;
        double re = ys == 0 ? sign : ys == 2 ? -sign : 0;
        double im = ys == 1 ? sign : ys == 3 ? -sign : 0;
        pairs.add(
            new Pair(
                i,
                j,
                new TwoModeUnitary(new double[] {r, re, r, -re}, new double[] {0, -im, 0, im})));
      }
    }
    return pairs;
  }

  /** Any matrix as a product: phases first, then rotations of two rows, by elimination. */
  private static List<Step> givens(UnitaryForm form) {
    int size = 1 << form.qubits();
    double[][] re = new double[size][size];
    double[][] im = new double[size][size];
    for (int row = 0; row < size; row++) {
      for (int column = 0; column < size; column++) {
        re[row][column] = form.re(row, column);
        im[row][column] = form.im(row, column);
      }
    }
    var undo = new ArrayList<Step>();
    for (int column = 0; column < size; column++) {
      for (int row = column + 1; row < size; row++) {
        double below = Math.hypot(re[row][column], im[row][column]);
        if (below > NEGLIGIBLE) {
          TwoModeUnitary rotation = eliminate(re, im, column, row);
          undo.add(0, new Pair(column, row, rotation.adjoint()));
        }
      }
    }
    var steps = new ArrayList<Step>();
    for (int k = 0; k < size; k++) {
      steps.add(new Phase(k, StrictMath.atan2(im[k][k], re[k][k])));
    }
    steps.addAll(undo);
    return steps;
  }

  /** Turns two rows so that the second has 0 in the first's column; returns the turn. */
  private static TwoModeUnitary eliminate(double[][] re, double[][] im, int first, int second) {
    double aRe = re[first][first];
    double aIm = im[first][first];
    double bRe = re[second][first];
    double bIm = im[second][first];
    double norm = Math.sqrt(aRe * aRe + aIm * aIm + bRe * bRe + bIm * bIm);
    // [[a*, b*], [-b, a]] / norm
    double[] uRe = {aRe / norm, bRe / norm, -bRe / norm, aRe / norm};
    double[] uIm = {-aIm / norm, -bIm / norm, -bIm / norm, aIm / norm};
    for (int column = 0; column < re.length; column++) {
      double xRe = re[first][column];
      double xIm = im[first][column];
      double yRe = re[second][column];
      double yIm = im[second][column];
      re[first][column] = uRe[0] * xRe - uIm[0] * xIm + uRe[1] * yRe - uIm[1] * yIm;
      im[first][column] = uRe[0] * xIm + uIm[0] * xRe + uRe[1] * yIm + uIm[1] * yRe;
      re[second][column] = uRe[2] * xRe - uIm[2] * xIm + uRe[3] * yRe - uIm[3] * yIm;
      im[second][column] = uRe[2] * xIm + uIm[2] * xRe + uRe[3] * yIm + uIm[3] * yRe;
    }
    return new TwoModeUnitary(uRe, uIm);
  }
}
