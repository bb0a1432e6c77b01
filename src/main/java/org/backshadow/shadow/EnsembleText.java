package org.backshadow.shadow;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.backshadow.pauli.PauliSum;

/**
 * Ensembles as JSON: {@code name}, and {@code probabilities} (X, Y, Z for each qubit) of locally
 * biased bases or {@code observables} of derandomized ones.
 */
final class EnsembleText {
  private EnsembleText() {}

  static Map<String, Object> of(ShadowEnsemble ensemble) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("name", ensemble.name());
    if (ensemble instanceof LocallyBiasedBases biased) {
      json.put("probabilities", biased.rows());
    } else if (ensemble instanceof DerandomizedBases chosen) {
      json.put("observables", chosen.observables().stream().map(PauliSum::toString).toList());
    } else if (!(ensemble instanceof RandomPauliBases
        || ensemble instanceof RandomCliffords
        || ensemble instanceof CalibratedBases)) {
      throw new IllegalArgumentException(
          "save: the file has no place for the ensemble \"" + ensemble.name() + "\"");
    }
    return json;
  }

  static ShadowEnsemble read(Entry entry, int qubits, int snapshots) {
    String name = entry.get("name").text();
    if (name.equals(new RandomPauliBases().name())) {
      return new RandomPauliBases();
    }
    if (name.equals(new RandomCliffords().name())) {
      return new RandomCliffords();
    }
    if (name.equals(new CalibratedBases().name())) {
      return new CalibratedBases();
    }
    ShadowEnsemble ensemble =
        switch (name) {
          case LocallyBiasedBases.NAME -> new LocallyBiasedBases(rows(entry.get("probabilities")));
          case DerandomizedBases.NAME ->
              new DerandomizedBases(observables(entry.get("observables")), snapshots);
          default -> throw entry.get("name").wrong("\"" + name + "\" is not a known ensemble");
        };
    ensemble.requireApplicable(qubits);
    return ensemble;
  }

  private static double[][] rows(Entry entry) {
    var rows = new ArrayList<double[]>();
    for (Entry row : entry.items()) {
      double[] numbers = row.items().stream().mapToDouble(Entry::number).toArray();
      double sum = 0;
      for (double p : numbers) {
        sum += p >= 0 ? p : Double.NaN;
      }
      if (numbers.length != 3 || !(Math.abs(sum - 1) < 1e-9)) {
        throw row.wrong("is not three probabilities whose sum is 1");
      }
      rows.add(numbers);
    }
    return rows.toArray(double[][]::new);
  }

  private static List<PauliSum> observables(Entry entry) {
    var observables = new ArrayList<PauliSum>();
    for (Entry item : entry.items()) {
      try {
        observables.add(PauliSum.parse(item.text()));
      } catch (IllegalArgumentException e) {
        throw item.wrong("is not an observable: " + e.getMessage());
      }
    }
    if (observables.isEmpty()) {
      throw entry.wrong("is empty");
    }
    return observables;
  }
}
