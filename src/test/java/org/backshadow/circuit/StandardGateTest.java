package org.backshadow.circuit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.backshadow.testing.NaiveMatrix;
import org.backshadow.testing.Samples;
import org.backshadow.testing.TextbookGates;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every row of the gate table against its textbook matrix and against its other columns. */
class StandardGateTest {
  private static final double EXACT = 1e-14;

  @Test
  void the_table_has_the_documented_names_qubits_and_angles() {
    String table =
        Arrays.stream(StandardGate.values())
            .map(g -> g.label() + " " + g.qubits() + " " + g.controls() + " " + g.angles())
            .collect(Collectors.joining("\n"));

    assertThat(table)
        .isEqualTo(
            """
            i 1 0 0
            x 1 0 0
            y 1 0 0
            z 1 0 0
            h 1 0 0
            s 1 0 0
            sdg 1 0 0
            t 1 0 0
            tdg 1 0 0
            sx 1 0 0
            sxdg 1 0 0
            rx 1 0 1
            ry 1 0 1
            rz 1 0 1
            p 1 0 1
            u 1 0 3
            cx 2 1 0
            cy 2 1 0
            cz 2 1 0
            ch 2 1 0
            cp 2 1 1
            crx 2 1 1
            cry 2 1 1
            crz 2 1 1
            swap 2 0 0
            iswap 2 0 0
            iswapdg 2 0 0
            ccx 3 2 0
            cswap 3 1 0
            rxx 2 0 1
            ryy 2 0 1
            rzz 2 0 1
            singleExcitation 2 0 1
            doubleExcitation 4 0 1""");
  }

  @Test
  void every_textbook_gate_has_a_row_and_every_row_a_textbook_gate() {
    assertThat(Arrays.stream(StandardGate.values()).map(StandardGate::label))
        .containsExactlyInAnyOrderElementsOf(TextbookGates.labels());
  }

  @ParameterizedTest
  @EnumSource
  void the_matrix_is_that_of_the_textbook(StandardGate gate) {
    Samples.each(
        20,
        100,
        samples -> {
          double[] angles = samples.angles(gate.angles());

          var expected = TextbookGates.matrix(gate.label(), angles);

          assertThat(full(gate, angles).distance(expected))
              .as("%s%s", gate.label(), Arrays.toString(angles))
              .isLessThanOrEqualTo(EXACT);
        });
  }

  @ParameterizedTest
  @EnumSource
  void the_matrix_is_unitary(StandardGate gate) {
    Samples.each(
        20,
        200,
        samples -> {
          double[] angles = samples.angles(gate.angles());
          var u = full(gate, angles);

          assertThat(u.times(u.adjoint()).distance(NaiveMatrix.identity(u.rows())))
              .as("%s%s", gate.label(), Arrays.toString(angles))
              .isLessThanOrEqualTo(EXACT);
        });
  }

  @ParameterizedTest
  @EnumSource
  void the_inverse_is_the_adjoint_matrix(StandardGate gate) {
    Samples.each(
        20,
        300,
        samples -> {
          List<Angle> angles =
              Arrays.stream(samples.angles(gate.angles())).mapToObj(Angle::of).toList();

          Gate.Inverse inverse = gate.inverse(angles);

          assertThat(
                  full(inverse.gate(), radians(inverse.angles()))
                      .distance(full(gate, radians(angles)).adjoint()))
              .as("%s%s", gate.label(), angles)
              .isLessThanOrEqualTo(EXACT);
          assertThat(inverse.gate()).as("a row of the table").isInstanceOf(StandardGate.class);
        });
  }

  /**
   * Central difference with step h = 1e-5: the truncation h^2/6 |U'''| and the rounding 1e-16/h are
   * both below 1e-10.
   */
  @ParameterizedTest
  @EnumSource
  void the_generator_is_the_derivative(StandardGate gate) {
    double h = 1e-5;
    Samples.each(
        10,
        400,
        samples -> {
          double[] angles = samples.angles(gate.angles());
          for (int k = 0; k < gate.angles(); k++) {
            var difference =
                full(gate, moved(angles, k, h))
                    .minus(full(gate, moved(angles, k, -h)))
                    .times(1 / (2 * h));

            // dU/dt = -i G U where all controls are 1, and 0 elsewhere
            var generator = NaiveMatrix.of(gate.generator(k, angles));
            var projected = onlyWhereControlled(generator, gate.controls());
            var derivative = projected.times(0, -1).times(full(gate, angles));

            assertThat(derivative.distance(difference))
                .as("%s by angle %d at %s", gate.label(), k, Arrays.toString(angles))
                .isLessThanOrEqualTo(1e-8);
          }
        });
  }

