package org.backshadow.circuit.qasm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.backshadow.circuit.Circuit;
import org.backshadow.json.Json;
import org.backshadow.testing.NaiveMatrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Files of MQT Bench give the probabilities that Qiskit gives. */
class QasmCorpusTest {
  private static final Map<?, ?> PROBABILITIES =
      (Map<?, ?>) Objects.requireNonNull(json().get("probabilities"));

  static Stream<String> files() {
    return PROBABILITIES.keySet().stream().map(String.class::cast);
  }

  static String text(String file) {
    try (InputStream in = QasmCorpusTest.class.getResourceAsStream(file)) {
      return new String(Objects.requireNonNull(in, file).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static Map<?, ?> json() {
    return (Map<?, ?>) Objects.requireNonNull(Json.parse(text("probabilities.json")));
  }

  @Test
  void the_corpus_is_there() {
    assertThat(files()).hasSize(12);
  }

  @ParameterizedTest
  @MethodSource("files")
  void probabilities_are_those_of_qiskit(String file) {
    List<?> expected = (List<?>) Objects.requireNonNull(PROBABILITIES.get(file));

    assertSameProbabilities(Qasm.read(file, text(file)), expected);
  }

  @ParameterizedTest
  @MethodSource("files")
  void they_survive_export_in_both_languages(String file) {
    Circuit circuit = Qasm.read(file, text(file));

    assertThat(Qasm.read(circuit.toQasm2())).isEqualTo(circuit);
    assertThat(Qasm.read(circuit.toQasm3())).isEqualTo(circuit);
  }

  private static void assertSameProbabilities(Circuit circuit, List<?> expected) {
    var state = NaiveMatrix.state(circuit);
    assertThat(state.rows()).isEqualTo(expected.size());
    for (int i = 0; i < state.rows(); i++) {
      double re = state.re(i, 0);
      double im = state.im(i, 0);
      double p = ((Number) Objects.requireNonNull(expected.get(i))).doubleValue();
      assertThat(re * re + im * im).as("probability %d", i).isCloseTo(p, within());
    }
  }

  private static org.assertj.core.data.Offset<Double> within() {
    return org.assertj.core.data.Offset.offset(1e-12);
  }
}
