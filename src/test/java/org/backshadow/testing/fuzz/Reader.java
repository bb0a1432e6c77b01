package org.backshadow.testing.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.backshadow.circuit.Circuit;
import org.backshadow.circuit.qasm.Qasm;
import org.backshadow.experiment.sweep.Sweep;
import org.backshadow.json.Json;
import org.backshadow.pauli.Hamiltonians;
import org.backshadow.pauli.PauliString;
import org.backshadow.pauli.PauliSum;
import org.backshadow.shadow.ClassicalShadow;
import org.backshadow.shadow.StoredShadows;

/**
 * What reads the user's files and texts. Whatever the bytes are, it takes them or refuses them by
 * an {@link IllegalArgumentException} whose message a person can read; what it takes comes back the
 * same after it was written.
 */
enum Reader {
  QASM {
    @Override
    void take(byte[] bytes) {
      Circuit circuit = Qasm.read(text(bytes));
      if (circuit.qubits() > 30 || circuit.size() > 200_000) {
        throw new AssertionError("beyond the limits: " + circuit.qubits() + ", " + circuit.size());
      }
    }
  },
  JSON {
    @Override
    void take(byte[] bytes) {
      Object value = Json.parse(text(bytes));
      String written = Json.write(value);
      same(written, Json.write(Json.parse(written)));
    }
  },
  PAULI_STRING {
    @Override
    void take(byte[] bytes) {
      String text = text(bytes);
      same(text, PauliString.of(text).toString());
    }
  },
  PAULI_SUM {
    @Override
    void take(byte[] bytes) {
      PauliSum sum = PauliSum.parse(text(bytes));
      same(sum, PauliSum.parse(sum.toString()));
    }
  },
  HAMILTONIAN {
    @Override
    void take(byte[] bytes) throws IOException {
      Path file = file("hamiltonian", bytes);
      PauliSum sum = Hamiltonians.read(file);
      same(sum, PauliSum.parse(sum.toString()));
    }
  },
  SHADOW {
    @Override
    void take(byte[] bytes) throws IOException {
      Path file = file("shadow", bytes);
      ClassicalShadow shadow = StoredShadows.load(file);
      shadow.save(file);
      byte[] once = Files.readAllBytes(file);
      StoredShadows.load(file).save(file);
      same(text(once), text(Files.readAllBytes(file)));
    }
  },
  CHECKPOINT {
    /** A refused file stays as it is; one that is taken ends as if it had never been there. */
    @Override
    void take(byte[] bytes) throws IOException {
      Path file = file("checkpoint", bytes);
      Sweep<Point> plan =
          Sweep.over(List.of(new Point(1, "a"), new Point(2, "b")))
              .threads(1)
              .trial((p, seed) -> new Row(p.n() / 4.0, p.name(), List.of(p.n())))
              .checkpoint(file);
      try {
        plan.run().table();
      } catch (IllegalArgumentException e) {
        if (!Arrays.equals(bytes, Files.readAllBytes(file))) {
          throw new AssertionError("the file was refused and changed", e);
        }
        throw e;
      }
    }
  };

  record Point(int n, String name) {}

  record Row(double x, String text, List<Integer> sizes) {}

  /** Reads, and writes and reads again where that is possible. */
  abstract void take(byte[] bytes) throws IOException;

  /** True if the bytes were taken, false if they were refused as they should be. */
  boolean takes(byte[] bytes) {
    try {
      take(bytes);
      return true;
    } catch (NumberFormatException e) {
      throw new AssertionError(this + " leaks an exception", e);
    } catch (IllegalArgumentException e) {
      String message = String.valueOf(e.getMessage());
      if (message.isBlank() || message.equals("null") || message.length() > 1000) {
        throw new AssertionError(
            "%s refuses with a message of %d characters".formatted(this, message.length()), e);
      }
      return false;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The name of its folder in the corpus. */
  String folder() {
    return name().toLowerCase(Locale.ROOT);
  }

  private static void same(Object a, Object b) {
    if (!a.equals(b)) {
      throw new AssertionError("written and read again: %.200s is not %.200s".formatted(b, a));
    }
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private static Path file(String name, byte[] bytes) throws IOException {
    Path folder = Path.of(System.getProperty("java.io.tmpdir"));
    Path file = folder.resolve("backshadow-%d-%s".formatted(ProcessHandle.current().pid(), name));
    return Files.write(file, bytes);
  }
}
