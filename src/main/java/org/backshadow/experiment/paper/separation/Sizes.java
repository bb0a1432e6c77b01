package org.backshadow.experiment.paper.separation;

import java.util.Arrays;
import java.util.List;

/** What the plans of experiments check. */
final class Sizes {
  private Sizes() {}

  static List<Integer> require(int least, int most, int... qubits) {
    if (qubits.length == 0) {
      throw new IllegalArgumentException("no numbers of qubits given, such as 2, 3, 4");
    }
    for (int n : qubits) {
      if (n < least || n > most) {
        throw new IllegalArgumentException(
            "%d qubits are outside %d..%d, where the methods can be simulated"
                .formatted(n, least, most));
      }
    }
    return Arrays.stream(qubits).sorted().distinct().boxed().toList();
  }

  static int requirePositive(String what, int number) {
    if (number < 1) {
      throw new IllegalArgumentException(number + " " + what + "; at least 1 is needed");
    }
    return number;
  }
}
