package org.backshadow.circuit.qasm;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.backshadow.circuit.Gate;
import org.backshadow.circuit.StandardGate;
import org.jspecify.annotations.Nullable;

/**
 * The gates that a text has without defining them: those of qelib1.inc and stdgates.inc, and others
 * that files take for granted.
 *
 * <p>Source: A. W. Cross et al., Open quantum assembly language (2017), arXiv:1707.03429; A. W.
 * Cross et al., OpenQASM 3 (2022), arXiv:2104.14722. Phases matter under {@code ctrl @} only, so
 * the two differ where OpenQASM 3 has another one: its {@code U} is {@code e^(i theta/2)} times
 * {@link StandardGate#U}.
 */
final class Library {
  private static final Map<String, GateDefinition> STANDARD = standard();

  /** The same in both languages. */
  private static final String BOTH =
      """
      gate cu3(theta, phi, lambda) a, b { ctrl @ u(theta, phi, lambda) a, b; }
      gate cu(theta, phi, lambda, gamma) a, b { p(gamma) a; ctrl @ u(theta, phi, lambda) a, b; }
      gate u0(gamma) a { id a; }
      gate csx a, b { ctrl @ sx a, b; }
      gate c3x a, b, c, d { ctrl @ ccx a, b, c, d; }
      gate c4x a, b, c, d, e { ctrl(2) @ ccx a, b, c, d, e; }
      gate c3sqrtx a, b, c, d { ctrl(3) @ sx a, b, c, d; }
      gate rccx a, b, c {
        h c; t c; cx b, c; tdg c; cx a, c; t c; cx b, c; tdg c; h c;
      }
      """;

  private static final String TWO =
      """
      gate U(theta, phi, lambda) a { u(theta, phi, lambda) a; }
      gate u3(theta, phi, lambda) a { u(theta, phi, lambda) a; }
      gate u2(phi, lambda) a { u(pi/2, phi, lambda) a; }
      """;

  private static final String THREE =
      """
      gate U(theta, phi, lambda) a { gphase(theta/2); u(theta, phi, lambda) a; }
      gate u3(theta, phi, lambda) a { gphase(-(phi + lambda)/2); u(theta, phi, lambda) a; }
      gate u2(phi, lambda) a { gphase(-(phi + lambda)/2); u(pi/2, phi, lambda) a; }
      """;

  private static final Map<String, GateDefinition> QELIB1 = defined(BOTH + TWO);
  private static final Map<String, GateDefinition> STDGATES = defined(BOTH + THREE);

  private Library() {}

  private static Map<String, GateDefinition> standard() {
    var gates = new HashMap<String, GateDefinition>();
    for (StandardGate gate : StandardGate.values()) {
      String name = gate == StandardGate.I ? "id" : gate.label();
      gates.put(name, new GateDefinition.Known(name, gate));
    }
    gates.put("CX", new GateDefinition.Known("CX", StandardGate.CX));
    gates.put("u1", new GateDefinition.Known("u1", StandardGate.P));
    gates.put("cu1", new GateDefinition.Known("cu1", StandardGate.CP));
    gates.put("phase", new GateDefinition.Known("phase", StandardGate.P));
    gates.put("cphase", new GateDefinition.Known("cphase", StandardGate.CP));
    gates.put("gphase", new GateDefinition.Phase());
    return gates;
  }

  private static Map<String, GateDefinition> defined(String text) {
    var program = new Program(3, STANDARD);
    new Statements(new Tokens("library", text), program).all();
    return Map.copyOf(program.gates());
  }

  /** True if a library or a circuit has a gate of this name. */
  static boolean isGate(String name) {
    return STDGATES.containsKey(name);
  }

  /** The gate that circuits have under this name. */
  static @Nullable Gate standardGate(String name) {
    return STANDARD.get(name) instanceof GateDefinition.Known known ? known.gate() : null;
  }

  /** What there is without an include. */
  static Map<String, GateDefinition> builtIn(int version) {
    var gates = new LinkedHashMap<String, GateDefinition>();
    var all = version == 2 ? QELIB1 : STDGATES;
    for (String name : version == 2 ? new String[] {"U", "CX"} : new String[] {"U", "gphase"}) {
      GateDefinition gate = all.get(name);
      if (gate != null) {
        gates.put(name, gate);
      }
    }
    return gates;
  }

  /** The gates of an included file, or null if it is not one of the two. */
  static @Nullable Map<String, GateDefinition> included(String file, int version) {
    boolean known = file.equals("qelib1.inc") || file.equals("stdgates.inc");
    if (!known) {
      return null;
    }
    if (version == 3) {
      return STDGATES;
    }
    var gates = new HashMap<>(QELIB1);
    gates.remove("gphase");
    return gates;
  }
}
