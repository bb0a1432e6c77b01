package org.backshadow.testing;

import java.util.Arrays;
import org.backshadow.circuit.Circuit;
import org.backshadow.circuit.Operation;
import org.backshadow.measure.Copies;
import org.backshadow.measure.PreparedState;
import org.backshadow.measure.StoredCopies;
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
      public StoredCopies store(long stored) {
        StoredCopies inner = state.store(stored);
        copies += stored;
        circuits++;
        gates += stored * circuit.operations().size();
        depth = Math.max(depth, circuit.depth());
        qubits = Math.max(qubits, stored * circuit.qubits());
        return new TracedVotes(inner, circuit.qubits(), circuit.depth());
      }

      @Override
      public Counts measureBell(long pairs) {
        Counts counts = state.measureBell(pairs);
        tallyPairs(circuit, circuit, 2, counts);
        return counts;
      }

      @Override
      public Counts measureBell(Circuit known, long pairs) {
        Counts counts = state.measureBell(known, pairs);
        tallyPairs(circuit, known, 1, counts);
        return counts;
      }
    };
  }

  /** By hand: for each letter and the sum a gate a copy, there and back, and the layers of both. */
  private final class TracedVotes implements StoredCopies {
    private final StoredCopies inner;
    private final long each;
    private long layers;

    TracedVotes(StoredCopies inner, long each, long layers) {
      this.inner = inner;
      this.each = each;
      this.layers = layers;
    }

    @Override
    public long copies() {
      return inner.copies();
    }

    @Override
    public long coherentQubits() {
      return inner.coherentQubits();
    }

    @Override
    public int majority(PauliString string) {
      int vote = inner.majority(string);
      long letters = string.toString().chars().filter(letter -> letter != 'I').count();
      gates += copies() * 2 * (letters + 1);
      layers += 2 * (letters + Long.toBinaryString(copies()).length());
      depth = Math.max(depth, layers);
      qubits = Math.max(qubits, copies() * (each + 1));
      return vote;
    }

    @Override
    public double disturbance() {
      return inner.disturbance();
    }
  }

  /** Walks over both registers and a CNOT and an H for each pair of qubits. */
  private void tallyPairs(Circuit first, Circuit second, long each, Counts counts) {
    int n = first.qubits();
    long[] layers = new long[2 * n];
    long gatesOfPair = 0;
    for (int register = 0; register < 2; register++) {
      int offset = register * n;
      for (Operation operation : (register == 0 ? first : second).operations()) {
        gatesOfPair++;
        long layer =
            operation.qubits().stream().mapToLong(q -> layers[offset + q]).max().orElse(0) + 1;
        operation.qubits().forEach(q -> layers[offset + q] = layer);
      }
    }
    for (int q = 0; q < n; q++) {
      gatesOfPair += 2;
      layers[n + q] = Math.max(layers[q], layers[n + q]) + 2;
    }
    for (int k = 0; k < counts.size(); k++) {
      copies += each * counts.count(k);
      gates += gatesOfPair * counts.count(k);
    }
    circuits++;
    depth = Math.max(depth, Arrays.stream(layers).max().orElse(0));
    qubits = Math.max(qubits, 2L * n);
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
