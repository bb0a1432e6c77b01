package org.backshadow.testing;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.backshadow.circuit.Angle;
import org.backshadow.circuit.Circuit;
import org.backshadow.circuit.Operation;
import org.backshadow.circuit.StandardChannel;
import org.backshadow.circuit.StandardGate;
import org.backshadow.pauli.PauliString;
import org.backshadow.pauli.PauliSum;
import org.ejml.simple.SimpleMatrix;

/**
 * Seeded random inputs. Its generator is {@link Random}, whose algorithm is part of its
 * specification, and not the library's own.
 *
 * <p>{@link #each} runs a test on many samples; when one fails, the message holds the line that
 * repeats it alone.
 */
public final class Samples {
  private final Random random;

  private Samples(long seed) {
    random = new Random(seed * 0x9E3779B97F4A7C15L);
  }

  public static Samples of(long seed) {
    return new Samples(seed);
  }

  /** A test on one sample. */
  public interface Check {
    void on(Samples samples) throws Exception;
  }

  /** Runs a test with the seeds {@code seed, seed + 1, ...}. */
  public static void each(int times, long seed, Check check) {
    for (long s = seed; s < seed + times; s++) {
      try {
        check.on(of(s));
      } catch (Exception | AssertionError e) {
        throw new AssertionError(
            "sample %d of %d failed; repeat it with Samples.each(1, %dL, ...): %s"
                .formatted(s - seed + 1, times, s, e.getMessage()),
            e);
      }
    }
  }

  /** From 0 to bound - 1. */
  public int below(int bound) {
    return random.nextInt(bound);
  }

  /** From the first to the last, both included. */
  public int between(int first, int last) {
    return first + below(last - first + 1);
  }

  /** True with the given probability. */
  public boolean chance(double probability) {
    return random.nextDouble() < probability;
  }

  /** Uniform in -2 pi to 2 pi. */
  public double angle() {
    return (2 * random.nextDouble() - 1) * 2 * Math.PI;
  }

  public double[] angles(int count) {
    return IntStream.range(0, count).mapToDouble(k -> angle()).toArray();
  }

  public double gaussian() {
    return random.nextGaussian();
  }

  /** So many different qubits of a register in random order. */
  public List<Integer> qubits(int count, int register) {
    return shuffled(IntStream.range(0, register).boxed().toList()).subList(0, count);
  }

  private List<Integer> shuffled(List<Integer> values) {
    var copy = new ArrayList<>(values);
    Collections.shuffle(copy, random);
    return copy;
  }

  /** Each letter alike, so the identity may come. */
  public PauliString pauliString(int qubits) {
    var letters = new StringBuilder();
    for (int q = 0; q < qubits; q++) {
      letters.append("IXYZ".charAt(below(4)));
    }
    return PauliString.of(letters.toString());
  }

  /** At most so many terms (equal strings merge) with normal coefficients. */
  public PauliSum pauliSum(int qubits, int terms) {
    var all = new ArrayList<PauliSum.Term>();
    for (int k = 0; k < terms; k++) {
      all.add(new PauliSum.Term(gaussian(), pauliString(qubits)));
    }
    return PauliSum.of(qubits, all);
  }

  /** A normalized state with normal amplitudes, as a column. */
  public NaiveMatrix state(int qubits) {
    return columns(1 << qubits, 1);
  }

  /** A unitary with the Haar measure's columns: normal entries, orthonormalized. */
  public NaiveMatrix unitary(int qubits) {
    return columns(1 << qubits, 1 << qubits);
  }

  /** Orthonormal columns by Gram and Schmidt, twice for the rounding. */
  private NaiveMatrix columns(int rows, int count) {
    var done = new ArrayList<NaiveMatrix>();
    for (int k = 0; k < count; k++) {
      var column = NaiveMatrix.generate(rows, 1, (r, c) -> gaussian(), (r, c) -> gaussian());
      for (int pass = 0; pass < 2; pass++) {
        for (NaiveMatrix other : done) {
          var overlap = other.adjoint().times(column);
          column = column.minus(other.times(overlap.re(0, 0), overlap.im(0, 0)));
        }
        column = column.times(1 / Math.sqrt(column.adjoint().times(column).re(0, 0)));
      }
      done.add(column);
    }
    return NaiveMatrix.generate(
        rows, count, (r, c) -> done.get(c).re(r, 0), (r, c) -> done.get(c).im(r, 0));
  }

  /**
   * What a random circuit may hold.
   *
   * @param qubits of the register
   * @param gates operations
   * @param parameters different names, {@code a, b, ...}; 0 makes a circuit of numbers
   * @param controls the most controls nested around a gate
   * @param matrices whether gates given by a random matrix occur
   */
  public record Shape(int qubits, int gates, int parameters, int controls, boolean matrices) {
    /** Everything there is. */
    public static Shape of(int qubits, int gates) {
      return new Shape(qubits, gates, 4, 3, true);
    }

    /** Without parameters. */
    public Shape bound() {
      return parameters(0);
    }

    public Shape parameters(int count) {
      return new Shape(qubits, gates, count, controls, matrices);
    }

