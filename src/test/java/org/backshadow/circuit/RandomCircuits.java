package org.backshadow.circuit;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Circuits with every row of the gate table that fits, for tests of drawings. */
public final class RandomCircuits {
  private RandomCircuits() {}

  public static Circuit of(int qubits, int gates, long seed) {
    var random = new Random(seed);
    Circuit circuit = Circuit.of(qubits);
    for (int i = 0; i < gates; i++) {
      StandardGate gate;
      do {
        gate = StandardGate.values()[random.nextInt(StandardGate.values().length)];
      } while (gate.qubits() > qubits);
      circuit = circuit.gate(gate, qubits(gate, qubits, random), angles(gate, random));
    }
    return circuit;
  }

  private static List<Integer> qubits(Gate gate, int qubits, Random random) {
    var order = new ArrayList<Integer>();
    for (int q = 0; q < qubits; q++) {
      order.add(q);
    }
    Collections.shuffle(order, random);
    return List.copyOf(order.subList(0, gate.qubits()));
  }

  private static Angle[] angles(Gate gate, Random random) {
    var angles = new Angle[gate.angles()];
    for (int k = 0; k < angles.length; k++) {
      Angle parameter = Angle.parameter("t" + random.nextInt(100));
      angles[k] =
          switch (random.nextInt(4)) {
            case 0 -> Angle.of(random.nextGaussian());
            case 1 -> Angle.of(Math.PI / (1 + random.nextInt(8)));
            case 2 -> parameter.times(random.nextGaussian()).plus(random.nextGaussian()).sin();
            default -> parameter;
          };
    }
    return angles;
  }
}
