package org.backshadow.pauli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import org.backshadow.testing.NaiveMatrix;
import org.backshadow.testing.Samples;
import org.junit.jupiter.api.Test;

/** Sums against Kronecker products, spectra against closed forms, cuts against enumeration. */
class SpinModelsTest {
  private static final int[][] SQUARE = {{0, 1}, {1, 2}, {2, 3}, {3, 0}};

  @Test
  void terms_come_edge_by_edge() {
    assertThat(Hamiltonians.heisenberg(Lattice.chain(3), 1, 2, -3))
        .hasToString("XXI + 2.0*YYI - 3.0*ZZI + IXX + 2.0*IYY - 3.0*IZZ");
    assertThat(Hamiltonians.transverseFieldIsing(Lattice.ring(3), 0.5, 2))
        .hasToString("-0.5*ZZI - 0.5*IZZ - 0.5*ZIZ - 2.0*XII - 2.0*IXI - 2.0*IIX");
    assertThat(Hamiltonians.maxCut(3, new int[][] {{0, 2}, {1, 2}}, new double[] {3, -1}))
        .hasToString("1.5*ZIZ - 0.5*IZZ - III");
    assertThat(Hamiltonians.heisenberg(Lattice.chain(2), 1, 1, 0).terms()).hasSize(2);
  }

  @Test
  void models_are_the_sums_of_kronecker_products() {
    Samples.each(
        10,
        1,
        samples -> {
          var lattice = Lattice.grid(samples.between(1, 2), samples.between(2, 3));
          int n = lattice.sites();
          double[] j = samples.angles(3);
          var xyz = NaiveMatrix.of(Hamiltonians.heisenberg(lattice, j[0], j[1], j[2]));
          var ising = NaiveMatrix.of(Hamiltonians.transverseFieldIsing(lattice, j[0], j[1]));

          for (var edge : lattice.edges()) {
            for (int k = 0; k < 3; k++) {
              var letter = "XYZ".charAt(k);
              xyz = xyz.minus(product(n, letter, edge.first(), edge.second()).times(j[k]));
            }
            ising = ising.plus(product(n, 'Z', edge.first(), edge.second()).times(j[0]));
          }
          for (int site = 0; site < n; site++) {
            ising = ising.plus(product(n, 'X', site).times(j[1]));
          }

          var zero = NaiveMatrix.generate(1 << n, 1 << n, (r, c) -> 0, (r, c) -> 0);
          assertThat(xyz.distance(zero)).isLessThan(1e-12);
          assertThat(ising.distance(zero)).isLessThan(1e-12);
        });
  }

  private static NaiveMatrix product(int qubits, char letter, int... sites) {
    var letters = new StringBuilder("I".repeat(qubits));
    for (int site : sites) {
      letters.setCharAt(site, letter);
    }
    return NaiveMatrix.of(PauliString.of(letters.toString()));
  }

  /** Two spins: singlet at -3J. The antiferromagnetic 4-ring: -8J in Pauli matrices. */
  @Test
  void the_heisenberg_model_has_its_textbook_ground_energies() {
    assertThat(ground(Hamiltonians.heisenberg(Lattice.chain(2), 1, 1, 1)))
        .isCloseTo(-3, within(1e-10));
    assertThat(ground(Hamiltonians.heisenberg(Lattice.ring(4), 1, 1, 1)))
        .isCloseTo(-8, within(1e-10));
    assertThat(ground(Hamiltonians.heisenberg(Lattice.chain(2), 1, 1, 0)))
        .isCloseTo(-2, within(1e-10));
  }

  /** The even-parity ground energy of the ring, by Jordan-Wigner: -sum of the mode energies. */
  @Test
  void the_ising_ring_has_the_energy_of_free_fermions() {
    int n = 6;
    double field = 0.7;
    double expected = 0;
    for (int m = 0; m < n; m++) {
      double k = (2 * m + 1) * Math.PI / n;
      expected -= Math.sqrt(1 + field * field - 2 * field * Math.cos(k));
    }

    assertThat(ground(Hamiltonians.transverseFieldIsing(Lattice.ring(n), 1, field)))
        .isCloseTo(expected, within(1e-10));
    assertThat(ground(Hamiltonians.transverseFieldIsing(4, 1, 1)))
        .isCloseTo(-4.7587704831, within(1e-9));
  }

  @Test
  void the_cost_of_a_bit_string_is_minus_its_cut() {
    Samples.each(
        20,
        1,
        samples -> {
          int n = samples.between(2, 6);
          var edges = new ArrayList<int[]>();
          for (int a = 0; a < n; a++) {
            for (int b = a + 1; b < n; b++) {
              if (samples.chance(0.5)) {
                edges.add(samples.chance(0.5) ? new int[] {a, b} : new int[] {b, a});
              }
            }
          }
          int[][] graph = edges.toArray(int[][]::new);
          double[] weights = samples.angles(graph.length);
          var cost = NaiveMatrix.of(Hamiltonians.maxCut(n, graph));
          var weighted = NaiveMatrix.of(Hamiltonians.maxCut(n, graph, weights));

          for (int bits = 0; bits < 1 << n; bits++) {
            int cut = 0;
            double weight = 0;
            for (int k = 0; k < graph.length; k++) {
              boolean first = (bits >> (n - 1 - graph[k][0]) & 1) == 1;
              boolean second = (bits >> (n - 1 - graph[k][1]) & 1) == 1;
              cut += first != second ? 1 : 0;
              weight += first != second ? weights[k] : 0;
            }
            assertThat(cost.re(bits, bits)).isCloseTo(-cut, within(1e-12));
            assertThat(weighted.re(bits, bits)).isCloseTo(-weight, within(1e-12));
          }
        });
  }

  @Test
  void small_graphs_have_their_maximum_cuts() {
    assertThat(ground(Hamiltonians.maxCut(4, SQUARE))).isCloseTo(-4, within(1e-12));
    assertThat(ground(Hamiltonians.maxCut(Lattice.ring(5)))).isCloseTo(-4, within(1e-12));
    assertThat(ground(Hamiltonians.maxCut(Lattice.grid(2, 3)))).isCloseTo(-7, within(1e-12));
    assertThat(Hamiltonians.maxCut(2, new int[0][])).hasToString("0*II");
    assertThat(Hamiltonians.maxCut(Lattice.ring(4))).isEqualTo(Hamiltonians.maxCut(4, SQUARE));
  }

  @Test
  void wrong_weights_and_couplings_are_refused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Hamiltonians.maxCut(4, SQUARE, new double[] {1, 2}))
        .withMessage("2 weights for 4 edges; each edge needs one");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Hamiltonians.maxCut(4, SQUARE, new double[] {1, 2, Double.NaN, 0}))
        .withMessage("weights[2] is NaN; weights must be finite");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Hamiltonians.heisenberg(Lattice.chain(2), 1, Double.NaN, 1))
        .withMessage("the coefficient of YY is NaN; it must be finite");
  }

  private static double ground(PauliSum sum) {
    return NaiveMatrix.of(sum).smallestEigenvalue();
  }
}
