package org.backshadow.circuit.ansatz;

import java.util.ArrayList;
import java.util.List;
import org.backshadow.circuit.Angle;
import org.backshadow.circuit.Circuit;
import org.backshadow.pauli.PauliString;
import org.backshadow.pauli.PauliSum;

/**
 * Electrons that go from some spin orbitals to others: {@code T = a^dagger_to1 a^dagger_to2 ...
 * a_from2 a_from1}, and {@code exp(t (T - T^dagger))} as Pauli rotations by Jordan-Wigner, {@code
 * a_p = Z_0 ... Z_p-1 (X_p + i Y_p) / 2}.
 */
record Excitation(List<Integer> from, List<Integer> to) {
  /**
   * The excitations from Hartree-Fock that keep the number of spins up (even orbitals) and down
   * (odd): all singles, then all doubles, each in ascending order.
   */
  static List<Excitation> singlesAndDoubles(int spinOrbitals, int electrons) {
    var found = new ArrayList<Excitation>();
    for (int i = 0; i < electrons; i++) {
      for (int a = electrons; a < spinOrbitals; a++) {
        if ((i + a) % 2 == 0) {
          found.add(new Excitation(List.of(i), List.of(a)));
        }
      }
    }
    for (int i = 0; i < electrons; i++) {
      for (int j = i + 1; j < electrons; j++) {
        for (int a = electrons; a < spinOrbitals; a++) {
          for (int b = a + 1; b < spinOrbitals; b++) {
            if (i % 2 + j % 2 == a % 2 + b % 2) {
              found.add(new Excitation(List.of(i, j), List.of(a, b)));
            }
          }
        }
      }
    }
    return found;
  }

  /** A product of Pauli strings with the power of i in front of it. */
  private record Phased(PauliString string, int power) {
    Phased times(Phased next) {
      int turns = power + next.power + string.productPhase(next.string);
      return new Phased(string.times(next.string), turns & 3);
    }
  }

  /** The Hermitian {@code K = i (T - T^dagger)}; its strings commute. */
  PauliSum generator(int qubits) {
    List<Phased> products = List.of(new Phased(PauliString.identity(qubits), 0));
    for (int p : to) {
      products = times(products, p, true);
    }
    for (int k = from.size() - 1; k >= 0; k--) {
      products = times(products, from.get(k), false);
    }
    // T = sum i^power P / 2^(ladder operators), and only the imaginary part stays in T - T^dagger.
    var terms = new ArrayList<PauliSum.Term>();
    for (Phased product : products) {
      if ((product.power & 1) == 1) {
        double imaginary = product.power == 1 ? 1.0 : -1.0;
        terms.add(new PauliSum.Term(-2 * imaginary / products.size(), product.string));
      }
    }
    return PauliSum.of(qubits, terms);
  }

  /** Times twice a ladder operator: {@code Z ... Z X -+ i Z ... Z Y}. */
  private static List<Phased> times(List<Phased> products, int orbital, boolean creates) {
    int qubits = products.get(0).string.qubits();
    long bit = 1L << (qubits - 1 - orbital);
    long before = (1L << qubits) - 2 * bit;
    var x = new Phased(new PauliString(qubits, bit, before), 0);
    var y = new Phased(new PauliString(qubits, bit, before | bit), creates ? 3 : 1);
    var result = new ArrayList<Phased>(2 * products.size());
    for (Phased product : products) {
      result.add(product.times(x));
      result.add(product.times(y));
    }
    return result;
  }

  /** The circuit, then {@code exp(t (T - T^dagger)) = exp(-i t K)} as rotations that commute. */
  Circuit after(Circuit circuit, Angle t) {
    Circuit longer = circuit;
    for (PauliSum.Term term : generator(circuit.qubits()).terms()) {
      longer = longer.pauliRotation(term.string(), t.times(2 * term.coefficient()));
    }
    return longer;
  }
}
