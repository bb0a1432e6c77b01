package org.backshadow.testing;

import java.util.Arrays;
import org.backshadow.circuit.Angle;
import org.backshadow.circuit.Circuit;
import org.backshadow.circuit.Operation;
import org.backshadow.measure.Copies;
import org.backshadow.measure.PreparedState;
import org.backshadow.measure.Readout;
import org.backshadow.measure.WeakBatch;
import org.backshadow.outcome.Counts;
import org.backshadow.pauli.PauliString;
import org.backshadow.resources.Ledger;

/**
 * A door around another that keeps a tally of its own: it walks over the operations of what was
 * measured and asks no ledger. Only measurements that returned are counted.
 */
public final class TracingDoor implements Copies {
  private final Copies inner;
  private long copies;
  private long circuits;
  private long gates;
  private long depth;
  private long qubits;

  public TracingDoor(Copies inner) {
    this.inner = inner;
  }

  public long copies() {
    return copies;
  }

  public long circuits() {
    return circuits;
  }

  public long gates() {
    return gates;
  }

  public long depth() {
    return depth;
  }

  public long qubits() {
    return qubits;
  }

  @Override
  public Ledger ledger() {
    return inner.ledger();
  }

  @Override
  public PreparedState prepare(Circuit circuit) {
    PreparedState state = inner.prepare(circuit);
    return new PreparedState() {
      @Override
      public int qubits() {
        return state.qubits();
      }

      @Override
      public Ledger ledger() {
        return state.ledger();
      }

      @Override
      public Counts measure(Circuit readout, long shots) {
        Counts counts = state.measure(readout, shots);
        tally(circuit, readout, counts);
        return counts;
      }

      @Override
      public WeakBatch weakBatches(int batches, long size) {
        WeakBatch batch = state.weakBatches(batches, size);
        copies += batches * size;
        circuits++;
        qubits = Math.max(qubits, size * circuit.qubits());
        return new TracedBatch(circuit, batch, batches * size);
      }
    };
  }

  /** Everything that is done to a copy, as one long circuit. */
  private final class TracedBatch implements WeakBatch {
    private final WeakBatch inner;
    private final long all;
    private Circuit done;

    TracedBatch(Circuit circuit, WeakBatch inner, long all) {
      this.inner = inner;
      this.all = all;
      this.done = Circuit.of(circuit.qubits());
      circuit.operations().forEach(this::count);
    }

    private void count(Operation operation) {
      gates += all;
      done = done.then(operation);
      depth = Math.max(depth, done.depth());
    }

    @Override
    public void apply(Operation operation) {
      inner.apply(operation);
      count(operation);
    }

    @Override
    public double[] read(PauliString string, double noise) {
      double[] means = inner.read(string, noise);
      Circuit turn = Readout.of(string);
      turn.operations().forEach(this::count);
      Circuit.of(done.qubits())
          .pauliRotation(string, Angle.of(1))
          .operations()
          .forEach(this::count);
      turn.adjoint().operations().forEach(this::count);
      return means;
    }
  }

  private void tally(Circuit preparation, Circuit readout, Counts counts) {
    long each = 0;
    long[] layers = new long[preparation.qubits()];
    for (Circuit part : new Circuit[] {preparation, readout}) {
      for (Operation operation : part.operations()) {
        each++;
        long layer = operation.qubits().stream().mapToLong(q -> layers[q]).max().orElse(0) + 1;
        operation.qubits().forEach(q -> layers[q] = layer);
      }
    }
    for (int k = 0; k < counts.size(); k++) {
      copies += counts.count(k);
      gates += each * counts.count(k);
    }
    circuits++;
    depth = Math.max(depth, Arrays.stream(layers).max().orElse(0));
    qubits = Math.max(qubits, preparation.qubits());
  }
}
