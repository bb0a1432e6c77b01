package org.backshadow.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import org.backshadow.pauli.Hamiltonians;
import org.backshadow.pauli.PauliSum;
import org.backshadow.testing.NaiveMatrix;
import org.backshadow.testing.Samples;
import org.junit.jupiter.api.Test;

class PauliFactorsTest {
  @Test
  void ten_thousand_strings_on_twelve_qubits_are_the_sum_of_each() {
    agrees(Samples.of(1), 12, 10_000);
  }

  @Test
  void the_strings_of_lithium_hydride_are_the_sum_of_each() throws Exception {
    String file = "/org/backshadow/pauli/lih_sto3g_1.45_jw12.json";
    PauliSum hamiltonian =
        Hamiltonians.read(Path.of(PauliFactorsTest.class.getResource(file).toURI()));
    assertThat(hamiltonian.terms()).hasSize(631);

    agrees(Samples.of(2), hamiltonian);
    assertThat(PauliFactors.of(hamiltonian).size()).isLessThan(631 / 4);
  }

  @Test
  void many_strings_with_few_different_flips_are_the_sum_of_each() {
    Samples.each(60, 1, samples -> agrees(samples, samples.between(1, 6), 500));
  }

  @Test
  void strings_that_only_differ_in_signs_share_one_sweep() {
    assertThat(PauliFactors.of(PauliSum.parse("ZZ + IZ + ZI + XX + YY + XY"))).hasSize(2);
  }

  private static void agrees(Samples samples, int n, int terms) {
    agrees(samples, samples.pauliSum(n, terms));
  }

  /** String by string with the kernel for one string. */
  private static void agrees(Samples samples, PauliSum observable) {
    int n = observable.qubits();
    Amplitudes psi = state(samples, n);
    double mean = 0;
    double[] re = new double[1 << n];
    double[] im = new double[1 << n];
    for (PauliSum.Term term : observable.terms()) {
      int x = (int) term.string().x();
      int z = (int) term.string().z();
      double c = term.coefficient();
      mean += c * PauliKernel.inner(psi.re, psi.im, psi.re, psi.im, x, z, 0, false);
      PauliKernel.addProduct(re, im, psi.re, psi.im, x, z, 0, c);
    }

    Amplitudes product = psi.times(observable);

    double within = 1e-13 * Math.max(1, observable.oneNorm());
    assertThat(psi.expectation(observable)).isCloseTo(mean, within(within));
    assertThat(product.re).containsExactly(re, within(within));
    assertThat(product.im).containsExactly(im, within(within));
  }

  private static Amplitudes state(Samples samples, int n) {
    NaiveMatrix column = samples.state(n);
    Amplitudes psi = Amplitudes.zeroState(n);
    for (int i = 0; i < 1 << n; i++) {
      psi.re[i] = column.re(i, 0);
      psi.im[i] = column.im(i, 0);
    }
    return psi;
  }
}
