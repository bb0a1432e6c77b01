package org.backshadow.circuit.qasm;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.backshadow.circuit.Circuit;

/**
 * Circuits from OpenQASM 2 and 3.
 *
 * <p>Qubits are numbered in the order of their declaration. A phase of the whole register is
 * dropped; under a control it matters and is kept. Measurements at the end of a qubit leave
 * nothing; {@code input float} and {@code input angle} become parameters. What depends on outcomes
 * or time ({@code if}, {@code reset}, {@code for}, {@code def}, {@code delay}, ...) is refused. An
 * {@code include} names one of two built-in libraries and opens no file.
 *
 * <p>A text has at most 1 MiB, 30 qubits and 200,000 operations after the expansion of its gates.
 *
 * <pre>{@code
 * var bell = Qasm.read("OPENQASM 3; include \"stdgates.inc\"; qubit[2] q; h q[0]; cx q[0], q[1];");
 * state(bell).probabilities().of("11") // 0.5
 * }</pre>
 */
public final class Qasm {
  private Qasm() {}

  /**
   * The circuit of a program.
   *
   * @throws QasmException with line and column if it is not OpenQASM or goes beyond the limits
   */
  public static Circuit read(String text) {
    return read("qasm", text);
  }

  /** As {@link #read(String)}, with the name that messages give the text. */
  public static Circuit read(String source, String text) {
    if (text.length() > Limits.BYTES
        || text.getBytes(StandardCharsets.UTF_8).length > Limits.BYTES) {
      throw new Place(source, 1, 1).error("the text is longer than 1 MiB");
    }
    return Statements.read(source, text);
  }

  /**
   * The circuit of a file in UTF-8.
   *
   * @throws QasmException as {@link #read(String)}, with the name of the file
   * @throws IllegalArgumentException if the file cannot be read
   */
  public static Circuit read(Path file) {
    String name = String.valueOf(file.getFileName());
    try (var in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(Limits.BYTES + 1);
      if (bytes.length > Limits.BYTES) {
        throw new Place(name, 1, 1).error("the file is longer than 1 MiB");
      }
      return read(name, new String(bytes, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new IllegalArgumentException("the file " + file + " cannot be read: " + e, e);
    }
  }
}
