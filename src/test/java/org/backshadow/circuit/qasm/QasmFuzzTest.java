package org.backshadow.circuit.qasm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import org.backshadow.circuit.Circuit;
import org.backshadow.testing.CpuTime;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Any text ends in a circuit or a {@link QasmException}, and soon. */
class QasmFuzzTest {
  /** {@code -Dqasm.seed=...} repeats one mutation. */
  private static final String SEED = "qasm.seed";

  private static final double LIMIT = 1;

  private static final List<String> EXTRA =
      List.of(
          """
          OPENQASM 3.1;
          include "stdgates.inc";
          @backshadow.parameter "theta 1"
          input float t; input angle[32] phi; const int n = 3; const float x = pi / n;
          gate g(a, b) r, s { gphase(a / 2); ctrl @ U(a, b, a * b) r, s; inv @ pow(2) @ h s; }
          gate k(a) r, s, r2 { g(a, -a) r, s; negctrl @ g(a + 1, sin(a)) s, r, r2; }
          qubit[4] q; qubit r; bit[4] c; let al = q[0:2] ++ r;
          g(t, 2 * phi) q[0], r; pow(0.5) @ z q[{0, 2}]; ctrl(2) @ rz(x ** 2) q[0], q[-1], r;
          barrier q; negctrl @ ctrl @ gphase(t) q[0], q[1];
          c = measure q; measure r -> c[0];
          """,
          """
          OPENQASM 2.0;
          include "qelib1.inc";
          opaque nothing(a) b; // not used
          gate maj(t) a, b, c { cx c, b; rz(-t ^ 2 / (1 + sin(t))) a; ccx a, b, c; barrier a, b; }
          qreg a[2]; qreg b[2]; creg c[2];
          maj(3 * pi / 4) a, b[0], b[1]; u3(1e-3, .5, 2.) a; cu3(1, 2, 3) a, b; swap a[0], b[0];
          measure a -> c;
          """);

  private static final List<String> PIECES =
      List.of(
          "(",
          ")",
          "[",
          "]",
          "{",
          "}",
          ";",
          ",",
          "@",
          "ctrl @ ",
          "inv @ ",
          "pow(2) @ ",
          "-",
          "+",
          "*",
          "/",
          "**",
          "^",
          "1e308",
          "99999999999999999999",
          "0",
          "-1",
          "pi",
          "q",
          "gate ",
          "qubit",
          "input float ",
          "measure ",
          "include ",
          "\"",
          "/*",
          "//",
          "\n",
          "\u0000",
          "é",
          "\ud800",
          "ctrl(29) @ ",
          "pow(1e9) @ ",
          "gphase(1)",
          "U",
          "sqrt(",
          "0:",
          "1 / 0");

  @Test
  void mutations_end_in_a_circuit_or_an_exception() {
    Long seed = Long.getLong(SEED);
    if (seed != null) {
      run(seed);
    } else {
      runs(20_000, 1);
    }
  }

  @Test
  @Tag("full")
  void a_million_mutations() {
    runs(1_000_000, 1_000_000);
  }

  private static void runs(int count, long first) {
    int circuits = 0;
    for (long seed = first; seed < first + count; seed++) {
      circuits += run(seed) ? 1 : 0;
    }
    assertThat(circuits).as("mutations that are still circuits").isBetween(count / 50, count);
  }

  /** True if the text was a circuit. */
  private static boolean run(long seed) {
    String text = mutated(seed);
    var circuit = new AtomicBoolean();
    double seconds = CpuTime.seconds(() -> circuit.set(isCircuit(text, seed)));
    if (seconds > LIMIT) {
      throw new AssertionError("slow: -D" + SEED + "=" + seed + "\n" + text);
    }
    return circuit.get();
  }

  private static boolean isCircuit(String text, long seed) {
    try {
      Circuit read = Qasm.read(text);
      assertThat(read.qubits()).isBetween(1, 30);
      return true;
    } catch (QasmException e) {
      assertThat(e.getMessage()).startsWith("qasm:" + e.line() + ":" + e.column() + ": ");
      return false;
    } catch (RuntimeException | Error e) {
      throw new AssertionError("-D" + SEED + "=" + seed + "\n" + text, e);
    }
  }

  private static final List<String> CORPUS = corpus();

  private static List<String> corpus() {
    var all = new ArrayList<>(EXTRA);
    QasmCorpusTest.files().map(QasmCorpusTest::text).forEach(all::add);
    return all;
  }

  private static String mutated(long seed) {
    var random = new Random(seed * 0x9E3779B97F4A7C15L);
    String text = CORPUS.get(random.nextInt(CORPUS.size()));
    int changes = 1 + random.nextInt(3);
    for (int i = 0; i < changes; i++) {
      text = random.nextBoolean() ? characters(text, random) : tokens(text, random);
    }
    return text;
  }

  private static String characters(String text, Random random) {
    int at = random.nextInt(text.length() + 1);
    int to = Math.min(text.length(), at + random.nextInt(6));
    String piece = PIECES.get(random.nextInt(PIECES.size()));
    return switch (random.nextInt(5)) {
      case 0 -> text.substring(0, at) + text.substring(to);
      case 1 -> text.substring(0, to) + text.substring(at);
      case 2 -> text.substring(0, at) + piece + text.substring(at);
      case 3 -> text.substring(0, at) + piece.repeat(1 << random.nextInt(12)) + text.substring(at);
      default -> text.substring(0, at) + (char) random.nextInt(0x250) + text.substring(to);
    };
  }

  private static String tokens(String text, Random random) {
    var tokens = new ArrayList<>(Arrays.asList(text.split("(?<=\\W)|(?=\\W)")));
    int at = random.nextInt(tokens.size());
    int other = random.nextInt(tokens.size());
    switch (random.nextInt(5)) {
      case 0 -> tokens.remove(at);
      case 1 -> tokens.add(at, tokens.get(other));
      case 2 -> java.util.Collections.swap(tokens, at, other);
      case 3 -> tokens.set(at, PIECES.get(random.nextInt(PIECES.size())));
      default -> {
        int from = Math.min(at, other);
        int to = Math.min(tokens.size(), from + 40);
        tokens.addAll(at, List.copyOf(tokens.subList(from, to)));
      }
    }
    return String.join("", tokens);
  }
}
