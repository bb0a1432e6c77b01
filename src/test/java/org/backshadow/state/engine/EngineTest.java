package org.backshadow.state.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.backshadow.circuit.Angle;
import org.backshadow.circuit.Circuit;
import org.backshadow.circuit.Operation;
import org.backshadow.circuit.StandardGate;
import org.backshadow.pauli.PauliString;
import org.backshadow.pauli.PauliSum;
import org.backshadow.testing.NaiveState;
import org.backshadow.testing.Samples;
import org.junit.jupiter.api.Test;

class EngineTest {
  private static final double EXACT = 1e-12;
  private static final double[] ODD_ANGLES = {
    0, Math.PI, -Math.PI, 2 * Math.PI, 1e-300, 1e6, Math.PI - 1e-9, 3 * Math.PI, Math.PI / 2
  };

  /** Pieces so small that the states of a few qubits already have many cosets. */
  private static Engine small(int qubits, Kernels kernels, int threads, int dimension) {
    var blocking = new Planner.Blocking(dimension, Math.min(dimension - 1, 4));
    return new Engine(qubits, kernels, new Workers(threads), blocking, blocking);
  }

  private static List<Kernels> kernels() {
    return List.of(new ScalarKernels(), KernelChoice.best());
  }

  private static double[] angles(Circuit circuit) {
    return circuit.operations().stream()
        .flatMapToDouble(operation -> Arrays.stream(operation.radians()))
        .toArray();
  }

  /** A random circuit in which some angles are such as make a cosine or a sine vanish. */
  private static Circuit circuit(Samples samples, int qubits, int gates) {
    Circuit some = samples.circuit(Samples.Shape.of(qubits, gates).bound());
    Circuit circuit = Circuit.of(qubits);
    for (Operation operation : some.operations()) {
      for (int k = 0; k < operation.angles().size(); k++) {
        if (samples.chance(0.2)) {
          double odd = ODD_ANGLES[samples.below(ODD_ANGLES.length)];
          operation = operation.withAngle(k, Angle.of(odd));
        }
      }
      circuit = circuit.then(operation);
    }
    return circuit;
  }

  @Test
  void amplitudes_of_a_thousand_random_circuits_agree_with_the_naive_simulator() {
    Samples.each(
        1000,
        1,
        samples -> {
          int n = samples.between(1, samples.chance(0.05) ? 12 : 7);
          Circuit circuit = circuit(samples, n, samples.between(0, 30));
          int dimension = samples.between(4, 10);
          Kernels kernels = kernels().get(samples.below(2));
          var state =
              CompiledState.of(circuit, small(n, kernels, samples.between(1, 2), dimension));
          double[] re = new double[1 << n];
          double[] im = new double[1 << n];

          state.orElseThrow().run(angles(circuit), re, im);

          NaiveState naive = NaiveState.of(circuit);
          for (int i = 0; i < 1 << n; i++) {
            double off = Math.hypot(re[i] - naive.re(i), im[i] - naive.im(i));
            assertThat(off).as("amplitude %d of %n%s", i, circuit).isLessThan(EXACT);
          }
        });
  }

  @Test
  void slopes_of_random_circuits_are_those_of_the_naive_shifted_ones() {
    Samples.each(
        200,
        1,
        samples -> {
          int n = samples.between(1, 7);
          Circuit circuit = circuit(samples, n, samples.between(1, 12));
          PauliSum observable = samples.pauliSum(n, samples.between(1, 12));
          double[] angles = angles(circuit);
          Kernels kernels = kernels().get(samples.below(2));
          Engine engine = small(n, kernels, 1, samples.between(4, 8));

          var slope = CompiledExpectation.of(circuit, observable, engine).orElseThrow();

          double scale = Math.max(1, observable.oneNorm());
          double value = NaiveState.of(circuit).expectation(observable);
          assertThat(slope.value(angles)).isCloseTo(value, within(EXACT * scale));
          assertThat(slope.slope(angles).value()).isCloseTo(value, within(EXACT * scale));
          double[] derivatives = slope.slope(angles).derivatives();
          int slot = 0;
          for (int g = 0; g < circuit.size(); g++) {
            Operation operation = circuit.operations().get(g);
            for (int k = 0; k < operation.angles().size(); k++) {
              double h = 1e-3;
              double step = 0;
              // Five points: error h^4, far below the tolerance for frequencies up to 2.
              double[] weight = {1.0 / 12, -8.0 / 12, 8.0 / 12, -1.0 / 12};
              double[] shift = {-2 * h, -h, h, 2 * h};
              for (int s = 0; s < 4; s++) {
                var moved = operation.withAngle(k, operation.angles().get(k).plus(shift[s]));
                step +=
                    weight[s] / h * NaiveState.of(circuit.with(g, moved)).expectation(observable);
              }
              assertThat(derivatives[slot++])
                  .as("angle %d of gate %d of %n%s", k, g, circuit)
                  .isCloseTo(
                      step,
                      // Near 1e6 an angle plus a step is rounded by 6e-11, a 10^7th of the step.
                      within((Math.abs(angles[slot - 1]) > 1e3 ? 1e-5 : 1e-9) * scale));
            }
          }
        });
  }

