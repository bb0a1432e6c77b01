package org.backshadow.testing.calls;

import java.lang.reflect.Executable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.backshadow.circuit.Angle;
import org.backshadow.circuit.Circuit;
import org.backshadow.gradient.Expectation;
import org.backshadow.pauli.PauliString;
import org.backshadow.pauli.PauliSum;
import org.backshadow.state.Simulator;
import org.ejml.simple.SimpleMatrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.Table;

class InvalidArgumentsTest {
  @Test
  void survey(@TempDir Path folder) throws Exception {
    try (var calls = new Calls()) {
      var good = new GoodValues(calls, folder);
      good.give(int.class, 1, 2, 0);
      good.give(long.class, 10L, 1L);
      good.give(double.class, 0.4, 1.0);
      good.give(boolean.class, true);
      good.give(String.class, "ZZ", "theta", "y", "00", "Z", "parameterShift", "value");
      good.give(Object.class, "ZZ", 0.4);
      good.give(Number.class, 1);
      good.give(Integer.class, 1);
      good.give(Double.class, 0.4);
      good.give(Runnable.class, (Runnable) () -> {});
      good.give(Class.class, Point.class);
      good.give(Record.class, new Point(1, 2));
      good.give(double[].class, new double[] {0.4}, new double[] {0.4, 0.2}, new double[] {});
      good.give(int[].class, new int[] {0}, new int[] {1, 0}, new int[] {1, 2, 3});
      var circuit = Circuit.of(2).ry(0, Angle.parameter("theta")).cx(0, 1);
      good.give(Circuit.class, circuit.bind(0.4), circuit, Circuit.of(1).h(0));
      good.give(PauliSum.class, PauliSum.parse("ZZ + 0.5*XI"), PauliSum.parse("Z"));
      good.give(PauliString.class, PauliString.of("ZZ"), PauliString.of("Z"));
      good.give(SimpleMatrix.class, SimpleMatrix.identity(2), SimpleMatrix.identity(4));
      var f = Expectation.of(circuit, PauliSum.parse("ZZ + 0.5*XI"));
      good.give(Expectation.class, f);
      good.give(
          Table.class,
          Table.create(
              "t", DoubleColumn.create("theta", 0.1, 0.2), DoubleColumn.create("y", 0.1, 0.2)));
      good.give(org.backshadow.state.StateVector.class, Simulator.run(circuit.bind(0.4)));
      List<Executable> all = new ArrayList<>(PublicCalls.all());
      System.err.println(all.size() + " calls of " + PublicCalls.types());
      good.discover(all);
      System.err.println("discovered " + System.nanoTime() / 1e9);
      try (var log =
          new java.io.PrintWriter(
              Files.newBufferedWriter(Path.of("/tmp/trust-findings.txt")), true)) {
        var out = new ArrayList<String>();
        for (Executable call : all) {
          if (call.getParameterCount() == 0 || call.getName().equals("equals")) {
            continue;
          }
          var made = good.call(call);
          if (made == null) {
            log.println("UNCALLED | " + call);
            continue;
          }
          long t = System.nanoTime();
          Misuse.of(call, made, calls).forEach(x -> log.println(x.toString()));
          if (System.nanoTime() - t > 500_000_000L)
            log.println("TIME " + (System.nanoTime() - t) / 1e9 + " | " + call);
        }
      }
    }
  }

  public static void main(String[] a) throws Exception {
    new InvalidArgumentsTest().survey(Files.createTempDirectory("calls"));
    System.exit(0);
  }

  /** A point of a sweep. */
  public record Point(int n, double x) {}
}
