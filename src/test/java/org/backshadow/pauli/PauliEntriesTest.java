package org.backshadow.pauli;

import static org.assertj.core.api.Assertions.assertThat;

import org.backshadow.testing.NaiveMatrix;
import org.backshadow.testing.Samples;
import org.junit.jupiter.api.Test;

class PauliEntriesTest {
  /**
   * Independent: Kronecker products of 2 x 2 matrices. At most 20 terms a sum: rounding below
   * 1e-13.
   */
  @Test
  void the_entries_are_added_row_by_row() {
    Samples.each(
        50,
        1,
        samples -> {
          int n = samples.between(1, 4);
          int dimension = 1 << n;
          var sum = samples.pauliSum(n, 20);
          double[] re = new double[dimension * dimension];
          double[] im = new double[dimension * dimension];
          re[1] = 3;
          im[2] = -5;

          PauliEntries.add(sum, re, im);

          re[1] -= 3;
          im[2] += 5;
          var matrix =
              NaiveMatrix.generate(
                  dimension,
                  dimension,
                  (r, c) -> re[r * dimension + c],
                  (r, c) -> im[r * dimension + c]);
          assertThat(matrix.distance(NaiveMatrix.of(sum))).as("%s", sum).isLessThan(1e-13);
        });
  }
}
