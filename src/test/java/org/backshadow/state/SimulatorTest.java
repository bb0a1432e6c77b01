package org.backshadow.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.backshadow.circuit.Circuit;
import org.backshadow.outcome.Counts;
import org.backshadow.pauli.PauliSum;
import org.backshadow.resources.Ledger;
import org.backshadow.testing.NaiveMatrix;
import org.backshadow.testing.Samples;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class SimulatorTest {
  private static final double EXACT = 1e-12;

  @Test
  void a_thousand_random_circuits_agree_with_the_naive_simulator() {
    Samples.each(1000, 1, samples -> agrees(samples, samples.between(1, 6), 30));
  }

  @Test
  @Tag("full")
  void circuits_of_sixty_gates_on_six_qubits_agree_with_the_naive_simulator() {
    Samples.each(300, 100_000, samples -> agrees(samples, 6, 60));
  }

  private static void agrees(Samples samples, int n, int mostGates) {
    Circuit circuit = samples.circuit(Samples.Shape.of(n, samples.between(0, mostGates)).bound());
    PauliSum observable = samples.pauliSum(n, samples.between(1, 6));

    StateVector state = Simulator.run(circuit);

    NaiveMatrix naive = NaiveMatrix.state(circuit);
    double[] probabilities = state.probabilities().values();
    for (int i = 0; i < 1 << n; i++) {
      String bits = Counts.bitString(i, n);
      Complex amplitude = state.amplitude(bits);
      assertThat(Math.hypot(amplitude.re() - naive.re(i, 0), amplitude.im() - naive.im(i, 0)))
          .as("%s of %n%s", bits, circuit)
          .isLessThan(EXACT);
      double p = naive.re(i, 0) * naive.re(i, 0) + naive.im(i, 0) * naive.im(i, 0);
      assertThat(probabilities[i]).as(bits).isCloseTo(p, within(EXACT));
      assertThat(state.probabilities().of(bits)).isEqualTo(probabilities[i]);
    }
    NaiveMatrix o = NaiveMatrix.of(observable);
    double mean = o.expectation(naive);
    NaiveMatrix turned = o.times(naive).minus(naive.times(mean));
    double variance = turned.adjoint().times(turned).re(0, 0);
    double scale = Math.max(1, observable.oneNorm());
    assertThat(state.expectation(observable)).isCloseTo(mean, within(EXACT * scale));
    assertThat(state.variance(observable)).isCloseTo(variance, within(EXACT * scale * scale));
    assertThat(new Simulator(Ledger.unlimited()).expectation(circuit, observable))
        .isEqualTo(state.expectation(observable));
  }

  @Test
  void further_gates_on_a_state_are_those_of_the_longer_circuit() {
    Samples.each(
        100,
        1,
        samples -> {
          int n = samples.between(1, 5);
          Circuit first = samples.circuit(Samples.Shape.of(n, 12).bound());
          Circuit second = samples.circuit(Samples.Shape.of(n, 12).bound());

          StateVector after = Simulator.run(first).after(second);

          assertThat(after.fidelity(Simulator.run(first.then(second)))).isCloseTo(1, within(EXACT));
          assertThat(after.probabilities().values())
              .containsExactly(Simulator.run(first.then(second)).probabilities().values());
        });
  }

  @Test
  void the_variance_of_an_observable_with_a_large_constant_does_not_cancel() {
    StateVector state = Simulator.run(Circuit.of(1).ry(0, 1e-3));

    double variance = state.variance(PauliSum.parse("1000000*I + Z"));

    double sine = Math.sin(1e-3);
    assertThat(variance).isCloseTo(sine * sine, within(1e-15));
  }

  @Test
  void the_norm_stays_one_over_a_hundred_thousand_gates() {
    int n = 10;
    var samples = Samples.of(7);
    Circuit some = samples.circuit(Samples.Shape.of(n, 1000).bound());

    StateVector state = Simulator.run(some);
    for (int i = 1; i < 100; i++) {
      state = state.after(some);
    }

    double norm = 0;
    for (double p : state.probabilities().values()) {
      norm += p;
    }
    assertThat(Math.sqrt(norm)).isCloseTo(1, within(EXACT));
  }

  @Test
  void the_same_circuit_gives_the_same_bits() {
    Circuit circuit = Samples.of(5).circuit(Samples.Shape.of(6, 60).bound());

    StateVector first = Simulator.run(circuit);
    StateVector second = Simulator.run(circuit);

    for (int i = 0; i < 64; i++) {
      String bits = Counts.bitString(i, 6);
      assertThat(first.amplitude(bits)).isEqualTo(second.amplitude(bits));
    }
    assertThat(first.sample(10_000).seed(3).counts())
        .isEqualTo(second.sample(10_000).seed(3).counts());
  }

  @Test
  void the_pass_over_the_gates_is_charged() {
    var ledger = Ledger.unlimited();

    new Simulator(ledger).state(Circuit.of(3).h(0).cx(0, 1).cx(1, 2));

    assertThat(ledger.cost().gates()).isEqualTo(3);
    assertThat(ledger.cost().copies()).isZero();
    assertThat(ledger.cost().peakBytes()).isEqualTo(16 * 8);
  }

  @Test
  void parameters_without_values_are_refused_by_name() {
    assertThatThrownBy(
            () -> Simulator.run(Circuit.of(1).rx(0, org.backshadow.circuit.Angle.parameter("a"))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("parameters without values: a; bind the circuit first");
  }

  @Test
  void observables_on_another_register_are_refused() {
    assertThatThrownBy(
            () ->
                new Simulator(Ledger.unlimited()).expectation(Circuit.of(2), PauliSum.parse("ZZZ")))
        .hasMessage("the circuit has 2 qubits but the observable has 3");
    assertThatThrownBy(() -> Simulator.run(Circuit.of(2)).expectation("ZZZ"))
        .hasMessage("the state has 2 qubits, the other has 3");
  }

  @Test
  void forty_qubits_are_refused_with_the_arithmetic_before_any_work() {
    assertThatThrownBy(() -> Simulator.run(Circuit.of(40).h(0)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageMatching(
            "40 qubits need 16\\.0 TiB \\(16 \\* 2\\^40 bytes\\) but [0-9.]+ [MGT]iB of heap are"
                + " all there is; at most [0-9]+ qubits fit\\. Raise -Xmx or use fewer qubits");
  }

  @Test
  void an_interrupt_ends_a_simulation_within_a_second_and_leaves_no_thread() throws Exception {
    Circuit layer = Samples.of(1).circuit(Samples.Shape.of(18, 50).bound().withoutMatrices());
    Circuit endless = layer.repeat(2000);

    assertThat(interrupted(() -> Simulator.run(endless))).isInstanceOf(CancellationException.class);
    assertThat(interrupted(() -> Simulator.run(Circuit.of(18)).after(endless)))
        .isInstanceOf(CancellationException.class);
    Circuit noisy = layer(10).repeat(5000);
    assertThat(interrupted(() -> DensityMatrix.of(noisy)))
        .isInstanceOf(CancellationException.class);
  }

  private static Circuit layer(int qubits) {
    Circuit layer = Circuit.of(qubits);
    for (int q = 0; q < qubits; q++) {
      layer = layer.ry(q, 0.3).depolarize(q, 0.01);
    }
    return layer;
  }

  private static Throwable interrupted(Runnable work) throws InterruptedException {
    var started = new CountDownLatch(1);
    var thrown = new AtomicReference<Throwable>(new AssertionError("it ended by itself"));
    int before = Thread.activeCount();
    var thread =
        new Thread(
            () -> {
              started.countDown();
              try {
                work.run();
              } catch (RuntimeException e) {
                thrown.set(e);
              }
            });
    thread.start();
    started.await();
    Thread.sleep(200);
    long start = System.nanoTime();
    thread.interrupt();
    thread.join(10_000);
    assertThat(thread.isAlive()).isFalse();
    assertThat(System.nanoTime() - start).isLessThan(TimeUnit.SECONDS.toNanos(1));
    assertThat(Thread.activeCount()).isLessThanOrEqualTo(before);
    return thrown.get();
  }

  @Test
  @Tag("full")
  void half_a_gigabyte_of_heap_refuses_by_message_and_never_runs_out() throws Exception {
    String classes =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    Process process =
        new ProcessBuilder(
                ProcessHandle.current().info().command().orElse("java"),
                "-Xmx512m",
                "-cp",
                classes,
                SmallHeap.class.getName())
            .redirectErrorStream(true)
            .start();

    String output = new String(process.getInputStream().readAllBytes());

    assertThat(process.waitFor()).as(output).isZero();
    assertThat(output).contains("done").doesNotContain("OutOfMemoryError");
  }
}