  @Test
  void vectors_plain_loops_and_threads_give_the_same_bits() {
    Samples.each(
        60,
        1,
        samples -> {
          int n = samples.between(1, 12);
          Circuit circuit = circuit(samples, n, 60);
          PauliSum observable = samples.pauliSum(n, 20);
          double[] angles = angles(circuit);
          int d = samples.between(4, 12);

          var plain =
              CompiledExpectation.of(circuit, observable, small(n, new ScalarKernels(), 1, d))
                  .orElseThrow()
                  .slope(angles);
          var one =
              CompiledExpectation.of(circuit, observable, small(n, KernelChoice.best(), 1, d))
                  .orElseThrow()
                  .slope(angles);
          var two =
              CompiledExpectation.of(circuit, observable, small(n, KernelChoice.best(), 3, d))
                  .orElseThrow()
                  .slope(angles);

          double tolerance =
              RowsOfThisMachine.areThoseOfPlainLoops() ? 0 : 1e-13 * observable.oneNorm();
          assertThat(plain.value()).isCloseTo(one.value(), within(tolerance));
          assertThat(plain.derivatives()).containsExactly(one.derivatives(), within(tolerance));
          assertThat(two.value()).isEqualTo(one.value());
          assertThat(two.derivatives()).containsExactly(one.derivatives());
        });
  }

  /** A vector that meets a call goes to the heap, and millions of them a call are megabytes. */
  @Test
  void kernels_put_no_vectors_on_the_heap_once_compiled() {
    Circuit circuit = circuit(Samples.of(7), 10, 100);
    double[] angles = angles(circuit);
    var compiled = CompiledExpectation.of(circuit, Samples.of(8).pauliSum(10, 20)).orElseThrow();
    var thread = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long least = Long.MAX_VALUE;
    for (int call = 0; call < 20_000 && least > 500_000; call++) {
      long before = thread.getCurrentThreadAllocatedBytes();
      compiled.slope(angles);
      least = Math.min(least, thread.getCurrentThreadAllocatedBytes() - before);
    }

    assertThat(least).as("bytes that a call allocates").isLessThan(500_000);
  }

  @Test
  void every_gate_of_the_table_is_a_product_of_rotations_or_a_clifford() {
    var samples = Samples.of(3);
    for (StandardGate gate : StandardGate.values()) {
      int n = gate.qubits() + 1;
      Angle[] at =
          Arrays.stream(samples.angles(gate.angles())).mapToObj(Angle::of).toArray(Angle[]::new);
      Circuit circuit = Circuit.of(n);
      for (int q = 0; q < n; q++) {
        circuit = circuit.ry(q, samples.angle()).rz(q, samples.angle());
      }
      circuit = circuit.gate(gate, samples.qubits(gate.qubits(), n), at);
      for (RotationCircuit.Keep keep : RotationCircuit.Keep.values()) {
        assertThat(RotationCircuit.of(circuit, keep)).as(gate.label()).isPresent();
      }
    }
  }