    public Shape controls(int most) {
      return new Shape(qubits, gates, parameters, most, matrices);
    }

    public Shape withoutMatrices() {
      return new Shape(qubits, gates, parameters, controls, false);
    }
  }

  /** A random circuit of any gates. */
  public Circuit circuit(Shape shape) {
    var circuit = Circuit.of(shape.qubits());
    for (int g = 0; g < shape.gates(); g++) {
      int free = shape.qubits() - 1;
      int controls = chance(0.25) ? below(Math.min(shape.controls(), free) + 1) : 0;
      List<Integer> places = qubits(shape.qubits(), shape.qubits());
      Circuit one = gate(shape, places.subList(controls, places.size()));
      for (int k = 0; k < controls; k++) {
        one = Circuit.of(shape.qubits()).controlled(places.get(k), one);
      }
      circuit = circuit.then(one);
    }
    return circuit;
  }

  /** One gate on some of the given places. */
  private Circuit gate(Shape shape, List<Integer> places) {
    var empty = Circuit.of(shape.qubits());
    int kind = below(10);
    if (kind == 0) {
      var letters = new StringBuilder("I".repeat(shape.qubits()));
      places.forEach(q -> letters.setCharAt(q, "IXYZ".charAt(below(4))));
      return empty.pauliRotation(PauliString.of(letters.toString()), expression(shape));
    }
    if (kind == 1 && shape.matrices()) {
      int size = between(1, Math.min(3, places.size()));
      int[] targets = places.stream().limit(size).mapToInt(q -> q).toArray();
      return empty.unitary(unitary(size).toEjml(), targets);
    }
    StandardGate row;
    do {
      row = StandardGate.values()[below(StandardGate.values().length)];
    } while (row.qubits() > places.size());
    Angle[] angles =
        IntStream.range(0, row.angles()).mapToObj(k -> expression(shape)).toArray(Angle[]::new);
    return empty.gate(row, places.subList(0, row.qubits()), angles);
  }

  /**
   * A random circuit with noise: after each gate a channel with the given probability, and one at
   * least. Strengths are numbers, or stay from 0 to 1 whatever the parameters are.
   */
  public Circuit noisyCircuit(Shape shape, double probability) {
    Circuit circuit = noise(Circuit.of(shape.qubits()), shape);
    for (Operation operation : circuit(shape).operations()) {
      circuit = circuit.then(operation);
      circuit = chance(probability) ? noise(circuit, shape) : circuit;
    }
    return circuit;
  }

  private Circuit noise(Circuit circuit, Shape shape) {
    int kinds = StandardChannel.values().length;
    int kind = below(shape.matrices() ? kinds + 1 : kinds);
    if (kind == kinds) {
      int size = between(1, Math.min(2, shape.qubits()));
      return circuit.channel(qubits(size, shape.qubits()), kraus(size, between(1, 4)));
    }
    StandardChannel row = StandardChannel.values()[kind];
    Angle[] strengths =
        IntStream.range(0, row.angles()).mapToObj(k -> strength(shape)).toArray(Angle[]::new);
    return circuit.channel(row, List.of(below(shape.qubits())), strengths);
  }

  /** The blocks of orthonormal columns: a channel with as many operators. */
  public SimpleMatrix[] kraus(int qubits, int count) {
    int dimension = 1 << qubits;
    NaiveMatrix isometry = columns(count * dimension, dimension);
    return IntStream.range(0, count)
        .mapToObj(
            j ->
                NaiveMatrix.generate(
                        dimension,
                        dimension,
                        (r, c) -> isometry.re(j * dimension + r, c),
                        (r, c) -> isometry.im(j * dimension + r, c))
                    .toEjml())
        .toArray(SimpleMatrix[]::new);
  }

  private Angle strength(Shape shape) {
    if (shape.parameters() == 0) {
      return Angle.of(chance(0.1) ? below(2) : random.nextDouble());
    }
    return switch (below(4)) {
      case 0 -> Angle.of(random.nextDouble());
      case 1 -> parameter(shape).sin().square().times(0.7);
      case 2 -> parameter(shape).minus(parameter(shape)).sin().times(0.4).plus(0.5);
      default -> parameter(shape).cos().times(0.3).plus(0.4);
    };
  }

  /** A number, a parameter, or an expression of parameters with values of a few radians. */
  private Angle expression(Shape shape) {
    if (shape.parameters() == 0) {
      return Angle.of(angle());
    }
    Angle a = parameter(shape);
    Angle b = parameter(shape);
    return switch (below(10)) {
      case 0 -> Angle.of(angle());
      case 1 -> a.times(gaussian()).plus(angle());
      case 2 -> a.times(b);
      case 3 -> a.minus(b);
      case 4 -> a.sin().times(2);
      case 5 -> a.cos().plus(b);
      case 6 -> a.times(0.1).exp();
      case 7 -> a.times(0.5).square().negate();
      default -> a;
    };
  }

  private Angle parameter(Shape shape) {
    return Angle.parameter(String.valueOf((char) ('a' + below(shape.parameters()))));
  }
}
