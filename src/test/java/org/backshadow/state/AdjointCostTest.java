package org.backshadow.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.backshadow.circuit.Angle;
import org.backshadow.circuit.Circuit;
import org.backshadow.pauli.PauliSum;
import org.backshadow.resources.Ledger;
import org.backshadow.testing.Samples;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What the adjoint gradient costs, in gate applications, bytes and time to stop. */
class AdjointCostTest {
  @Test
  void gate_applications_grow_as_the_number_of_parameters() {
    int[] parameters = {125, 250, 500, 1000, 2000};
    double[] applications = new double[parameters.length];
    for (int k = 0; k < parameters.length; k++) {
      var ledger = Ledger.unlimited();
      var simulator = new Simulator(ledger);
      CompiledModel model = CompiledModel.of(rotations(12, parameters[k]), observable(12));
      simulator.gradient(model, Samples.of(1).angles(parameters[k]));
      applications[k] = ledger.cost().gates();
    }

    int last = parameters.length - 1;
    double slope =
        Math.log(applications[last] / applications[0])
            / Math.log((double) parameters[last] / parameters[0]);
    assertThat(slope).isCloseTo(1, within(0.05));
    for (int k = 0; k <= last; k++) {
      assertThat(applications[k]).isLessThanOrEqualTo(3.0 * parameters[k]);
    }
  }

  @Test
  void a_model_on_forty_qubits_is_refused_with_the_arithmetic_before_anything_is_done() {
    Circuit circuit = rotations(40, 100);
    PauliSum observable = observable(40);
    refuse(circuit, observable); // loads the classes
    var thread = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = thread.getCurrentThreadAllocatedBytes();
    refuse(circuit, observable);

    // The sentence and the exception; compiling 100 rotations would allocate more.
    assertThat(thread.getCurrentThreadAllocatedBytes() - before).isLessThan(64 << 10);
  }

  private static void refuse(Circuit circuit, PauliSum observable) {
    assertThatThrownBy(() -> CompiledModel.of(circuit, observable))
        .hasMessageStartingWith("40 qubits need 16.0 TiB (16 * 2^40 bytes)");
  }

  @Test
  @Tag("full")
  void a_gradient_on_twenty_qubits_takes_at_most_four_states_and_64_megabytes() {
    CompiledModel model = CompiledModel.of(rotations(20, 100), observable(20));
    double[] theta = Samples.of(2).angles(100);
    var simulator = new Simulator(Ledger.unlimited());
    var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long[] before = threads.getThreadAllocatedBytes(threads.getAllThreadIds());

    simulator.gradient(model, theta);

    // Everything allocated, also what was let go of: an upper bound of the peak.
    long[] after = threads.getThreadAllocatedBytes(threads.getAllThreadIds());
    long bytes = Arrays.stream(after).sum() - Arrays.stream(before).sum();
    long state = 16L << 20;
    assertThat(bytes).isBetween(2 * state, 4 * state + (64L << 20));
  }

  @Test
  @Tag("full")
  void an_interrupt_ends_a_gradient_on_24_qubits_in_half_a_second() throws Exception {
    CompiledModel model = CompiledModel.of(rotations(24, 400), observable(24));
    double[] theta = Samples.of(3).angles(400);
    var thrown = new AtomicReference<Throwable>();
    var thread =
        new Thread(
            () -> {
              try {
                while (true) {
                  new Simulator(Ledger.unlimited()).gradient(model, theta);
                }
              } catch (RuntimeException | OutOfMemoryError e) {
                thrown.set(e);
              }
            });
    thread.start();
    Thread.sleep(3000);

    long start = System.nanoTime();
    thread.interrupt();
    thread.join(10_000);

    assertThat(System.nanoTime() - start).isLessThan(TimeUnit.MILLISECONDS.toNanos(500));
    assertThat(thrown.get()).isInstanceOf(CancellationException.class);
    assertThat(ForkJoinPool.commonPool().awaitQuiescence(500, TimeUnit.MILLISECONDS)).isTrue();
  }

  private static PauliSum observable(int qubits) {
    return PauliSum.parse("Z".repeat(qubits) + " + " + "X".repeat(qubits));
  }

  /** Rotations about Y and ZZ in turn, a parameter each. */
  private static Circuit rotations(int qubits, int parameters) {
    Circuit circuit = Circuit.of(qubits);
    for (int m = 0; m < parameters; m++) {
      int q = m % qubits;
      Angle angle = Angle.parameter("t" + m);
      circuit =
          m / qubits % 2 == 0 ? circuit.ry(q, angle) : circuit.rzz(q, (q + 1) % qubits, angle);
    }
    return circuit;
  }
}
