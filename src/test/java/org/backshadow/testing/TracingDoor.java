package org.backshadow.testing;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.backshadow.circuit.Angle;
import org.backshadow.circuit.Channel;
import org.backshadow.circuit.Circuit;
import org.backshadow.circuit.Operation;
import org.backshadow.measure.Copies;
import org.backshadow.measure.PreparedState;
import org.backshadow.measure.Readout;
import org.backshadow.measure.coherent.BackAction;
import org.backshadow.measure.coherent.CoherentBatch;
import org.backshadow.measure.coherent.Disturbance;
import org.backshadow.measure.coherent.GentleCheck;
import org.backshadow.measure.coherent.StoredCopies;
import org.backshadow.measure.coherent.WeakBatch;
import org.backshadow.outcome.Counts;
import org.backshadow.outcome.PauliBases;
import org.backshadow.pauli.PauliString;
import org.backshadow.resources.Ledger;

/**
 * A door around another that keeps a tally of its own: it walks over the gates of what was measured
 * and asks no ledger. Only measurements that returned are counted.
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
      public CoherentBatch batch(long size, BackAction simulated) {
        CoherentBatch batch = state.batch(size, simulated);
        copies += size;
        circuits++;
        gates += size * circuit.operations().size();
        var tallied = new TracedBatch(batch, layers(circuit));
        tallied.noteCoherent(0);
        return tallied;
      }

      @Override
      public long[] snapshots(List<Circuit> readouts) {
        long[] outcomes = state.snapshots(readouts);
        tallySingle(circuit, readouts);
        return outcomes;
      }

      @Override
      public long[] snapshots(PauliBases bases) {
        long[] outcomes = state.snapshots(bases);
        tallySingle(
            circuit, IntStream.range(0, bases.size()).mapToObj(t -> letters(bases, t)).toList());
        return outcomes;
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

      @Override
      public WeakBatch weakBatches(int batches, long size) {
        WeakBatch batch = state.weakBatches(batches, size);
        copies += batches * size;
        circuits++;
        qubits = Math.max(qubits, size * circuit.qubits());
        return new TracedWeakBatch(circuit, batch, batches * size);
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
        if (operation.instruction() instanceof Channel) {
          continue;
        }
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

  /** The readout by the letters as text: H for X, S-dagger and H for Y, X where it is flipped. */
  private static Circuit letters(PauliBases bases, int t) {
    Circuit readout = Circuit.of(bases.qubits());
    String letters = bases.basis(t).toString();
    String flips = Counts.bitString(bases.flips(t), bases.qubits());
    for (int q = 0; q < bases.qubits(); q++) {
      readout = letters.charAt(q) == 'Y' ? readout.sdg(q) : readout;
      readout = letters.charAt(q) != 'Z' ? readout.h(q) : readout;
      readout = flips.charAt(q) == '1' ? readout.x(q) : readout;
    }
    return readout;
  }

  private void tallySingle(Circuit preparation, List<Circuit> readouts) {
    Set<String> different = new HashSet<>();
    for (Circuit readout : readouts) {
      tally(preparation, readout, 1);
      different.add(readout.toQasm3());
    }
    circuits += different.size();
  }

  private void tally(Circuit preparation, Circuit readout, Counts counts) {
    for (int k = 0; k < counts.size(); k++) {
      tally(preparation, readout, counts.count(k));
    }
    circuits++;
  }

  private static long layers(Circuit circuit) {
    long[] layers = new long[circuit.qubits()];
    for (Operation operation : circuit.operations()) {
      if (operation.instruction() instanceof Channel) {
        continue;
      }
      long layer = operation.qubits().stream().mapToLong(q -> layers[q]).max().orElse(0) + 1;
      operation.qubits().forEach(q -> layers[q] = layer);
    }
    return Arrays.stream(layers).max().orElse(0);
  }

  /**
   * Gates of a batch by hand: one a copy for each gate, 2 (letters + 1) a copy for each check that
   * does not follow one of the same string.
   */
  private final class TracedBatch implements CoherentBatch {
    private final CoherentBatch inner;
    private long done;
    private Circuit since;
    private String lastCheck = "";

    TracedBatch(CoherentBatch inner, long done) {
      this.inner = inner;
      this.done = done;
      this.since = Circuit.of(inner.qubits());
    }

    void noteCoherent(long work) {
      qubits = Math.max(qubits, inner.copies() * (inner.qubits() + work));
      depth = Math.max(depth, done + layers(since));
    }

    @Override
    public long copies() {
      return inner.copies();
    }

    @Override
    public int qubits() {
      return inner.qubits();
    }

    @Override
    public void apply(Operation operation) {
      inner.apply(operation);
      gates += inner.copies();
      since = since.then(operation);
      lastCheck = "";
      noteCoherent(0);
    }

    @Override
    public boolean alarms(PauliString string, int outcome, GentleCheck check) {
      boolean alarm = inner.alarms(string, outcome, check);
      if (string.toString().equals(lastCheck)) {
        return alarm;
      }
      lastCheck = string.toString();
      long letters = string.toString().chars().filter(letter -> letter != 'I').count();
      gates += inner.copies() * 2 * (letters + 1);
      int digits = Long.toBinaryString(inner.copies()).length();
      done += layers(since) + 2 * (letters + digits);
      since = Circuit.of(inner.qubits());
      noteCoherent(1);
      return alarm;
    }

    @Override
    public Disturbance disturbance() {
      return inner.disturbance();
    }
  }

  /** Everything that is done to a copy, as one long circuit. */
  private final class TracedWeakBatch implements WeakBatch {
    private final WeakBatch inner;
    private final long all;
    private Circuit done;

    TracedWeakBatch(Circuit circuit, WeakBatch inner, long all) {
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

  private void tally(Circuit preparation, Circuit readout, long shots) {
    long each =
        preparation.then(readout).operations().stream()
            .filter(operation -> !(operation.instruction() instanceof Channel))
            .count();
    copies += shots;
    gates += each * shots;
    depth = Math.max(depth, layers(preparation.then(readout)));
    qubits = Math.max(qubits, preparation.qubits());
  }
}
