package org.backshadow.linear;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.ejml.simple.SimpleEVD;
import org.ejml.simple.SimpleMatrix;
import org.junit.jupiter.api.Test;

class ImplicitQlTest {
  /** From an update on 6 qubits: levels in equal pairs, between which rounding stays forever. */
  @Test
  void equal_levels_are_told_from_rounding() {
    double[] diagonal = {
      -0.4731212547272885,
      0.4760422506239328,
      -0.5179887894278974,
      0.5048169202283332,
      0.16600853361811094,
      -0.0011086113469201328,
      -0.7809942370403627,
      0.6263451880720873,
      -0.8659307475973501,
      0.8454412293523896,
      -0.5835154440435542,
      0.5922678971851671,
      0.8873909866256451,
      -0.724950737205929,
      -0.520204221325562,
      0.3695010370091561
    };
    double[] beside = {
      0.9017920965900288,
      0.18873568279404132,
      0.5849349944867024,
      0.029423829494432015,
      0.9350726600340781,
      0.18915389257529103,
      0.47579292104722287,
      2.1426839340527055E-14,
      0.5753450470220456,
      0.17144392237434694,
      0.4922361796975625,
      0.0442813053929844,
      0.5009161524586537,
      0.1647016571284114,
      0.7136982915518137
    };

    double[] found = ImplicitQl.eigenvalues(diagonal, beside);

    Arrays.sort(found);
    double[] expected = independent(diagonal, beside);
    for (int k = 0; k < expected.length; k++) {
      assertThat(Math.abs(found[k] - expected[k])).isLessThan(2e-15);
    }
  }

  private static double[] independent(double[] diagonal, double[] beside) {
    SimpleMatrix matrix = SimpleMatrix.diag(diagonal);
    for (int k = 0; k < beside.length; k++) {
      matrix.set(k, k + 1, beside[k]);
      matrix.set(k + 1, k, beside[k]);
    }
    SimpleEVD<SimpleMatrix> eigen = matrix.eig();
    return eigen.getEigenvalues().stream().mapToDouble(value -> value.real).sorted().toArray();
  }
}
