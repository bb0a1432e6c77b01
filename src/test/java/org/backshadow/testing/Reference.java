package org.backshadow.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.backshadow.circuit.Angle;
import org.backshadow.circuit.Circuit;
import org.backshadow.circuit.ansatz.Ansatz;
import org.backshadow.json.Json;
import org.backshadow.pauli.PauliString;
import org.backshadow.pauli.PauliSum;

/**
 * A case of {@code reference.json}, whose angles and derivatives are those of {@code exp(-i theta
 * P)}: the library's angle is twice as large, its derivative half.
 */
public final class Reference {
  private final Map<?, ?> json;

  private Reference(Map<?, ?> json) {
    this.json = json;
  }

  public static List<Reference> cases() {
    try (var stream = Reference.class.getResourceAsStream("/org/backshadow/reference.json")) {
      String text =
          new String(Objects.requireNonNull(stream).readAllBytes(), StandardCharsets.UTF_8);
      var root = (Map<?, ?>) Objects.requireNonNull(Json.parse(text));
      return list(root, "cases").stream().map(c -> new Reference((Map<?, ?>) c)).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public String name() {
    return (String) value(json, "name");
  }

  public int qubits() {
    return (int) number(json, "n");
  }

  /** The exact value. */
  public double value() {
    return number(json, "F");
  }

  /** {@code dF/dtheta}, twice the library's derivative. */
  public double[] gradient() {
    return numbers(json, "gradient");
  }

  public PauliSum observable() {
    var terms = new ArrayList<PauliSum.Term>();
    for (Object term : list(json, "observable")) {
      var pair = (List<?>) term;
      terms.add(new PauliSum.Term((Double) pair.get(0), PauliString.of((String) pair.get(1))));
    }
    return PauliSum.of(qubits(), terms);
  }

  /** The input state and the gates, a parameter each. */
  public Circuit circuit() {
    return circuit(-1);
  }

  /** With a parameter in one gate only, or in all for -1. */
  public Circuit circuit(int only) {
    Circuit circuit = Circuit.of(qubits());
    if (json.containsKey("psi0_re")) {
      circuit = Ansatz.statePreparation(numbers(json, "psi0_re"), numbers(json, "psi0_im"));
    }
    double[] theta = theta();
    for (int k = 0; k < theta.length; k++) {
      String string = (String) ((List<?>) list(json, "gates").get(k)).get(0);
      Angle angle = only < 0 || only == k ? Angle.parameter("t" + k) : Angle.of(theta[k]);
      circuit = circuit.pauliRotation(string, angle);
    }
    return circuit;
  }

  /** The library's angles, {@code 2 theta}. */
  public double[] theta() {
    return list(json, "gates").stream()
        .mapToDouble(gate -> 2 * (Double) ((List<?>) gate).get(1))
        .toArray();
  }

  /** The variance of one snapshot by random Pauli bases, for each term of the observable. */
  public double[] shadowVariances() {
    return numbers(json, "pauli_shadow_singleshot_var");
  }

  /** The variance of one snapshot by random Clifford unitaries, for each term. */
  public double[] cliffordVariances() {
    return numbers(json, "clifford_shadow_singleshot_var");
  }

  public boolean hasVariances() {
    return json.containsKey("variance_check");
  }

  /** A number of {@code variance_check}. */
  public double variance(String name) {
    return number((Map<?, ?>) value(json, "variance_check"), name);
  }

  private static Object value(Map<?, ?> map, String name) {
    return Objects.requireNonNull(map.get(name), name);
  }

  private static double number(Map<?, ?> map, String name) {
    return (Double) value(map, name);
  }

  private static List<?> list(Map<?, ?> map, String name) {
    return (List<?>) value(map, name);
  }

  private static double[] numbers(Map<?, ?> map, String name) {
    return list(map, name).stream().mapToDouble(x -> (Double) x).toArray();
  }

  @Override
  public String toString() {
    return name();
  }
}
