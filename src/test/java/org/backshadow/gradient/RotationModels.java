package org.backshadow.gradient;

import java.util.ArrayList;
import java.util.List;
import org.backshadow.circuit.Angle;
import org.backshadow.circuit.Circuit;
import org.backshadow.circuit.propagation.PauliPropagation;
import org.backshadow.pauli.PauliString;
import org.backshadow.pauli.PauliSum;
import org.backshadow.testing.Samples;

/** Random models of Pauli rotations between Clifford gates behind any state preparation. */
final class RotationModels {
  private RotationModels() {}

  /** Rotations, controlled ones and excitations, some with numbers, between Clifford gates. */
  static Model any(Samples samples) {
    int n = samples.between(1, 3);
    Circuit circuit = preparation(samples, n).rx(0, Angle.parameter("a"));
    int gates = samples.between(2, 8);
    for (int g = 0; g < gates; g++) {
      int q = samples.below(n);
      int r = n == 1 ? q : (q + 1 + samples.below(n - 1)) % n;
      Angle angle = angle(samples);
      circuit =
          switch (samples.below(n == 1 ? 4 : 9)) {
            case 0 -> circuit.pauliRotation(samples.pauliString(n), angle);
            case 1 -> circuit.pauliRotation(samples.pauliString(n), Angle.of(samples.angle()));
            case 2 -> clifford(samples, n, 2, circuit);
            case 3 -> circuit.p(q, angle);
            case 4 -> circuit.crx(q, r, angle);
            case 5 -> circuit.cp(q, r, angle);
            case 6 -> circuit.singleExcitation(q, r, angle);
            case 7 -> circuit.cry(q, r, samples.angle());
            default -> circuit.rzz(q, r, angle);
          };
    }
    return GradientMethodContract.model(samples, circuit, samples.between(1, 4));
  }

  /** Rotations about strings that all commute, half of them seen through Clifford gates. */
  static Model commuting(Samples samples) {
    int n = samples.between(1, 3);
    Circuit circuit = preparation(samples, n);
    List<PauliString> strings = new ArrayList<>();
    for (int tries = 0; tries < 6; tries++) {
      PauliString candidate = samples.pauliString(n);
      if (strings.stream().allMatch(candidate::commutesWith)) {
        strings.add(candidate);
      }
    }
    circuit = circuit.pauliRotation(strings.get(0), Angle.parameter("a"));
    for (PauliString string : strings) {
      circuit = circuit.pauliRotation(string, angle(samples));
    }
    Circuit between = clifford(samples, n, 5, Circuit.of(n));
    circuit = circuit.then(between);
    for (PauliString string : strings) {
      PauliSum carried = PauliSum.of(string);
      for (var operation : between.operations()) {
        carried = PauliPropagation.forward(carried, operation);
      }
      circuit = circuit.pauliRotation(carried.terms().get(0).string(), angle(samples));
    }
    return GradientMethodContract.model(
        samples, clifford(samples, n, 3, circuit), samples.between(1, 4));
  }

  private static Circuit preparation(Samples samples, int n) {
    return samples.circuit(Samples.Shape.of(n, 3 * n).controls(2).bound());
  }

  private static Angle angle(Samples samples) {
    Angle a = Angle.parameter("a");
    Angle b = Angle.parameter("b");
    return switch (samples.below(5)) {
      case 0 -> b;
      case 1 -> a.times(b);
      case 2 -> a.times(samples.gaussian()).plus(samples.angle());
      case 3 -> b.sin().minus(a);
      default -> Angle.parameter("c");
    };
  }

  private static Circuit clifford(Samples samples, int n, int gates, Circuit circuit) {
    for (int g = 0; g < gates; g++) {
      int q = samples.below(n);
      int r = n == 1 ? q : (q + 1 + samples.below(n - 1)) % n;
      circuit =
          switch (samples.below(n == 1 ? 5 : 9)) {
            case 0 -> circuit.h(q);
            case 1 -> circuit.s(q);
            case 2 -> circuit.sx(q);
            case 3 -> circuit.y(q);
            case 4 -> circuit.rz(q, Math.PI / 2);
            case 5 -> circuit.cx(q, r);
            case 6 -> circuit.iswap(q, r);
            case 7 -> circuit.cy(q, r);
            default -> circuit.swap(q, r);
          };
    }
    return circuit;
  }
}
