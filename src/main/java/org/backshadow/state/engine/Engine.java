package org.backshadow.state.engine;

import java.util.ArrayList;
import java.util.LinkedList;
import java.util.List;
import org.backshadow.pauli.PauliSum;

/** The kernels, the threads and the sizes of pieces for states of so many qubits. */
final class Engine {
  /** Pieces of 256 KiB: of one state on the way forward, of two on the way back. */
  private static final Planner.Blocking HALF = new Planner.Blocking(14, 8);

  /** Pieces of 512 KiB, where the state itself is too large for the cache of a core anyway. */
  private static final Planner.Blocking WHOLE = new Planner.Blocking(15, 8);

  /** So many qubits take 1 MiB. */
  private static final int CACHED = 16;

  private final int qubits;
  private final Kernels kernels;
  private final Workers workers;
  private final Planner.Blocking forward;
  private final Planner.Blocking backward;
  private final double[] signs;

  Engine(
      int qubits,
      Kernels kernels,
      Workers workers,
      Planner.Blocking forward,
      Planner.Blocking backward) {
    // A row must be full; qubits added on top stay 0.
    this.qubits = Math.max(qubits, Integer.numberOfTrailingZeros(kernels.width()));
    this.kernels = kernels;
    this.workers = workers;
    this.forward = forward;
    this.backward = backward;
    this.signs = Weights.signs(kernels.width());
  }

  static Engine of(int qubits) {
    Planner.Blocking forward = qubits > CACHED ? WHOLE : HALF;
    return new Engine(qubits, KernelChoice.best(), Workers.standard(), forward, HALF);
  }

  private int laneBits() {
    return Integer.numberOfTrailingZeros(kernels.width());
  }

  /** The segments in the order of application; the batches of backward ones start with the last. */
  List<Segment> plan(RotationCircuit circuit, boolean back) {
    var support = new Support(qubits, laneBits());
    var segments = new ArrayList<Segment>();
    for (RotationCircuit.Section section : circuit.sections()) {
      section.before().ifPresent(gate -> support.grow(gate.flips()));
      PhasedString[] strings =
          section.rotations().stream()
              .map(RotationCircuit.Rotation::string)
              .toArray(PhasedString[]::new);
      Planner.Blocking blocking = back ? backward : forward;
      List<Batch> batches = Planner.plan(support, qubits, laneBits(), strings, back, blocking);
      segments.add(new Segment(section.before(), batches));
    }
    return List.copyOf(segments);
  }

  ObservablePlan plan(PauliSum observable, Frame frame) {
    return ObservablePlan.of(observable, frame, qubits, kernels.width(), backward);
  }

  /** The numbers of each section's rotations. */
  List<Weights> weights(RotationCircuit circuit, double[] angles) {
    return circuit.sections().stream()
        .map(section -> new Weights(kernels.width(), section.rotations(), signs, angles))
        .toList();
  }

  /** Room for {@code |0...0>} and what becomes of it. */
  Sweep.Parts zeroState() {
    Sweep.Parts psi = Sweep.Parts.zero(qubits);
    psi.re()[0] = 1;
    return psi;
  }

  /** What the passes of one call share. */
  Sweep sweep() {
    return new Sweep(kernels, workers);
  }

  void forward(Sweep sweep, List<Segment> segments, List<Weights> weights, Sweep.Parts psi) {
    for (int s = 0; s < segments.size(); s++) {
      Segment segment = segments.get(s);
      segment.before().ifPresent(gate -> sweep.apply(gate, psi, false));
      sweep.forward(segment.batches(), weights.get(s), psi);
    }
  }

  /** The derivative by each rotation of each section, taking psi and lambda back to the start. */
  List<double[]> back(
      Sweep sweep,
      List<Segment> segments,
      List<Weights> weights,
      Sweep.Parts psi,
      Sweep.Parts lambda) {
    var slopes = new LinkedList<double[]>();
    for (int s = segments.size() - 1; s >= 0; s--) {
      Segment segment = segments.get(s);
      double[] ofSegment = new double[weights.get(s).count()];
      sweep.back(segment.batches(), weights.get(s), psi, lambda, ofSegment);
      slopes.addFirst(ofSegment);
      segment
          .before()
          .ifPresent(
              gate -> {
                sweep.apply(gate, psi, true);
                sweep.apply(gate, lambda, true);
              });
    }
    return slopes;
  }
}
