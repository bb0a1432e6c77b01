package org.backshadow.shadow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.backshadow.json.Json;
import org.backshadow.pauli.PauliString;
import org.backshadow.pauli.PauliSum;
import org.junit.jupiter.api.Test;

/** The same bits and recipes give what PennyLane's ClassicalShadow gives; see shadow_means.py. */
class PennyLaneTest {
  private static List<?> cases() throws IOException {
    try (var stream = PennyLaneTest.class.getResourceAsStream("pennylane.json")) {
      String text =
          new String(Objects.requireNonNull(stream).readAllBytes(), StandardCharsets.UTF_8);
      return list((Map<?, ?>) Objects.requireNonNull(Json.parse(text)), "cases");
    }
  }

  private static List<?> list(Map<?, ?> map, String name) {
    return (List<?>) Objects.requireNonNull(map.get(name));
  }

  private static int[][] ints(List<?> rows) {
    return rows.stream()
        .map(row -> ((List<?>) row).stream().mapToInt(x -> ((Double) x).intValue()).toArray())
        .toArray(int[][]::new);
  }

  @Test
  void means_sums_and_medians_agree_to_1e_12() throws IOException {
    int compared = 0;
    for (Object item : cases()) {
      var json = (Map<?, ?>) item;
      ClassicalShadow shadow =
          StoredShadows.of(ints(list(json, "bits")), ints(list(json, "recipes")));
      List<?> words = list(json, "words");
      PauliSum sum = PauliSum.parse("0*" + "I".repeat(shadow.qubits()));
      for (int k = 0; k < words.size(); k++) {
        String word = (String) words.get(k);
        assertThat(shadow.estimate(word).value())
            .as(word)
            .isCloseTo((Double) list(json, "means").get(k), within(1e-12));
        List<?> groups = list(json, "groups");
        for (int g = 0; g < groups.size(); g++) {
          int count = ((Double) groups.get(g)).intValue();
          assertThat(shadow.medianOfMeans(count).estimate(word).value())
              .as("%s in %d groups", word, count)
              .isCloseTo((Double) ((List<?>) list(json, "medians").get(g)).get(k), within(1e-12));
          compared++;
        }
        double coefficient = (Double) list(json, "coefficients").get(k);
        sum = sum.plus(PauliSum.of(PauliString.of(word)).times(coefficient));
      }
      assertThat(shadow.estimate(sum).value())
          .isCloseTo((Double) Objects.requireNonNull(json.get("sum")), within(1e-12));
    }
    assertThat(compared).isGreaterThan(100);
  }
}
