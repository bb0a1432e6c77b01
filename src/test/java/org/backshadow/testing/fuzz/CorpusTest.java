package org.backshadow.testing.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.backshadow.testing.CpuTime;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the fuzzer has found, and what one thinks of beforehand, for every reader. */
@Timeout(value = 120, threadMode = ThreadMode.SEPARATE_THREAD)
class CorpusTest {
  private static final int MILLION = 1_000_000;

  /** Each of the files is taken or refused as {@link Reader} says; some are taken. */
  @ParameterizedTest
  @EnumSource
  void files_of_the_corpus_are_taken_or_refused(Reader reader) throws IOException {
    int taken = 0;
    for (Path file : files(reader)) {
      taken += reader.takes(Files.readAllBytes(file)) ? 1 : 0;
    }

    assertThat(taken).isPositive();
  }

  /** Cut at every byte, and with every byte replaced. */
  @ParameterizedTest
  @EnumSource
  void damaged_files_are_taken_or_refused(Reader reader) throws IOException {
    for (Path file : files(reader)) {
      byte[] bytes = Files.readAllBytes(file);
      int step = Math.max(1, bytes.length / 40);
      for (int at = 0; at < bytes.length; at += step) {
        reader.takes(Arrays.copyOf(bytes, at));
        for (byte other : new byte[] {0, '"', '9', '-', '\n', (byte) 0xff}) {
          byte[] changed = bytes.clone();
          changed[at] = other;
          reader.takes(changed);
        }
      }
    }
  }

  static List<String> bombs() {
    return List.of(
        "[".repeat(MILLION),
        "{\"terms\":".repeat(MILLION),
        "{\"" + "a".repeat(MILLION) + "\":1,\"" + "a".repeat(MILLION) + "\":2}",
        "(".repeat(MILLION),
        "9".repeat(MILLION),
        "1e" + "9".repeat(MILLION),
        "0." + "1".repeat(MILLION) + "*Z",
        "-".repeat(MILLION),
        "Z".repeat(MILLION),
        "X+".repeat(MILLION / 2),
        "1 ".repeat(MILLION / 2),
        "coeff,pauli\n" + "9".repeat(MILLION) + ",Z\n",
        "coeff,pauli\n" + "x".repeat(MILLION) + ",Z\n",
        "coeff,pauli\n1," + "Z".repeat(MILLION) + "\n",
        "coeff,pauli\n" + ",".repeat(MILLION),
        "{\"format\":\"backshadow classical shadow\",\"version\":1,\"qubits\":1e300}",
        "{\"format\":\"" + "x".repeat(MILLION) + "\"}",
        "OPENQASM 3.0;\nqubit[" + "9".repeat(60) + "] q;",
        "OPENQASM 3.0;\nqubit q; rx(" + "9".repeat(MILLION) + ") q;",
        "\n".repeat(MILLION),
        "\0".repeat(MILLION));
  }

  /** A million brackets, digits, letters or lines: a second of one processor at most. */
  @ParameterizedTest
  @EnumSource
  void long_and_deep_texts_take_no_time(Reader reader) {
    for (String bomb : bombs()) {
      byte[] bytes = bomb.getBytes(StandardCharsets.UTF_8);

      double seconds = CpuTime.seconds(() -> reader.takes(bytes));

      assertThat(seconds).as("%s of %.40s", reader, bomb).isLessThan(1);
    }
  }

  private static List<Path> files(Reader reader) {
    String folder = "/org/backshadow/fuzz/" + reader.folder();
    try (Stream<Path> files =
        Files.list(Path.of(Objects.requireNonNull(CorpusTest.class.getResource(folder)).toURI()))) {
      return files.sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
