package org.backshadow.circuit;

/**
 * What can stand in a circuit: a unitary {@link Gate} or a {@link Channel} of noise.
 *
 * <pre>{@code
 * for (Instruction instruction : List.of(StandardGate.CRX, StandardChannel.DEPOLARIZE)) {
 *   System.out.println(instruction.label() + ": " + instruction.qubits() + " qubits");
 * }
 * }</pre>
 */
public sealed interface Instruction permits Gate, Channel {
  /** As in OpenQASM where it has the gate: {@code rx}, {@code ccx}; {@code depolarize}. */
  String label();

  /** The qubits that it acts on, controls among them. */
  int qubits();

  /** The number of its angles, or of its strengths if it is a channel. */
  int angles();
}
