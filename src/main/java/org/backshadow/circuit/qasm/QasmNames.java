package org.backshadow.circuit.qasm;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The names that parameters have in an OpenQASM 3 program: their own where they are free. */
final class QasmNames {
  private static final Set<String> RESERVED =
      Set.of(
          ("OPENQASM include defcalgrammar def cal defcal gate extern box let break continue if else"
                  + " end return for while in switch case default nop pragma input output const"
                  + " readonly mutable qreg qubit creg bool bit int uint float angle complex array"
                  + " void duration stretch gphase inv pow ctrl negctrl durationof delay reset"
                  + " measure barrier true false im pi tau euler sin cos tan exp log sqrt arcsin"
                  + " arccos arctan floor ceiling mod popcount rotl rotr real imag sizeof q")
              .split(" "));

  private final Map<String, String> names = new HashMap<>();

  QasmNames(List<String> parameters) {
    var taken = new HashSet<String>(parameters);
    for (String parameter : parameters) {
      String name = parameter;
      if (!isFree(parameter)) {
        String plain = "p_" + parameter.replaceAll("[^A-Za-z0-9_]", "_");
        name = plain.substring(0, Math.min(plain.length(), 40));
        String base = name;
        for (int k = 2; taken.contains(name) || !isFree(name); k++) {
          name = base + "_" + k;
        }
      }
      taken.add(name);
      names.put(parameter, name);
    }
  }

  private static boolean isFree(String name) {
    return name.matches("[A-Za-z_][A-Za-z0-9_]*")
        && !RESERVED.contains(name)
        && !Library.isGate(name)
        && !name.startsWith("unitary_")
        && !name.startsWith("pauli_");
  }

  /** The name in the program; that of a gate's own argument is itself. */
  String of(String parameter) {
    return names.getOrDefault(parameter, parameter);
  }
}
