package org.backshadow.pauli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.backshadow.json.Json;
import org.backshadow.testing.NaiveMatrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.io.TempDir;

/** Energies against those that OpenFermion gives; the resources' SOURCES.md names them. */
class HamiltoniansTest {
  private static final double EXACT = 1e-10;

  @TempDir Path folder;

  @Test
  void hydrogen_has_its_ground_and_hartree_fock_energies() {
    var h2 = NaiveMatrix.of(Hamiltonians.hydrogen(0.7414));

    assertThat(h2.smallestEigenvalue()).isCloseTo(-1.1372701746253275, within(EXACT));
    assertThat(h2.expectation(NaiveMatrix.basisState("1100")))
        .isCloseTo(-1.1166843869067336, within(EXACT));
  }

  @Test
  void hydrogen_agrees_with_openfermion_along_the_curve() throws Exception {
    var curve =
        (List<?>) Objects.requireNonNull(Json.parse(Files.readString(file("h2_curve.json"))));

    assertThat(curve).hasSize(5);
    for (Object row : curve) {
      var expected = (Map<?, ?>) row;
      double length = (Double) Objects.requireNonNull(expected.get("bond_length_angstrom"));
      var matrix = NaiveMatrix.of(Hamiltonians.hydrogen(length));
      assertThat(matrix.smallestEigenvalue())
          .as("ground energy at %s", length)
          .isCloseTo((Double) expected.get("ground"), within(EXACT));
      assertThat(matrix.expectation(NaiveMatrix.basisState("1100")))
          .as("Hartree-Fock energy at %s", length)
          .isCloseTo((Double) expected.get("hf"), within(EXACT));
    }
  }

  @Test
  void the_curve_of_hydrogen_has_one_minimum_near_its_bond_length() {
    List<Double> lengths = Hamiltonians.hydrogenBondLengths();
    double[] energies =
        lengths.stream()
            .mapToDouble(r -> NaiveMatrix.of(Hamiltonians.hydrogen(r)).smallestEigenvalue())
            .toArray();

    int lowest =
        IntStream.range(0, energies.length)
            .reduce(0, (best, i) -> energies[i] < energies[best] ? i : best);
    assertThat(lengths).hasSize(31).isSorted().startsWith(0.1).endsWith(3.0);
    assertThat(lengths.get(lowest)).isBetween(0.7, 0.75);
    for (int i = 1; i < energies.length; i++) {
      assertThat(energies[i] < energies[i - 1])
          .as("falling from %s to %s", lengths.get(i - 1), lengths.get(i))
          .isEqualTo(i <= lowest);
    }
  }

