package org.backshadow.gradient;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.backshadow.circuit.Circuit;
import org.backshadow.circuit.propagation.PauliRotations;
import org.backshadow.circuit.propagation.PauliRotations.Rotation;
import org.backshadow.estimate.Moments;
import org.backshadow.gradient.Model.Occurrence;
import org.backshadow.measure.Copies;
import org.backshadow.measure.estimator.CommutingEstimator;
import org.backshadow.pauli.PauliString;
import org.backshadow.pauli.PauliSum;

/**
 * One circuit whose shots feed many components: a block of rotations and the terms of the
 * observable that can be read with it.
 *
 * <p>With W the rotations behind a block and V the same with those turned backwards that
 * anticommute with it, a generator G of the block and a string Q of the observable have {@code
 * <i[G', Q]> = 2 Re <W psi| i G Q |V psi>} if G and Q anticommute and {@code 2 Im <W psi| G Q |V
 * psi>} if they commute: X and Y on an ancilla that chooses between W and V. All of these commute
 * with each other, since {@code i G Q} and {@code G' Q} anticommute as X and Y do. Where nothing is
 * to be turned backwards no ancilla is needed, and only anticommuting generators have a derivative.
 *
 * @param circuit bound, with the ancilla last if there is one
 * @param sums for each parameter what to read; all their strings commute
 */
record SharedCircuit(Circuit circuit, List<PauliSum> sums) {
  /** A string to read for a component. */
  private record Reading(int parameter, PauliSum.Term term) {}

  /** What a list of shared circuits measures: the gradient. */
  static Components measure(
      List<SharedCircuit> circuits, int parameters, Copies copies, long shots, String note) {
    double[] values = new double[parameters];
    double[] errors = new double[parameters];
    for (SharedCircuit shared : circuits) {
      Moments[] moments =
          CommutingEstimator.measure(shared.sums, copies.prepare(shared.circuit), shots);
      for (int k = 0; k < parameters; k++) {
        values[k] += moments[k].mean();
        errors[k] =
            StrictMath.hypot(errors[k], moments[k].standardError(shared.sums.get(k).oneNorm()));
      }
    }
    return new Components(values, errors, Math.max(1, shots - 1), note);
  }

  /** The circuits of a model, block by block; terms of the observable share one where they can. */
  static List<SharedCircuit> of(Model model, PauliRotations rotations) {
    Map<Integer, Occurrence> byGate = new HashMap<>();
    model.occurrences().forEach(occurrence -> byGate.put(occurrence.gate(), occurrence));
    var circuits = new ArrayList<SharedCircuit>();
    for (List<Integer> block : rotations.blocks()) {
      BitSet flips = rotations.flips(block.get(0));
      int qubits = rotations.qubits() + (flips.isEmpty() ? 0 : 1);
      Circuit circuit = flips.isEmpty() ? model.bound() : rotations.branching(flips, model.theta());
      for (List<Reading> readings : readings(model, rotations, block, byGate, !flips.isEmpty())) {
        circuits.add(new SharedCircuit(circuit, sums(readings, model.theta().length, qubits)));
      }
    }
    return circuits;
  }

  /** What to read of a block, by circuit: each term's readings where all of them commute. */
  private static List<List<Reading>> readings(
      Model model,
      PauliRotations rotations,
      List<Integer> block,
      Map<Integer, Occurrence> byGate,
      boolean ancilla) {
    var circuits = new ArrayList<List<Reading>>();
    for (PauliSum.Term term : model.observable().terms()) {
      var readings = new ArrayList<Reading>();
      for (int j : block) {
        Rotation rotation = rotations.list().get(j);
        PauliSum.Term product = product(rotation, term, ancilla);
        if (product.coefficient() != 0) {
          byGate
              .get(rotation.gate())
              .weights()
              .forEach(
                  (parameter, weight) ->
                      readings.add(
                          new Reading(
                              parameter,
                              new PauliSum.Term(
                                  weight * product.coefficient(), product.string()))));
        }
      }
      if (!readings.isEmpty()) {
        circuits.stream()
            .filter(others -> commute(others, readings))
            .findFirst()
            .ifPresentOrElse(others -> others.addAll(readings), () -> circuits.add(readings));
      }
    }
    return circuits;
  }

  /** {@code c X (x) iGQ} or {@code c Y (x) GQ}; c is 0 where the derivative vanishes. */
  private static PauliSum.Term product(Rotation rotation, PauliSum.Term term, boolean ancilla) {
    PauliString q = term.string();
    int phase = rotation.output().productPhase(q);
    boolean commutes = (phase & 1) == 0;
    // i^phase for GQ, i^(phase + 1) for iGQ: real either way.
    double sign = (commutes ? phase : phase + 1 & 3) == 0 ? 1 : -1;
    PauliString string = rotation.output().times(q);
    double coefficient = 2 * rotation.weight() * rotation.sign() * sign * term.coefficient();
    if (q.isIdentity() || commutes && !ancilla) {
      return new PauliSum.Term(0, string);
    }
    if (!ancilla) {
      return new PauliSum.Term(coefficient, string);
    }
    return new PauliSum.Term(
        coefficient,
        new PauliString(
            string.qubits() + 1, string.x() << 1 | 1, string.z() << 1 | (commutes ? 1 : 0)));
  }

  private static boolean commute(List<Reading> some, List<Reading> others) {
    return some.stream()
        .allMatch(
            a -> others.stream().allMatch(b -> a.term().string().commutesWith(b.term().string())));
  }

  private static List<PauliSum> sums(List<Reading> readings, int parameters, int qubits) {
    var terms = new ArrayList<List<PauliSum.Term>>();
    for (int k = 0; k < parameters; k++) {
      terms.add(new ArrayList<>());
    }
    readings.forEach(reading -> terms.get(reading.parameter()).add(reading.term()));
    return terms.stream().map(list -> PauliSum.of(qubits, list)).toList();
  }
}