  @Test
  void an_interrupt_ends_the_work_on_many_qubits_and_leaves_no_thread_at_it() throws Exception {
    Circuit circuit = circuit(Samples.of(6), 20, 60);
    var compiled = CompiledExpectation.of(circuit, PauliSum.parse("Z".repeat(20))).orElseThrow();
    var thrown = new AtomicReference<Throwable>();
    var thread =
        new Thread(
            () -> {
              try {
                while (true) {
                  compiled.slope(angles(circuit));
                }
              } catch (CancellationException e) {
                thrown.set(e);
              }
            });
    thread.start();
    Thread.sleep(500);

    thread.interrupt();
    thread.join(10_000);

    assertThat(thrown.get()).isInstanceOf(CancellationException.class);
    assertThat(ForkJoinPool.commonPool().awaitQuiescence(1, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void matrices_with_controls_and_cliffords_around_them_keep_state_value_and_slope() {
    Samples.each(
        200,
        1,
        samples -> {
          int n = samples.between(4, 8);
          Circuit circuit = Circuit.of(n);
          for (int block = samples.between(1, 4); block > 0; block--) {
            for (int q = 0; q + 1 < n; q++) {
              circuit = circuit.h(q).s(q).cx(q, q + 1).x(q).ry(q, samples.angle());
            }
            var places = samples.qubits(3, n);
            Circuit matrix =
                Circuit.of(n).unitary(samples.unitary(2).toEjml(), places.get(0), places.get(1));
            circuit =
                circuit.then(
                    samples.chance(0.5) ? matrix : Circuit.of(n).controlled(places.get(2), matrix));
          }
          circuit = circuit.h(0).cx(1, 0).rz(2, 0.3);
          PauliSum observable = samples.pauliSum(n, 8);
          double[] angles = angles(circuit);
          Engine engine = small(n, kernels().get(samples.below(2)), 2, samples.between(4, 8));
          double[] re = new double[1 << n];
          double[] im = new double[1 << n];

          CompiledState.of(circuit, engine).orElseThrow().run(angles, re, im);
          var slope =
              CompiledExpectation.of(circuit, observable, engine).orElseThrow().slope(angles);

          NaiveState naive = NaiveState.of(circuit);
          for (int i = 0; i < 1 << n; i++) {
            assertThat(Math.hypot(re[i] - naive.re(i), im[i] - naive.im(i))).isLessThan(EXACT);
          }
          double scale = Math.max(1, observable.oneNorm());
          assertThat(slope.value()).isCloseTo(naive.expectation(observable), within(EXACT * scale));
          int slot = 0;
          for (int g = 0; g < circuit.size(); g++) {
            Operation operation = circuit.operations().get(g);
            for (int k = 0; k < operation.angles().size(); k++) {
              // Every angle turns a single Pauli rotation here: the shift rule is exact.
              double shifted = 0;
              for (int sign = -1; sign <= 1; sign += 2) {
                Angle moved = operation.angles().get(k).plus(sign * Math.PI / 2);
                Circuit other = circuit.with(g, operation.withAngle(k, moved));
                shifted += sign * NaiveState.of(other).expectation(observable) / 2;
              }
              assertThat(slope.derivatives()[slot++]).isCloseTo(shifted, within(EXACT * scale));
            }
          }
        });
  }

  @Test
  void matrices_cut_a_circuit_into_segments_and_relabelled_bits_cost_nothing() {
    var matrix = Samples.of(4).unitary(2).toEjml();
    Circuit circuit =
        Circuit.of(3).ry(0, 0.1).cx(0, 1).unitary(matrix, 0, 1).rx(2, 0.4).unitary(matrix, 1, 2);

    var sections = RotationCircuit.of(circuit, RotationCircuit.Keep.CLIFFORDS).orElseThrow();

    assertThat(sections.sections()).hasSize(3);
    assertThat(sections.sections().stream().map(section -> section.rotations().size()))
        .containsExactly(1, 1, 0);
  }

  @Test
  void cosines_of_a_thousand_rotations_do_not_underflow() {
    var samples = Samples.of(5);
    Circuit circuit = Circuit.of(3);
    for (int m = 0; m < 4000; m++) {
      PauliString string = samples.pauliString(3);
      if (!string.isIdentity()) {
        circuit = circuit.pauliRotation(string, Angle.of(Math.PI - 0.05));
      }
    }
    double[] re = new double[8];
    double[] im = new double[8];

    CompiledState.of(circuit).orElseThrow().run(angles(circuit), re, im);

    double norm = 0;
    for (int i = 0; i < 8; i++) {
      norm += re[i] * re[i] + im[i] * im[i];
    }
    assertThat(norm).isCloseTo(1, within(EXACT));
  }
}