  @Test
  void a_length_that_is_not_stored_is_refused_with_the_list() {
    for (double length : new double[] {0.75, -1, Double.NaN, Double.POSITIVE_INFINITY}) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> Hamiltonians.hydrogen(length))
          .withMessageStartingWith(
              "no H2 Hamiltonian is stored for "
                  + length
                  + " angstrom; stored lengths: 0.1, 0.2, 0.3,")
          .withMessageContaining("0.7414")
          .withMessageEndingWith("2.9, 3.0");
    }
  }

  @Test
  void the_ising_chain_has_openfermion_s_terms_and_ground_energy() throws Exception {
    var formula = Hamiltonians.transverseFieldIsing(8, 1, 1);

    var read = Hamiltonians.read(file("tfim8_open_J1_h1.csv"));

    assertThat(formula.terms()).containsExactlyInAnyOrderElementsOf(read.terms());
    assertThat(NaiveMatrix.of(formula).smallestEigenvalue())
        .isCloseTo(-9.837951447459375, within(EXACT));
  }

  @Test
  void the_ising_chain_is_written_bond_by_bond() {
    assertThat(Hamiltonians.transverseFieldIsing(3, 0.5, 2))
        .hasToString("-0.5*ZZI - 0.5*IZZ - 2.0*XII - 2.0*IXI - 2.0*IIX");
    assertThat(Hamiltonians.transverseFieldIsing(62, 1, 1).terms()).hasSize(123);
    for (int qubits : new int[] {-1, 0, 1, 63}) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> Hamiltonians.transverseFieldIsing(qubits, 1, 1))
          .withMessage("a chain has 2 to 62 qubits, not " + qubits);
    }
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Hamiltonians.transverseFieldIsing(2, Double.NaN, 1))
        .withMessage("the coefficient of ZZ is NaN; it must be finite");
  }

  @Test
  void csv_and_json_of_one_molecule_are_the_same_sum() throws Exception {
    var csv = Hamiltonians.read(file("h2_sto3g_0.7414_jw.csv"));
    var json = Hamiltonians.read(file("h2_sto3g_0.7414_jw.json").toString());

    assertThat(csv).isEqualTo(json);
    assertThat(csv.terms()).hasSize(15);
    assertThat(csv.minus(Hamiltonians.hydrogen(0.7414)).oneNorm()).isLessThan(1e-14);
  }

  @Test
  void files_may_have_other_columns_blanks_and_windows_line_ends() throws Exception {
    var file = write("a.csv", "pauli, note ,coeff\r\n ZZ , x, 0.5 \r\n\r\nXI,,-1e-1\r\n");

    assertThat(Hamiltonians.read(file)).hasToString("0.5*ZZ - 0.1*XI");
    assertThat(Hamiltonians.read(write("b.json", "\n {\"terms\":[{\"pauli\":\"Y\",\"coeff\":2}]}")))
        .hasToString("2.0*Y");
  }

  @Test
  void a_wrong_file_is_refused_with_its_name_and_place() throws Exception {
    Map<String, String> refused = new LinkedHashMap<>();
    refused.put("", ":1: the first line must name the columns coeff and pauli");
    refused.put("coeff\n1\n", ":1: the first line must name the columns coeff and pauli");
    refused.put("1,ZZ\n", ":1: the first line must name the columns coeff and pauli");
    refused.put("coeff,pauli\n", ": no terms in it");
    refused.put("coeff,pauli\n1,ZZ\n1\n", ":3: 1 cells where the head has 2");
    refused.put("coeff,pauli\n1,ZZ,3\n", ":2: 3 cells where the head has 2");
    refused.put("coeff,pauli\n\none,ZZ\n", ":3: the coefficient \"one\" is not a number");
    refused.put("coeff,pauli\n,ZZ\n", ":2: the coefficient \"\" is not a number");
    refused.put("coeff,pauli\nNaN,ZZ\n", ":2: the coefficient of ZZ is NaN; it must be finite");
    refused.put(
        "coeff,pauli\n1e999,ZZ\n", ":2: the coefficient of ZZ is Infinity; it must be finite");
    refused.put("coeff,pauli\n1,ZQ\n", ":2: \"ZQ\": 'Q' at 2 is not I, X, Y or Z");
    refused.put("coeff,pauli\n1,\n", ":2: a Pauli string has 1 to 62 letters, not 0");
    refused.put("coeff,pauli\n1,ZZ\n2,Z\n", ":3: Z has 1 qubits but the first term has 2");
    refused.put("{", ":1:2: '\"' expected");
    refused.put("{\n \"terms\": [1,]}", ":2:14: not a JSON value");
    refused.put("{}", ": no array \"terms\" in it");
    refused.put("{\"terms\": 3}", ": no array \"terms\" in it");
    refused.put("{\"terms\": []}", ": no terms in it");
    refused.put("{\"terms\": [3]}", ": terms[0] is not an object");
    refused.put("{\"terms\": [{\"coeff\":1}]}", ": terms[0]: a term needs coeff and pauli");
    refused.put(
        "{\"terms\": [{\"coeff\":1,\"pauli\":\"Z\"},{\"coeff\":1,\"pauli\":null}]}",
        ": terms[1]: a term needs coeff and pauli");
    refused.put(
        "{\"terms\": [{\"coeff\":true,\"pauli\":\"Z\"}]}",
        ": terms[0]: the coefficient \"true\" is not a number");
    refused.put(
        "{\"terms\": [{\"coeff\":1,\"pauli\":\"q\"}]}",
        ": terms[0]: \"q\": 'q' at 1 is not I, X, Y or Z");

    for (var row : refused.entrySet()) {
      var file = write("h.txt", row.getKey());
      assertThatIllegalArgumentException()
          .as(row.getKey())
          .isThrownBy(() -> Hamiltonians.read(file))
          .withMessage("h.txt" + row.getValue());
    }
  }

  @Test
  void a_file_that_cannot_be_read_says_so() throws Exception {
    var missing = folder.resolve("none.csv");
    var binary = folder.resolve("binary.csv");
    Files.write(binary, new byte[] {(byte) 0xff, (byte) 0xfe, 0, 1});

    assertThatIllegalArgumentException()
        .isThrownBy(() -> Hamiltonians.read(missing))
        .withMessage(
            "no file " + missing.toAbsolutePath() + "; give a path to a .csv or .json file");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Hamiltonians.read(binary))
        .withMessage("binary.csv: not text in UTF-8; a .csv or .json file is expected");
    assertThatThrownBy(() -> Hamiltonians.read(folder))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageStartingWith("cannot read " + folder);
  }

  @Test
  @Timeout(value = 10, threadMode = ThreadMode.SEPARATE_THREAD)
  void a_long_line_is_refused_in_linear_time() throws Exception {
    var blanks = write("blanks.csv", "coeff,pauli\n1" + " ".repeat(1_000_000) + "x,Z\n");

    assertThatIllegalArgumentException()
        .isThrownBy(() -> Hamiltonians.read(blanks))
        .withMessageStartingWith("blanks.csv:2: the coefficient");
  }

  private Path write(String name, String content) throws Exception {
    return Files.writeString(folder.resolve(name), content);
  }

  private static Path file(String name) throws URISyntaxException {
    return Path.of(Objects.requireNonNull(HamiltoniansTest.class.getResource(name), name).toURI());
  }
}
