package org.backshadow.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BenchTest {
  @ParameterizedTest
  @CsvSource({"W4, 4, 500", "W5, 5, 300", "W6, 1, 0"})
  void sampling_and_eigenvectors_have_the_fields_of_the_gradients(
      String name, int qubits, int size) {
    var fields = Bench.fields(name, qubits, size);

    assertThat(fields)
        .containsKeys("thr", "med_ms", "min_ms", "reps", "val", "gn")
        .containsEntry("peer", "backshadow")
        .containsEntry("W", name)
        .containsEntry("n", qubits)
        .containsEntry("L", size);
    assertThat((long) fields.get("bytes")).isPositive();
    assertThat((double) fields.get("min_ms"))
        .isPositive()
        .isLessThanOrEqualTo((double) fields.get("med_ms"));
  }
}
