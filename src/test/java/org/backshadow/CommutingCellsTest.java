package org.backshadow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.backshadow.Backshadow.*;

import org.junit.jupiter.api.Test;

/** The cells about commuting generators, as they are typed. */
class CommutingCellsTest {
  @Test
  void equal_budgets_go_further_with_one_circuit() {
    var w = params("w", 12);
    var model = expectation(Ansatz.commutingGenerators(5, 12), pauliSum("ZIIII"));
    double[] point = new double[12];
    java.util.Arrays.fill(point, 0.3);

    var rows =
        compare(model.at(point))
            .copies(100_000)
            .repeats(30)
            .seed(1)
            .methods(parameterShift(), hadamardTest(), commutingGenerators(), commutingBlocks())
            .table();

    assertThat(w.get(0)).hasToString(model.parameters().get(0));
    assertThat(rows.column("method").asList())
        .isEqualTo(
            java.util.List.of(
                "adjoint",
                "parameterShift",
                "hadamardTest",
                "commutingGenerators",
                "commutingBlocks",
                "trivial"));
    // 12 components share the copies, 6 of them without error: a factor near sqrt(24 / 2).
    double shift = rows.doubleColumn(1).get(1);
    double together = rows.doubleColumn(1).get(3);
    assertThat(shift / together).isGreaterThan(2.5);
  }

  @Test
  void copies_hardly_grow_with_commuting_generators() {
    var r =
        scaling("parameters", 8, 16, 32)
            .repeats(20)
            .seed(1)
            .model(m -> expectation(Ansatz.commutingGenerators(5, m), pauliSum("ZIIII")))
            .methods(parameterShift(), commutingGenerators())
            .measure(copiesForError(0.1))
            .run();

    assertThat(r.fit("parameterShift").exponent().value()).isBetween(0.8, 1.6);
    assertThat(r.fit("commutingGenerators").exponent().value()).isLessThan(0.6);
  }
}
