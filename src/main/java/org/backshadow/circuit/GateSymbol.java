package org.backshadow.circuit;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.backshadow.pauli.PauliString;

/**
 * What stands for a gate in a drawing, on paper or in text: a mark on each of its qubits and the
 * text of its angles, which belongs to the first box from the top.
 *
 * <pre>{@code
 * GateSymbol.describe(circuit(2).crx(0, 1, 0.3).operations().get(0)) // crx(0.3) 0 1
 * }</pre>
 *
 * @param marks from the top wire down; a line joins the first to the last
 * @param angles the angles in pieces, empty for a fixed gate
 */
public record GateSymbol(Family family, List<Mark> marks, List<AngleText> angles) {
  /** Longer names and angles are cut. */
  private static final int NAME_LENGTH = 20;

  private static final int ANGLE_LENGTH = 24;

  /** What a drawing may tell apart by color. */
  public enum Family {
    /** Without angles, such as H. */
    FIXED,
    /** A rotation about a Pauli string. */
    ROTATION,
    /** With angles, and no rotation. */
    PARAMETRIZED,
    /** X, Y or Z. */
    PAULI,
    /** A channel of noise. */
    NOISE
  }

  /** The shape on one wire: {@code PART} is one of several wires of the same box. */
  public enum Shape {
    /** A dot. */
    CONTROL,
    /** A circle with a plus. */
    NOT,
    /** One of two crosses of a swap. */
    CROSS,
    /** A box with the label. */
    BOX,
    /** One of several wires of the same box. */
    PART
  }

  /**
   * One wire of a gate.
   *
   * @param label the text in the box, empty for the other shapes
   * @param port the place of the qubit among the targets, or -1 where all targets are alike
   */
  public record Mark(int qubit, Shape shape, String label, int port) {}

  /** Keeps copies of the lists. */
  public GateSymbol {
    requireNonNull(family, "family");
    requireNonNull(marks, "marks");
    requireNonNull(angles, "angles");
    marks = List.copyOf(marks);
    angles = List.copyOf(angles);
  }

  /** What stands for a gate or a channel. */
  public static GateSymbol of(Operation operation) {
    if (operation.instruction() instanceof Channel channel) {
      return noise(channel, operation);
    }
    Gate gate = GateNames.uncontrolled(operation.gate());
    var marks = new ArrayList<Mark>();
    for (int control : operation.controls()) {
      marks.add(new Mark(control, Shape.CONTROL, "", -1));
    }
    List<Integer> targets = operation.targets();
    for (int i = 0; i < targets.size(); i++) {
      marks.add(mark(gate, !operation.controls().isEmpty(), targets.get(i), i, targets.size()));
    }
    marks.sort(Comparator.comparingInt(Mark::qubit));
    return new GateSymbol(family(gate, operation), marks, angles(operation.angles()));
  }

  private static GateSymbol noise(Channel channel, Operation operation) {
    String name = AngleText.shortened(AngleText.printable(GateNames.of(channel)), NAME_LENGTH);
    List<Integer> qubits = operation.qubits();
    var marks = new ArrayList<Mark>();
    for (int i = 0; i < qubits.size(); i++) {
      boolean alone = qubits.size() == 1;
      marks.add(new Mark(qubits.get(i), alone ? Shape.BOX : Shape.PART, name, alone ? -1 : i));
    }
    marks.sort(Comparator.comparingInt(Mark::qubit));
    return new GateSymbol(Family.NOISE, marks, angles(operation.angles()));
  }

  private static Mark mark(Gate gate, boolean controlled, int qubit, int i, int targets) {
    PauliString pauli = GateNames.pauli(gate);
    if (gate == StandardGate.SWAP) {
      return new Mark(qubit, Shape.CROSS, "", -1);
    }
    if (controlled && gate == StandardGate.X) {
      return new Mark(qubit, Shape.NOT, "", -1);
    }
    if (controlled && gate == StandardGate.Z) {
      return new Mark(qubit, Shape.CONTROL, "", -1);
    }
    if (!pauli.isIdentity()) {
      return new Mark(qubit, Shape.BOX, String.valueOf(pauli.letter(i)), -1);
    }
    String name = AngleText.shortened(AngleText.printable(GateNames.of(gate)), NAME_LENGTH);
    boolean alike = gate == StandardGate.ISWAP || gate == StandardGate.ISWAPDG;
    return targets == 1
        ? new Mark(qubit, Shape.BOX, name, -1)
        : new Mark(qubit, Shape.PART, name, alike ? -1 : i);
  }

  private static Family family(Gate gate, Operation operation) {
    if (operation.angles().isEmpty()) {
      return Family.FIXED;
    }
    if (!GateNames.pauli(gate).isIdentity()) {
      return Family.PAULI;
    }
    return operation.isBound() ? Family.ROTATION : Family.PARAMETRIZED;
  }

  private static List<AngleText> angles(List<Angle> angles) {
    var pieces = new ArrayList<AngleText>();
    for (Angle angle : angles) {
      if (!pieces.isEmpty()) {
        pieces.add(new AngleText(", ", false));
      }
      pieces.addAll(AngleText.of(angle, angles.size() == 1 ? ANGLE_LENGTH : ANGLE_LENGTH / 2));
    }
    return pieces;
  }

  /** The text of the angles: {@code 2*theta + 0.3}. */
  public String angleText() {
    return angles.stream().map(AngleText::text).collect(Collectors.joining());
  }

  /** An operation in words: {@code ry(theta) 1}. */
  public static String describe(Operation operation) {
    var words = new StringBuilder(AngleText.printable(operation.instruction().label()));
    if (operation.instruction() instanceof PauliRotationGate rotation) {
      words.append(' ').append(rotation.string());
    }
    if (!operation.angles().isEmpty()) {
      words.append(
          of(operation).angles().stream()
              .map(AngleText::text)
              .collect(Collectors.joining("", "(", ")")));
    }
    operation.qubits().forEach(qubit -> words.append(' ').append(qubit));
    return words.toString();
  }
}
