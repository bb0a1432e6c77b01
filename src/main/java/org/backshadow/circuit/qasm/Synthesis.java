package org.backshadow.circuit.qasm;

import java.util.ArrayList;
import java.util.List;
import org.backshadow.circuit.Angle;
import org.backshadow.circuit.StandardGate;
import org.backshadow.circuit.UnitaryForm;

/**
 * A matrix as gates: rotations in the plane of two basis states that clear it column by column, and
 * phases for the diagonal that remains.
 *
 * <p><b>Cost</b>: up to {@code 4^k / 2} rotations under k - 1 controls. <b>Source</b>: M. Reck et
 * al., Phys. Rev. Lett. 73, 58 (1994); M. Nielsen, I. Chuang, section 4.5.
 */
final class Synthesis {
  private final MultiControl out;
  private final List<Integer> controls;
  private final List<Integer> targets;

  /** A rotation that maps amplitudes x, y of states a, b to r, 0. */
  private record Plane(int a, int b, double size, double xPhase, double yPhase) {}

  Synthesis(MultiControl out, List<Integer> controls, List<Integer> targets) {
    this.out = out;
    this.controls = controls;
    this.targets = targets;
  }

  void add(UnitaryForm form) {
    int dimension = 1 << form.qubits();
    double[][] re = new double[dimension][dimension];
    double[][] im = new double[dimension][dimension];
    for (int r = 0; r < dimension; r++) {
      for (int c = 0; c < dimension; c++) {
        re[r][c] = form.re(r, c);
        im[r][c] = form.im(r, c);
      }
    }
    var planes = new ArrayList<Plane>();
    for (int c = 0; c < dimension; c++) {
      for (int r = dimension - 1; r > c; r--) {
        double y = Math.hypot(re[r][c], im[r][c]);
        if (y > 1e-15) {
          double x = Math.hypot(re[c][c], im[c][c]);
          var plane =
              new Plane(
                  c,
                  r,
                  2 * StrictMath.atan2(y, x),
                  StrictMath.atan2(im[c][c], re[c][c]),
                  StrictMath.atan2(im[r][c], re[r][c]));
          clear(re, im, plane);
          planes.add(plane);
        }
      }
    }
    for (int i = 0; i < dimension; i++) {
      phase(i, StrictMath.atan2(im[i][i], re[i][i]));
    }
    for (int k = planes.size() - 1; k >= 0; k--) {
      undo(planes.get(k));
    }
  }

  /** Rows a and b, with their phases taken off, turned by half the angle. */
  private static void clear(double[][] re, double[][] im, Plane plane) {
    turnPhase(re[plane.a], im[plane.a], -plane.xPhase);
    turnPhase(re[plane.b], im[plane.b], -plane.yPhase);
    double c = StrictMath.cos(plane.size / 2);
    double s = StrictMath.sin(plane.size / 2);
    for (double[][] part : List.of(re, im)) {
      for (int k = 0; k < part.length; k++) {
        double a = part[plane.a][k];
        double b = part[plane.b][k];
        part[plane.a][k] = c * a + s * b;
        part[plane.b][k] = c * b - s * a;
      }
    }
  }

  private static void turnPhase(double[] re, double[] im, double phase) {
    double c = StrictMath.cos(phase);
    double s = StrictMath.sin(phase);
    for (int k = 0; k < re.length; k++) {
      double real = re[k] * c - im[k] * s;
      im[k] = re[k] * s + im[k] * c;
      re[k] = real;
    }
  }

  private void undo(Plane plane) {
    int differ = plane.a ^ plane.b;
    int target = 31 - Integer.numberOfLeadingZeros(differ);
    int others = differ & ~(1 << target);
    // a has 0 at the target since a < b; where it is 1, the other differing bits are made those of
    // a
    fan(target, others);
    var conditions = conditions(plane.a, 1 << target);
    flipZeros(plane.a, 1 << target);
    out.rotation(StandardGate.RY, conditions, qubit(target), Angle.of(plane.size));
    flipZeros(plane.a, 1 << target);
    fan(target, others);
    phase(plane.a, plane.xPhase);
    phase(plane.b, plane.yPhase);
  }

  private void fan(int from, int bits) {
    for (int bit = 0; bit < targets.size(); bit++) {
      if ((bits >> bit & 1) == 1) {
        out.add(StandardGate.CX, List.of(qubit(from), qubit(bit)));
      }
    }
  }

  /** {@code e^(i angle)} on one basis state. */
  private void phase(int index, double angle) {
    if (angle != 0) {
      flipZeros(index, 0);
      out.phase(conditions(index, 0), Angle.of(angle));
      flipZeros(index, 0);
    }
  }

  private int qubit(int bit) {
    return targets.get(targets.size() - 1 - bit);
  }

  private List<Integer> conditions(int index, int without) {
    var all = new ArrayList<>(controls);
    for (int bit = 0; bit < targets.size(); bit++) {
      if ((without >> bit & 1) == 0) {
        all.add(qubit(bit));
      }
    }
    return all;
  }

  private void flipZeros(int index, int without) {
    for (int bit = 0; bit < targets.size(); bit++) {
      if (((index | without) >> bit & 1) == 0) {
        out.add(StandardGate.X, List.of(qubit(bit)));
      }
    }
  }
}
