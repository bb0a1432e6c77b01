package org.backshadow.testing;

import java.util.Arrays;
import java.util.List;
import org.backshadow.circuit.Circuit;
import org.backshadow.circuit.Operation;
import org.backshadow.measure.Copies;
import org.backshadow.measure.PreparedState;
import org.backshadow.measure.coherent.WeakBatch;
import org.backshadow.outcome.Counts;
import org.backshadow.outcome.PauliBases;
import org.backshadow.pauli.PauliString;
import org.backshadow.pauli.PauliSum;
import org.backshadow.resources.Ledger;
import org.backshadow.state.BellDistribution;
import org.backshadow.state.DensityMatrix;
import org.backshadow.state.Simulator;

/**
 * A door without chance: it reports each outcome {@code 2^54} times its exact probability, rounded,
 * however many shots are asked for, and weak readings without noise or disturbance. An estimate
 * from it is an expectation value to about 1e-15; its standard error means nothing.
 */
public final class ExactDoor implements Copies {
  private static final double SHOTS = 0x1p54;
  private final Ledger ledger = Ledger.unlimited();

  @Override
  public Ledger ledger() {
    return ledger;
  }

  private static double[] probabilities(Circuit circuit) {
    return circuit.isUnitary()
        ? Simulator.run(circuit).probabilities().values()
        : DensityMatrix.of(circuit).probabilities().values();
  }

  @Override
  public PreparedState prepare(Circuit circuit) {
    return new PreparedState() {
      @Override
      public int qubits() {
        return circuit.qubits();
      }

      @Override
      public Ledger ledger() {
        return ledger;
      }

      @Override
      public Counts measure(Circuit readout, long shots) {
        return counts(circuit.qubits(), probabilities(circuit.then(readout)));
      }

      @Override
      public Counts measureBell(long pairs) {
        return measureBell(circuit, pairs);
      }

      @Override
      public Counts measureBell(Circuit known, long pairs) {
        var pair = BellDistribution.of(Simulator.run(circuit), Simulator.run(known));
        return counts(2 * circuit.qubits(), pair.probabilities());
      }

      @Override
      public long[] snapshots(List<Circuit> readouts) {
        throw new UnsupportedOperationException("without chance there is no single outcome");
      }

      @Override
      public long[] snapshots(PauliBases bases) {
        throw new UnsupportedOperationException("without chance there is no single outcome");
      }

      @Override
      public WeakBatch weakBatches(int batches, long copies) {
        return new WeakBatch() {
          private Circuit done = circuit;

          @Override
          public void apply(Operation operation) {
            done = done.then(operation);
          }

          @Override
          public double[] read(PauliString string, double noise) {
            double[] means = new double[batches];
            Arrays.fill(means, Simulator.run(done).expectation(PauliSum.of(string)));
            return means;
          }
        };
      }
    };
  }

  private static Counts counts(int bits, double[] p) {
    var counts = new Counts.Builder(bits);
    for (int i = 0; i < p.length; i++) {
      long times = Math.round(p[i] * SHOTS);
      if (times > 0) {
        counts.add(i, times);
      }
    }
    return counts.build();
  }
}