  @ParameterizedTest
  @EnumSource
  void a_wrong_number_of_angles_is_refused(StandardGate gate) {
    double[] tooMany = new double[gate.angles() + 1];
    String message =
        gate.label() + " takes " + gate.angles() + " angles, not " + (gate.angles() + 1);

    assertThatIllegalArgumentException().isThrownBy(() -> gate.form(tooMany)).withMessage(message);
    if (gate.angles() > 0) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> gate.form())
          .withMessage(gate.label() + " takes " + gate.angles() + " angles, not 0");
      assertThatIllegalArgumentException()
          .isThrownBy(() -> gate.generator(0, tooMany))
          .withMessage(message);
    }
  }

  @ParameterizedTest
  @EnumSource
  void a_generator_that_is_not_there_is_refused(StandardGate gate) {
    double[] angles = new double[gate.angles()];
    for (int k : new int[] {-1, gate.angles(), 7}) {
      assertThatIllegalArgumentException()
          .as("%s, angle %d", gate.label(), k)
          .isThrownBy(() -> gate.generator(k, angles))
          .withMessageContaining(gate.label() + " has ")
          .withMessageContaining("angle " + k);
    }
  }

  /**
   * The sum of the angles is made without rounding here and brought near 0 with 50 digits of pi.
   */
  @Test
  void u_keeps_the_digits_of_an_angle_beside_a_large_one() {
    var turn = new BigDecimal("6.2831853071795864769252867665590057683943387987502");
    Samples.each(
        100,
        1,
        samples -> {
          double phi = samples.chance(0.5) ? 1e6 : 1e6 * samples.angle();
          double lambda = samples.angle();
          UnitaryForm u = StandardGate.U.form(0, phi, lambda);

          BigDecimal sum = new BigDecimal(phi).add(new BigDecimal(lambda));
          double near = sum.remainder(turn).doubleValue();

          assertThat(u.re(1, 1)).isCloseTo(StrictMath.cos(near), within(EXACT));
          assertThat(u.im(1, 1)).isCloseTo(StrictMath.sin(near), within(EXACT));
        });
  }

  @Test
  void a_form_is_refused_where_it_has_no_shape() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new UnitaryForm.Diagonal(new double[3], new double[3]))
        .withMessage("a diagonal on k qubits has 2^k entries re and im, not 3 and 3");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new UnitaryForm.Diagonal(new double[2], new double[4]))
        .withMessage("a diagonal on k qubits has 2^k entries re and im, not 2 and 4");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new UnitaryForm.Dense(new double[8], new double[8]))
        .withMessage("a matrix on k qubits has 4^k entries re and im, not 8 and 8");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new UnitaryForm.Permutation(0, 1, 2))
        .withMessage("a permutation on k qubits has 2^k images, not 3");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new UnitaryForm.Permutation(0, 1, 1, 3))
        .withMessage("the image is not a permutation of 0..3: [0, 1, 1, 3]");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new UnitaryForm.Permutation(0, 4, 2, 3))
        .withMessage("the image is not a permutation of 0..3: [0, 4, 2, 3]");
  }

  @Test
  void a_form_keeps_its_own_numbers() {
    double[] re = {1, 1};
    int[] image = {1, 0};
    var diagonal = new UnitaryForm.Diagonal(re, new double[2]);
    var permutation = new UnitaryForm.Permutation(image);

    re[1] = 5;
    image[0] = 0;

    assertThat(diagonal.re(1, 1)).isEqualTo(1);
    assertThat(permutation.image(0)).isEqualTo(1);
  }

  @Test
  void a_gate_of_your_own_has_no_generator_unless_it_says_so() {
    Gate mine = new Swing();

    assertThatThrownBy(() -> mine.generator(0, 0.1))
        .isInstanceOf(UnsupportedOperationException.class)
        .hasMessage("gate swing has no generator, so nothing can be differentiated by its angles");
    assertThat(mine.inverse(List.of(Angle.of(0.5))).angles()).containsExactly(Angle.of(-0.5));
    assertThat(mine.controls()).isZero();
  }

  private record Swing() implements Gate {
    @Override
    public String label() {
      return "swing";
    }

    @Override
    public int qubits() {
      return 1;
    }

    @Override
    public int angles() {
      return 1;
    }

    @Override
    public UnitaryForm form(double... angles) {
      return StandardGate.RY.form(angles);
    }
  }

  private static NaiveMatrix full(Gate gate, double... angles) {
    var matrix = NaiveMatrix.of(gate.form(angles));
    for (int k = 0; k < gate.controls(); k++) {
      matrix = matrix.controlled();
    }
    return matrix;
  }

  private static NaiveMatrix onlyWhereControlled(NaiveMatrix generator, int controls) {
    var one = NaiveMatrix.real(new double[][] {{0, 0}, {0, 1}});
    var projected = generator;
    for (int k = 0; k < controls; k++) {
      projected = one.kronecker(projected);
    }
    return projected;
  }

  private static double[] radians(List<Angle> angles) {
    return angles.stream().mapToDouble(Angle::value).toArray();
  }

  private static double[] moved(double[] angles, int k, double step) {
    return IntStream.range(0, angles.length)
        .mapToDouble(i -> angles[i] + (i == k ? step : 0))
        .toArray();
  }
}
