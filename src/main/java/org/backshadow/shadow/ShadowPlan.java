package org.backshadow.shadow;

import org.backshadow.circuit.Circuit;
import org.backshadow.measure.Copies;
import org.backshadow.measure.NoisyReadout;
import org.backshadow.measure.ReadoutErrors;
import org.backshadow.measure.simulated.SimulatedCopies;
import org.backshadow.resources.Cost;
import org.backshadow.resources.Heap;
import org.backshadow.resources.Ledger;
import org.backshadow.resources.Seed;
import org.jspecify.annotations.Nullable;

/**
 * What a shadow is to be measured from, and how.
 *
 * @param calibration snapshots of {@code |0...0>} taken first, 0 for none
 */
record ShadowPlan(
    Circuit circuit,
    ShadowEnsemble ensemble,
    int snapshots,
    long seed,
    ReadoutErrors errors,
    int calibration) {
  /** Words for a snapshot and what is held beside it while it is drawn. */
  private static final int BYTES = 80;

  ShadowPlan {
    if (snapshots < 2) {
      throw new IllegalArgumentException(
          "classicalShadow: " + snapshots + " snapshots; at least 2 are needed");
    }
    ensemble.requireApplicable(circuit.qubits());
    if (!circuit.parameters().isEmpty()) {
      throw new IllegalArgumentException(
          "parameters without values: %s; bind the circuit first"
              .formatted(String.join(", ", circuit.parameters())));
    }
    SimulatedCopies.requireRoom(circuit);
    requireMemory(snapshots, circuit.qubits());
  }

  private static void requireMemory(int snapshots, int qubits) {
    long bytes = bytes(snapshots, qubits);
    long free = Heap.free();
    if (bytes > free) {
      System.gc();
      free = Heap.free();
    }
    if (bytes > free) {
      throw new IllegalArgumentException(
          "%,d snapshots need %,d MB (%d bytes each) but %,d MB of heap are free. Raise -Xmx"
                  .formatted(snapshots, bytes >> 20, BYTES + qubits / 2, free >> 20)
              + " or take fewer");
    }
  }

  /** What snapshots take while they are drawn and read. */
  static long bytes(int snapshots, int qubits) {
    return Math.multiplyExact((long) snapshots, (long) BYTES + qubits / 2);
  }

  ShadowPlan ensemble(ShadowEnsemble next) {
    return new ShadowPlan(circuit, next, snapshots, seed, errors, 0);
  }

  ShadowPlan snapshots(int next) {
    return new ShadowPlan(circuit, ensemble.over(next), next, seed, errors, calibration);
  }

  ShadowPlan seed(long next) {
    return new ShadowPlan(circuit, ensemble, snapshots, next, errors, calibration);
  }

  ShadowPlan errors(ReadoutErrors next) {
    return new ShadowPlan(circuit, ensemble, snapshots, seed, next, calibration);
  }

  ShadowPlan calibrated(int next) {
    return new ShadowPlan(circuit, new CalibratedBases(), snapshots, seed, errors, next);
  }

  /**
   * Measures all snapshots, or those after others that were measured before with the same seed.
   *
   * @param before a shorter run of this plan, or none
   */
  ShadowRun run(@Nullable ShadowRun before) {
    Ledger ledger = Ledger.unlimited();
    int done = before == null ? 0 : before.snapshots().size();
    long handedOut = before == null ? 0 : calibration + (long) done;
    ledger.charge(Cost.classical(0, bytes(snapshots, circuit.qubits())));
    Copies copies = copies(handedOut, ledger);
    Seed choices = new Seed(seed).child("choices");
    ReadoutCalibration known = before == null ? null : before.calibration();
    if (calibration > 0 && known == null) {
      known =
          ReadoutCalibration.measure(
              copies, circuit.qubits(), calibration, choices.child("calibration"));
    }
    Snapshots more =
        ensemble.measure(copies.prepare(circuit), done, snapshots - done, choices.child("bases"));
    return before == null
        ? new ShadowRun(more, known, ledger.cost())
        : new ShadowRun(before.snapshots().then(more), known, before.cost().plus(ledger.cost()));
  }

  /** A fresh door of this plan, which continues after so many single copies. */
  Copies copies(long handedOut, Ledger ledger) {
    Seed outcomes = new Seed(seed).child("outcomes");
    Copies ideal = SimulatedCopies.after(handedOut, ledger, outcomes);
    return errors.equals(ReadoutErrors.NONE)
        ? ideal
        : new NoisyReadout(ideal, errors, new Seed(seed).child("readout errors"), handedOut);
  }
}
