package org.backshadow.state.symmetric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.apache.commons.math3.distribution.BinomialDistribution;
import org.backshadow.circuit.Circuit;
import org.backshadow.circuit.Operation;
import org.backshadow.pauli.PauliString;
import org.backshadow.state.Complex;
import org.backshadow.state.Simulator;
import org.backshadow.state.StateVector;
import org.backshadow.testing.NaiveMatrix;
import org.backshadow.testing.Samples;
import org.junit.jupiter.api.Test;

/** Against tensor products written out in full. */
class SymmetricBatchTest {
  /** {@code psi (x) psi (x) ...}. */
  private static NaiveMatrix power(NaiveMatrix one, int copies) {
    NaiveMatrix all = one;
    for (int k = 1; k < copies; k++) {
      all = all.kronecker(one);
    }
    return all;
  }

  /** The batch in the full tensor space: each order of an occupation has the same amplitude. */
  private static NaiveMatrix full(SymmetricBatch batch) {
    int modes = 1 << batch.qubits();
    int m = batch.copies();
    int size = (int) Math.pow(modes, m);
    double[] re = new double[size];
    double[] im = new double[size];
    for (int index = 0; index < size; index++) {
      int[] occupation = new int[modes];
      for (int rest = index, k = 0; k < m; k++, rest /= modes) {
        occupation[rest % modes]++;
      }
      double orders = factorial(m);
      for (int n : occupation) {
        orders /= factorial(n);
      }
      Complex amplitude = batch.amplitude(occupation);
      re[index] = amplitude.re() / Math.sqrt(orders);
      im[index] = amplitude.im() / Math.sqrt(orders);
    }
    return NaiveMatrix.generate(size, 1, (r, c) -> re[r], (r, c) -> im[r]);
  }

  private static double factorial(int n) {
    return n < 2 ? 1 : n * factorial(n - 1);
  }

  private static int copies(Samples samples, int qubits) {
    return samples.between(1, qubits == 1 ? 7 : 4);
  }

  @Test
  void copies_and_gates_equal_tensor_products() {
    Samples.each(
        40,
        1,
        samples -> {
          int n = samples.between(1, 2);
          int m = copies(samples, n);
          Circuit preparation = samples.circuit(Samples.Shape.of(n, 5).bound());
          Circuit gates = samples.circuit(Samples.Shape.of(n, 3).bound());
          StateVector one = Simulator.run(preparation);

          SymmetricBatch batch = SymmetricBatch.product(one, m);
          for (Operation gate : gates.operations()) {
            batch = batch.after(gate);
          }

          NaiveMatrix expected = power(NaiveMatrix.state(preparation.then(gates)), m);
          assertThat(full(batch).distance(expected)).isLessThan(1e-13);
          assertThat(batch.distance(Simulator.run(preparation.then(gates)))).isLessThan(1e-13);
        });
  }

  @Test
  void a_gate_and_its_inverse_change_nothing() {
    StateVector one = Simulator.run(Samples.of(5).circuit(Samples.Shape.of(3, 9).bound()));
    SymmetricBatch batch = SymmetricBatch.product(one, 6);
    Circuit gates = Samples.of(6).circuit(Samples.Shape.of(3, 12).bound());

    SymmetricBatch turned = batch;
    for (Operation gate : gates.then(gates.adjoint()).operations()) {
      turned = turned.after(gate);
    }

    assertThat(turned.distance(one)).isLessThan(1e-13);
  }

  @Test
  void sixty_copies_keep_their_norm_and_their_means() {
    Circuit preparation = Samples.of(7).circuit(Samples.Shape.of(2, 9).bound());
    StateVector one = Simulator.run(preparation);
    SymmetricBatch batch = SymmetricBatch.product(one, 60);

    for (String letters : new String[] {"XY", "YZ", "ZZ", "IX"}) {
      double[] p = batch.count(PauliString.of(letters), 1).probabilities();
      var binomial = new BinomialDistribution(null, 60, (1 + one.expectation(letters)) / 2);
      for (int n = 0; n <= 60; n++) {
        assertThat(p[n]).isCloseTo(binomial.probability(n), within(1e-13));
      }
    }
  }

  @Test
  void a_filter_of_the_count_equals_the_operator_on_the_tensor_space() {
    Samples.each(
        30,
        1,
        samples -> {
          int n = samples.between(1, 2);
          int m = samples.between(2, 4);
          Circuit preparation = samples.circuit(Samples.Shape.of(n, 6).bound());
          PauliString string = samples.pauliString(n);
          int outcome = samples.chance(0.5) ? 1 : -1;
          StateVector one = Simulator.run(preparation);

          SymmetricBatch filtered =
              SymmetricBatch.product(one, m)
                  .count(string, outcome)
                  .filtered(count -> 0.3 + 0.7 / (1 + count));

          // sum over which copies have the outcome of the product of their projectors
          NaiveMatrix p = NaiveMatrix.of(string).times(outcome);
          NaiveMatrix identity = NaiveMatrix.identity(1 << n);
          NaiveMatrix with = identity.plus(p).times(0.5);
          NaiveMatrix without = identity.minus(p).times(0.5);
          NaiveMatrix filter = power(identity, m).times(0);
          for (int subset = 0; subset < 1 << m; subset++) {
            NaiveMatrix product = NaiveMatrix.identity(1);
            for (int k = 0; k < m; k++) {
              product = product.kronecker((subset >> k & 1) == 1 ? with : without);
            }
            filter = filter.plus(product.times(0.3 + 0.7 / (1 + Integer.bitCount(subset))));
          }
          NaiveMatrix expected = filter.times(power(NaiveMatrix.state(preparation), m));
          double norm = Math.sqrt(expected.adjoint().times(expected).re(0, 0));
          assertThat(full(filtered).distance(expected.times(1 / norm))).isLessThan(1e-13);
        });
  }

  @Test
  void sizes_that_do_not_fit_are_refused_with_the_arithmetic() {
    assertThatThrownBy(() -> SymmetricBatch.requireMemory(3, 200))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageMatching(
            "200 copies of 3 qubits need C\\(207, 200\\) = [0-9,]+ amplitudes in the symmetric"
                + " subspace, [0-9.]+ .iB at [0-9]+ bytes each, but [0-9.]+ .iB of heap are free; at"
                + " most [0-9]+ copies fit. Raise -Xmx or use fewer copies");
    assertThatThrownBy(() -> SymmetricBatch.requireMemory(2, 0))
        .hasMessage("a batch of 0 copies; at least 1 is needed");
    assertThat(SymmetricBatch.practicalCopies(2)).isEqualTo(65);
    assertThat(SymmetricBatch.practicalCopies(3)).isEqualTo(12);
  }
}
