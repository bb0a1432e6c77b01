package org.backshadow.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.backshadow.circuit.Angle;
import org.backshadow.circuit.Circuit;
import org.backshadow.circuit.StandardChannel;
import org.backshadow.circuit.StandardGate;
import org.backshadow.json.Json;
import org.backshadow.pauli.PauliString;
import org.backshadow.pauli.PauliSum;

/** A model of {@code pennylane.json} with the value and the gradient that PennyLane gives it. */
public record PeerModel(Map<?, ?> json) {
  public static List<PeerModel> all() {
    String file = "/org/backshadow/gradient/pennylane.json";
    try (var stream = Objects.requireNonNull(PeerModel.class.getResourceAsStream(file))) {
      String text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
      var root = (Map<?, ?>) Objects.requireNonNull(Json.parse(text));
      return list(root, "models").stream().map(m -> new PeerModel((Map<?, ?>) m)).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public PauliSum observable() {
    return PauliSum.parse((String) value(json, "observable"));
  }

  public double value() {
    return (Double) value(json, "value");
  }

  /** In the order of {@link #circuit}'s parameters. */
  public double[] gradient() {
    List<?> names = List.copyOf(angles().keySet());
    return circuit().parameters().stream()
        .mapToDouble(name -> (Double) list(json, "gradient").get(names.indexOf(name)))
        .toArray();
  }

  /** In the order of {@link #circuit}'s parameters. */
  public double[] theta() {
    return circuit().parameters().stream()
        .mapToDouble(name -> (Double) value(angles(), name))
        .toArray();
  }

  private Map<?, ?> angles() {
    return (Map<?, ?>) value(json, "theta");
  }

  public Circuit circuit() {
    Circuit circuit = Circuit.of(((Double) value(json, "qubits")).intValue());
    for (Object gate : list(json, "gates")) {
      circuit = append(circuit, (List<?>) gate);
    }
    return circuit;
  }

  private static Circuit append(Circuit circuit, List<?> gate) {
    String name = (String) gate.get(0);
    int n = circuit.qubits();
    List<Integer> qubits = integers(gate.get(1));
    if (name.equals("pauliRotation")) {
      PauliString string = string(n, qubits, gate.get(3));
      return circuit.pauliRotation(string, angle(gate.get(2)));
    }
    if (name.equals("controlledPauliRotation")) {
      PauliString string = string(n, integers(gate.get(2)), gate.get(4));
      Circuit rotation = Circuit.of(n).pauliRotation(string, angle(gate.get(3)));
      for (int control : qubits) {
        rotation = Circuit.of(n).controlled(control, rotation);
      }
      return circuit.then(rotation);
    }
    Angle[] angles = gate.stream().skip(2).map(PeerModel::angle).toArray(Angle[]::new);
    for (StandardChannel channel : StandardChannel.values()) {
      if (channel.label().equals(name)) {
        return circuit.channel(channel, qubits, angles);
      }
    }
    StandardGate row =
        Arrays.stream(StandardGate.values())
            .filter(standard -> standard.label().equals(name))
            .findFirst()
            .orElseThrow(() -> new IllegalArgumentException("no gate " + name));
    return circuit.gate(row, qubits, angles);
  }

  private static PauliString string(int register, List<Integer> qubits, Object letters) {
    var all = new StringBuilder("I".repeat(register));
    for (int k = 0; k < qubits.size(); k++) {
      all.setCharAt(qubits.get(k), ((String) letters).charAt(k));
    }
    return PauliString.of(all.toString());
  }

  private static Angle angle(Object expression) {
    if (expression instanceof Double number) {
      return Angle.of(number);
    }
    if (expression instanceof String name) {
      return Angle.parameter(name);
    }
    var call = (List<?>) expression;
    Angle first = angle(call.get(1));
    return switch ((String) call.get(0)) {
      case "plus" -> first.plus(angle(call.get(2)));
      case "minus" -> first.minus(angle(call.get(2)));
      case "times" -> first.times(angle(call.get(2)));
      case "sin" -> first.sin();
      case "cos" -> first.cos();
      case "exp" -> first.exp();
      case "square" -> first.square();
      default -> throw new IllegalArgumentException("no function " + call.get(0));
    };
  }

  private static List<Integer> integers(Object numbers) {
    return ((List<?>) numbers).stream().map(q -> ((Double) q).intValue()).toList();
  }

  private static List<?> list(Map<?, ?> map, String key) {
    return (List<?>) value(map, key);
  }

  private static Object value(Map<?, ?> map, Object key) {
    return Objects.requireNonNull(map.get(key), () -> "no " + key);
  }

  @Override
  public String toString() {
    return (String) value(json, "name");
  }
}
