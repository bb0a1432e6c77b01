package org.backshadow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.backshadow.Backshadow.*;

import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.backshadow.circuit.Circuit;
import org.backshadow.gradient.Evaluation;
import org.backshadow.gradient.Gradients;
import org.backshadow.pauli.Hamiltonians;
import org.backshadow.pauli.PauliSum;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The kernel's interrupt at random moments: the cell ends, no thread goes on, and the same plan
 * gives afterwards what an undisturbed one gives.
 */
class InterruptTest {
  /**
   * @param plan makes a plan; what it returns reads the plan, and reads it again when called again
   */
  record Work(String name, Supplier<Supplier<Object>> plan) {
    @Override
    public String toString() {
      return name;
    }
  }

  record Point(int number) {}

  record Row(double value) {}

  static List<Work> work() {
    return List.of(
        work("state of 20 qubits", () -> state(ansatz(20, 60).bind(theta(20, 60)))),
        work("density matrix", () -> densityMatrix(noisy(8)).purity()),
        plan("adjoint gradient", () -> at(14, 40).gradient()::values),
        plan(
            "gradient from shots",
            () -> at(8, 6).gradient(Gradients.parameterShift().shots(100))::values),
        plan("quantum backpropagation", () -> quantumBackprop(at(5, 1)).epsilon(0.1)::error),
        plan(
            "weak readout",
            () -> at(5, 2).gradient(Gradients.weakReadout().copies(200_000))::values),
        plan("Hessian", () -> at(6, 2).hessian(Gradients.parameterShift().shots(50))::values),
        plan(
            "classical shadow",
            () -> {
              var shadow = classicalShadow(bound(10)).snapshots(60_000);
              return () -> shadow.estimate(observable(10)).value();
            }),
        plan(
            "random Cliffords",
            () -> {
              var shadow = classicalShadow(bound(6)).clifford().snapshots(4_000);
              return () -> shadow.estimate(observable(6)).value();
            }),
        plan(
            "Bell sampling",
            () -> {
              var bell = bellSampling(bound(8)).pairs(40_000);
              return () -> bell.squared("ZZZZZZZZ").value();
            }),
        plan(
            "shadow tomography", () -> shadowTomography(bound(5), strings(5)).epsilon(0.1)::values),
        work("training", () -> minimize(model(6, 2)).steps(60).seed(1).run().theta()),
        plan("comparison", () -> compare(at(5, 1)).copies(20_000).repeats(6)::toString),
        work(
            "sweep",
            () ->
                sweep(List.of(new Point(1), new Point(2), new Point(3)))
                    .repeats(20)
                    .threads(2)
                    .trial((p, s) -> new Row(at(8, 8 + p.number()).gradient().values()[0]))
                    .run()
                    .table()
                    .toString()));
  }

  private static Work work(String name, Supplier<Object> run) {
    return new Work(name, () -> run);
  }

  private static Work plan(String name, Supplier<Supplier<Object>> plan) {
    return new Work(name, plan);
  }

  @ParameterizedTest
  @MethodSource("work")
  void an_interrupt_ends_it_and_spoils_nothing(Work work) throws Exception {
    interrupts(work, 2, 1, TimeUnit.SECONDS.toNanos(60));
  }

  /** On a machine that does nothing else: within a second by the clock on the wall. */
  @ParameterizedTest
  @MethodSource("work")
  @Tag("full")
  void fifty_random_moments_end_it_within_a_second(Work work) throws Exception {
    interrupts(work, 50, 2, TimeUnit.SECONDS.toNanos(1));
  }

  @Test
  void an_interrupt_at_once_ends_it() throws Exception {
    int cancelled = 0;
    for (Work work : work()) {
      cancelled += interrupt(work.plan().get(), 0, TimeUnit.SECONDS.toNanos(60)) ? 1 : 0;
    }
    assertThat(cancelled).isGreaterThan(work().size() / 2);
  }

  private static void interrupts(Work work, int moments, long seed, long wallNanos)
      throws Exception {
    var random = new Random(seed);
    Supplier<Object> plan = work.plan().get();
    for (int k = 0; k < moments; k++) {
      interrupt(plan, random.nextInt(400), wallNanos);
    }
    assertThat(plan.get()).usingRecursiveComparison().isEqualTo(work.plan().get().get());
  }

  /** Starts it and interrupts it after so many milliseconds; true if that ended it. */
  private static boolean interrupt(Supplier<Object> work, int millis, long wallNanos)
      throws Exception {
    var failure = new AtomicReference<Throwable>();
    var end = new AtomicLong();
    var clock = ManagementFactory.getThreadMXBean();
    var thread =
        new Thread(
            () -> {
              try {
                work.get();
              } catch (CancellationException e) {
                failure.set(e);
              } catch (Throwable e) {
                failure.set(new AssertionError("ended otherwise", e));
              }
              end.set(clock.getCurrentThreadCpuTime());
            });
    thread.start();
    Thread.sleep(millis);
    long start = System.nanoTime();
    long used = clock.getThreadCpuTime(thread.getId());
    thread.interrupt();
    thread.join(TimeUnit.NANOSECONDS.toMillis(wallNanos));

    assertThat(thread.isAlive()).as("still running").isFalse();
    assertThat(System.nanoTime() - start).isLessThan(wallNanos);
    if (used >= 0) {
      assertThat((end.get() - used) / 1e9).as("seconds of processor time").isLessThan(1);
    }
    if (failure.get() instanceof AssertionError e) {
      throw e;
    }
    assertThat(workers()).isZero();
    return failure.get() != null;
  }

  /** The library's threads that still work a while later. */
  private static long workers() throws InterruptedException {
    long count = 1;
    for (int tries = 0; count > 0 && tries < 2000; tries++) {
      count =
          Thread.getAllStackTraces().keySet().stream()
              .filter(t -> t.getName().startsWith("backshadow"))
              .count();
      if (count > 0) {
        Thread.sleep(5);
      }
    }
    return count;
  }

  private static Circuit ansatz(int qubits, int layers) {
    return Ansatz.hardwareEfficient(qubits, layers);
  }

  private static double[] theta(int qubits, int layers) {
    double[] theta = new double[2 * qubits * layers];
    for (int k = 0; k < theta.length; k++) {
      theta[k] = 0.1 * (k % 7);
    }
    return theta;
  }

  private static PauliSum observable(int qubits) {
    return Hamiltonians.transverseFieldIsing(qubits, 1, 1);
  }

  private static org.backshadow.gradient.Expectation model(int qubits, int layers) {
    return expectation(ansatz(qubits, layers), observable(qubits));
  }

  private static Evaluation at(int qubits, int layers) {
    return model(qubits, layers).at(theta(qubits, layers));
  }

  private static Circuit bound(int qubits) {
    return ansatz(qubits, 2).bind(theta(qubits, 2));
  }

  private static Circuit noisy(int qubits) {
    Circuit circuit = bound(qubits);
    for (int q = 0; q < qubits; q++) {
      circuit = circuit.depolarize(q, 0.01);
    }
    return circuit.repeat(12);
  }

  private static List<String> strings(int qubits) {
    return observable(qubits).terms().stream().map(t -> t.string().toString()).toList();
  }
}
