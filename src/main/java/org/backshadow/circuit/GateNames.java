package org.backshadow.circuit;

import static org.backshadow.circuit.StandardGate.*;

import java.util.Map;
import org.backshadow.pauli.PauliString;

/** The names that stand in the boxes of a drawing. */
final class GateNames {
  private static final PauliString NONE = PauliString.identity(1);

  private static final Map<Gate, Gate> UNCONTROLLED =
      Map.of(CX, X, CY, Y, CZ, Z, CH, H, CP, P, CRX, RX, CRY, RY, CRZ, RZ, CCX, X, CSWAP, SWAP);

  private static final Map<Gate, PauliString> PAULIS =
      Map.of(RXX, PauliString.of("XX"), RYY, PauliString.of("YY"), RZZ, PauliString.of("ZZ"));

  private GateNames() {}

  /** The gate on the targets alone. */
  static Gate uncontrolled(Gate gate) {
    Gate inner = gate instanceof ControlledGate controlled ? controlled.gate() : gate;
    return UNCONTROLLED.getOrDefault(inner, inner);
  }

  /** The string of a Pauli rotation, drawn as its letters; the identity for other gates. */
  static PauliString pauli(Gate gate) {
    return gate instanceof PauliRotationGate rotation
        ? rotation.string()
        : PAULIS.getOrDefault(gate, NONE);
  }

  static String of(Gate gate) {
    if (gate instanceof AdjointGate adjoint) {
      return of(adjoint.gate()) + "†";
    }
    if (gate instanceof PauliRotationGate rotation) {
      return rotation.string().toString();
    }
    return gate instanceof StandardGate standard ? of(standard) : gate.label();
  }

  /** The name of a channel; the longest one does not fit into a box. */
  static String of(Channel channel) {
    return channel == StandardChannel.GENERALIZED_AMPLITUDE_DAMPING
        ? "gen. damping"
        : channel.label();
  }

  private static String of(StandardGate gate) {
    return switch (gate) {
      case SX -> "√X";
      case SXDG -> "√X†";
      case SDG -> "S†";
      case TDG -> "T†";
      case RX -> "Rx";
      case RY -> "Ry";
      case RZ -> "Rz";
      case ISWAP -> "iSWAP";
      case ISWAPDG -> "iSWAP†";
      case I, X, Y, Z, H, S, T, P, U -> gate.name();
      default -> gate.label();
    };
  }
}
