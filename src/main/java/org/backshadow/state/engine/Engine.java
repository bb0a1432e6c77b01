package org.backshadow.state.engine;

import java.util.List;
import org.backshadow.pauli.PauliSum;

/** The kernels, the threads and the sizes of pieces for states of so many qubits. */
final class Engine {
  /** Pieces of 512 KiB of one state on the way forward, of 256 KiB of two on the way back. */
  private static final Planner.Blocking FORWARD = new Planner.Blocking(15, 8);

  private static final Planner.Blocking BACKWARD = new Planner.Blocking(13, 7);

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
    return new Engine(qubits, KernelChoice.best(), Workers.standard(), FORWARD, BACKWARD);
  }

  private int laneBits() {
    return Integer.numberOfTrailingZeros(kernels.width());
  }

  List<Batch> plan(RotationCircuit circuit, boolean back) {
    PhasedString[] strings =
        circuit.rotations().stream()
            .map(RotationCircuit.Rotation::string)
            .toArray(PhasedString[]::new);
    return Planner.plan(qubits, laneBits(), strings, back, back ? backward : forward);
  }

  ObservablePlan plan(PauliSum observable, Frame frame) {
    return ObservablePlan.of(observable, frame, qubits, kernels.width(), backward);
  }

  Weights weights(RotationCircuit circuit, double[] angles) {
    return new Weights(kernels.width(), circuit.rotations(), signs, angles);
  }

  /** Room for {@code |0...0>} and what becomes of it. */
  Sweep.Parts zeroState() {
    Sweep.Parts psi = Sweep.Parts.zero(qubits);
    psi.re()[0] = 1;
    return psi;
  }

  Sweep sweep() {
    int dimension = Math.max(forward.dimension(), backward.dimension());
    return new Sweep(kernels, workers, 1 << Math.min(qubits, dimension));
  }

  void forward(List<Batch> batches, Weights weights, Sweep.Parts psi) {
    sweep().forward(batches, weights, psi);
  }

  /** Overwrites lambda by {@code O psi}; returns {@code <psi|O|psi>}. */
  double product(ObservablePlan observable, Sweep.Parts psi, Sweep.Parts lambda) {
    return sweep().product(observable, psi, lambda);
  }

  double expectation(ObservablePlan observable, Sweep.Parts psi) {
    return sweep().expectation(observable, psi);
  }

  /** The derivative by each rotation, taking psi and lambda back to the start. */
  double[] back(List<Batch> batches, Weights weights, Sweep.Parts psi, Sweep.Parts lambda) {
    double[] slopes = new double[weights.count()];
    sweep().back(batches, weights, psi, lambda, slopes);
    return slopes;
  }
}
