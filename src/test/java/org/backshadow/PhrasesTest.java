package org.backshadow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.backshadow.circuit.Circuit;
import org.backshadow.json.Json;
import org.backshadow.pauli.PauliSum;
import org.backshadow.state.Complex;
import org.backshadow.state.Simulator;
import org.backshadow.state.StateVector;
import org.backshadow.testing.NaiveMatrix;
import org.backshadow.testing.Snippets;
import org.ejml.data.ZMatrixRMaj;
import org.ejml.simple.SimpleMatrix;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Runs the last column of {@code from-pennylane-and-qiskit.md} and compares it with what the other
 * columns gave; {@code src/data/phrases.py} ran those.
 */
class PhrasesTest {
  private static final Path DOCUMENT = Path.of("src/docs/from-pennylane-and-qiskit.md");
  private static final Path ANSWERS = Path.of("src/test/resources/org/backshadow/phrases.json");
  private static final double EXACT = 1e-9;

  private static Snippets cells;

  /** A row's last column with the matrix or number that PennyLane and Qiskit agree on. */
  record Phrase(String section, String text, double[] re, double[] im) {
    static Phrase of(Map<?, ?> row) {
      double[] re = numbers(row.get("re"));
      double[] im = row.containsKey("im") ? numbers(row.get("im")) : new double[re.length];
      return new Phrase((String) row.get("section"), (String) row.get("phrase"), re, im);
    }

    private static double[] numbers(Object list) {
      return ((List<?>) list).stream().mapToDouble(v -> (Double) v).toArray();
    }

    @Override
    public String toString() {
      return text;
    }
  }

  static List<Phrase> phrases() throws IOException {
    var root = (Map<?, ?>) Objects.requireNonNull(Json.parse(Files.readString(ANSWERS)));
    return ((List<?>) root.get("rows")).stream().map(row -> Phrase.of((Map<?, ?>) row)).toList();
  }

  @BeforeAll
  static void define_the_model() throws IOException {
    cells = new Snippets("import static org.backshadow.Backshadow.*;");
    String code = Files.readString(DOCUMENT).split("```java\n")[1].split("```")[0];
    code.lines().filter(line -> !line.startsWith("//")).forEach(cells::run);
  }

  @AfterAll
  static void close() {
    cells.close();
  }

  @Test
  void every_row_of_the_document_has_its_answer() throws IOException {
    String compared = Files.readString(DOCUMENT).split("## Not by the same name")[0];
    var rows = new ArrayList<String>();
    var last = Pattern.compile("^\\| .* \\| `[^`]+` \\| .* \\| `([^`]+)` \\|$", Pattern.MULTILINE);
    last.matcher(compared).results().forEach(row -> rows.add(row.group(1)));
    var unnamed = Pattern.compile("^\\| \\| `[^`]+` \\| .* \\| `([^`]+)` \\|$", Pattern.MULTILINE);
    unnamed.matcher(compared).results().forEach(row -> rows.add(row.group(1)));

    assertThat(phrases()).hasSizeGreaterThan(40);
    assertThat(phrases()).extracting(Phrase::text).containsExactlyInAnyOrderElementsOf(rows);
  }

  @ParameterizedTest
  @MethodSource("phrases")
  void the_phrase_means_the_same_here(Phrase phrase) {
    switch (phrase.section()) {
      case "Gates" -> agrees(phrase, matrix((Circuit) cells.value("circuit(4)" + call(phrase))));
      case "Noise" -> agrees(phrase, noisy(call(phrase)));
      case "Observables" ->
          agrees(phrase, NaiveMatrix.of((PauliSum) cells.value(phrase.text())).toEjml());
      default -> agrees(phrase, cells.value(phrase.text()));
    }
  }

  private static SimpleMatrix noisy(String call) {
    String circuit = "circuit(4).h(0).cx(0, 2).h(1).cx(1, 3)" + call;
    return (SimpleMatrix) cells.value("densityMatrix(%s).matrix()".formatted(circuit));
  }

  /** What is called on {@code c}. */
  private static String call(Phrase phrase) {
    assertThat(phrase.text()).startsWith("c.");
    return phrase.text().substring(1);
  }

  /** Column by column, from the states that the circuit makes of the basis states. */
  private static SimpleMatrix matrix(Circuit circuit) {
    int n = circuit.qubits();
    var matrix = new SimpleMatrix(1 << n, 1 << n, ZMatrixRMaj.class);
    for (int column = 0; column < 1 << n; column++) {
      Circuit prepared = Circuit.of(n);
      for (int q = 0; q < n; q++) {
        prepared = (column >> (n - 1 - q) & 1) == 1 ? prepared.x(q) : prepared;
      }
      StateVector state = Simulator.run(prepared.then(circuit));
      for (int row = 0; row < 1 << n; row++) {
        Complex amplitude = state.amplitude(Integer.toBinaryString(row | 1 << n).substring(1));
        matrix.set(row, column, amplitude.re(), amplitude.im());
      }
    }
    return matrix;
  }

  private static void agrees(Phrase phrase, SimpleMatrix matrix) {
    boolean complex = !matrix.getType().isReal();
    for (int i = 0; i < phrase.re().length; i++) {
      int row = i / matrix.getNumCols();
      int column = i % matrix.getNumCols();
      double re = complex ? matrix.getReal(row, column) : matrix.get(row, column);
      double im = complex ? matrix.getImag(row, column) : 0;
      assertThat(re).as("%d, %d", row, column).isCloseTo(phrase.re()[i], within(EXACT));
      assertThat(im).as("%d, %d", row, column).isCloseTo(phrase.im()[i], within(EXACT));
    }
  }

  private static void agrees(Phrase phrase, Object value) {
    double[] numbers = value instanceof double[] array ? array : new double[] {(Double) value};
    assertThat(numbers).containsExactly(phrase.re(), within(EXACT));
  }
}
