package org.backshadow.shadow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import org.backshadow.circuit.Circuit;
import org.backshadow.pauli.PauliSum;
import org.backshadow.testing.Samples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ShadowFileTest {
  private static final PauliSum OBSERVABLE = PauliSum.parse("0.5*ZZ - 1.2*XI + YX");
  @TempDir Path folder;

  private static ClassicalShadow shadow() {
    Circuit circuit = Samples.of(6).circuit(Samples.Shape.of(2, 12).bound().withoutMatrices());
    return ClassicalShadow.of(circuit).snapshots(60).seed(Long.MIN_VALUE + 7);
  }

  static List<UnaryOperator<ClassicalShadow>> kinds() {
    return List.of(
        s -> s,
        ClassicalShadow::clifford,
        s -> s.locallyBiased(OBSERVABLE),
        s -> s.derandomized(OBSERVABLE),
        s -> s.readoutErrors(0.02, 0.05),
        s -> s.readoutErrors(0.02, 0.05).calibrated(300));
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void a_shadow_comes_back_as_it_was(UnaryOperator<ClassicalShadow> kind) {
    ClassicalShadow saved = kind.apply(shadow());
    Path file = folder.resolve("deep/shadow.json");
    saved.save(file);

    ClassicalShadow loaded = StoredShadows.load(file);

    assertThat(loaded).hasToString(saved.toString());
    assertThat(loaded.estimate(OBSERVABLE).value()).isEqualTo(saved.estimate(OBSERVABLE).value());
    assertThat(loaded.estimate(OBSERVABLE).standardError())
        .isEqualTo(saved.estimate(OBSERVABLE).standardError());
    assertThat(loaded.cost().copies()).isEqualTo(saved.cost().copies());
    if (saved.ensemble().isRandom()) {
      assertThat(ClassicalShadowTest.texts(loaded.append(20)))
          .isEqualTo(ClassicalShadowTest.texts(saved.append(20)));
    }
  }

  @Test
  void recorded_data_come_back_and_are_not_appended_to() {
    int[][] bits = {{0, 1, 0}, {1, 1, 0}};
    int[][] recipes = {{0, 2, 1}, {2, 2, 0}};
    ClassicalShadow recorded = StoredShadows.of(bits, recipes);
    recorded.save(folder.resolve("r.json").toString());

    ClassicalShadow loaded = StoredShadows.load(folder.resolve("r.json").toString());

    assertThat(loaded.estimate("IZI").value()).isEqualTo(-3);
    assertThat(loaded).hasToString("classical shadow of 3 qubits: 2 snapshots, recorded data");
    assertThat(loaded.table().stringColumn(1).asList()).containsExactly("XZY 010", "ZZX 110");
    assertThatThrownBy(() -> loaded.append(5))
        .hasMessage("append: these data were recorded; there is no circuit to measure again");
  }

  @Test
  void the_file_reads_as_it_is_documented() throws IOException {
    ClassicalShadow.of(Circuit.of(2).x(1)).snapshots(2).seed(3).save(folder.resolve("a.json"));

    String text = Files.readString(folder.resolve("a.json"));

    assertThat(text)
        .startsWith(
            "{\"format\":\"backshadow classical shadow\",\"version\":1,\"qubits\":2,"
                + "\"ensemble\":{\"name\":\"random Pauli bases\"},\"circuit\":\"OPENQASM 3")
        .contains("\"seed\":\"3\",\"readoutErrors\":[0,0],\"cost\":[2,")
        .containsPattern("\"snapshots\":\\[\"[XYZ]{2} [01]{2}\",\"[XYZ]{2} [01]{2}\"\\]");
  }

  /** What is replaced by what, and where the refusal points. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "classical shadow | laundry | format is not \"backshadow classical shadow\"",
        "\"version\":1 | \"version\":2 | version is newer than 1",
        "\"version\":1 | \"version\":1.5 | version is 1.5, not a whole number from 1 to",
        "\"qubits\":2 | \"qubits\":63 | qubits is 63.0, not a whole number from 1 to 62",
        "\"qubits\":2 | \"qubits\":3 | snapshots[0] is not 3 letters X, Y, Z, a space, and 3 bits",
        "random Pauli bases | magic | ensemble.name \"magic\" is not a known ensemble",
        "random Pauli bases | locally biased Pauli bases | ensemble has no \"probabilities\"",
        "random Pauli bases | random Clifford unitaries | snapshots[0] is not 2 strings of 2 letters",
        "random Pauli bases | calibrated random Pauli bases | the file has no \"calibration\"",
        "\"cost\":[2 | \"cost\":[-2 | cost[0] is -2.0, not a whole number from 0 to",
        "\"cost\":[2 | \"cost\":[2,2 | cost has 5 numbers; 4 are needed",
        "\"seed\":\"3\" | \"seed\":3 | seed is not text",
        "\"seed\":\"3\" | \"seed\":\"three\" | seed is not a whole number in quotes",
        "\"readoutErrors\":[0,0] | \"readoutErrors\":[0] | readoutErrors has 1 numbers; 2 are needed",
        "\"readoutErrors\":[0,0] | \"readoutErrors\":[0,7] | must be 0 to 1",
        "\"circuit\":\"OPENQASM | \"circuit\":\"OPENQUASI | circuit is not a circuit: ",
        "\"snapshots\":[ | \"snapshots\":[7, | snapshots[0] is not text",
        "\"snapshots\":[ | \"snapshots\":[\"XQ 01\", | snapshots[0] is not 2 letters",
        "\"snapshots\" | \"snapshot\" | the file has no \"snapshots\"",
        "{\"format\" | [1] {\"format\" | 1:5: text after the value",
      })
  void a_hostile_file_is_refused_with_the_place(String what, String by, String message)
      throws IOException {
    Path file = folder.resolve("a.json");
    ClassicalShadow.of(Circuit.of(2).x(1)).snapshots(2).seed(3).save(file);
    String text = Files.readString(file);
    assertThat(text).contains(what);
    Files.writeString(file, text.replace(what, by));

    assertThatThrownBy(() -> StoredShadows.load(file))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(file + ": ")
        .hasMessageContaining(message);
  }

  @Test
  void stabilizers_that_are_none_are_refused() throws IOException {
    Path file = folder.resolve("c.json");
    for (var wrong :
        List.of(
            List.of("+XX -ZI", "snapshots[0] is no snapshot: +XX and -ZI do not commute"),
            List.of("+XX -XX", "snapshots[0] is no snapshot: [+XX, -XX] are not independent"),
            List.of("+XX", "snapshots[0] is no snapshot: 1 strings; a snapshot of 2 qubits has 2"),
            List.of("XX +ZZ", "snapshots[0] is not 2 strings of 2 letters with signs"))) {
      Files.writeString(
          file,
          """
          {"format":"backshadow classical shadow","version":1,"qubits":2,
           "ensemble":{"name":"random Clifford unitaries"},"cost":[2,2,0,0],
           "snapshots":["%s","+XX -ZZ"]}"""
              .formatted(wrong.get(0)));

      assertThatThrownBy(() -> StoredShadows.load(file)).hasMessage(file + ": " + wrong.get(1));
    }
  }

  @Test
  void probabilities_and_observables_of_a_file_are_checked() throws IOException {
    Path file = folder.resolve("e.json");
    for (var wrong :
        List.of(
            List.of(
                "\"locally biased Pauli bases\",\"probabilities\":[[1,1,0],[1,0,0]]",
                "ensemble.probabilities[0] is not three probabilities whose sum is 1"),
            List.of(
                "\"locally biased Pauli bases\",\"probabilities\":[[1,0,0]]",
                "locallyBiased: the observable has 1 qubits but the circuit has 2"),
            List.of(
                "\"derandomized Pauli bases\",\"observables\":[]", "ensemble.observables is empty"),
            List.of(
                "\"derandomized Pauli bases\",\"observables\":[\"QQ\"]",
                "ensemble.observables[0] is not an observable"))) {
      Files.writeString(
          file,
          """
          {"format":"backshadow classical shadow","version":1,"qubits":2,
           "ensemble":{"name":%s},"cost":[2,2,0,0],"snapshots":["XX 00","ZZ 01"]}"""
              .formatted(wrong.get(0)));

      assertThatThrownBy(() -> StoredShadows.load(file))
          .hasMessageStartingWith(file + ": " + wrong.get(1));
    }
  }

  @Test
  void arrays_that_do_not_fit_are_refused_with_the_place() {
    int[][] bits = {{0, 1}, {1, 0}};

    assertThatThrownBy(() -> StoredShadows.of(bits, new int[][] {{0, 1}}))
        .hasMessage("2 rows of bits and 1 of recipes; as many of both are needed, at least 2");
    assertThatThrownBy(() -> StoredShadows.of(bits, new int[][] {{0, 1}, {1, 3}}))
        .hasMessage("recipes[1][1] is 3; possible are 0 (X), 1 (Y) and 2 (Z)");
    assertThatThrownBy(() -> StoredShadows.of(new int[][] {{0, 1}, {2, 0}}, bits))
        .hasMessage("bits[1][0] is 2; possible are 0 and 1");
    assertThatThrownBy(() -> StoredShadows.of(bits, new int[][] {{0, 1}, {1}}))
        .hasMessage("recipes[1] has 1 columns but bits[0] has 2");
    assertThatThrownBy(() -> StoredShadows.of(new int[][] {{}, {}}, new int[][] {{}, {}}))
        .hasMessage("bits[0] has 0 columns; possible are 1 to 62");
  }

  @Test
  void a_file_that_is_not_there_and_an_unknown_ensemble_say_so() {
    assertThatThrownBy(() -> StoredShadows.load(folder.resolve("none.json")))
        .hasMessageContaining("cannot read ")
        .hasMessageContaining("none.json (NoSuchFileException)");
  }
}
