package org.backshadow.testing.calls;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.backshadow.circuit.Angle;
import org.backshadow.circuit.Circuit;
import org.backshadow.circuit.propagation.Commutation;
import org.backshadow.experiment.Measure;
import org.backshadow.experiment.Scaling;
import org.backshadow.experiment.fit.Growth;
import org.backshadow.experiment.fit.GrowthData;
import org.backshadow.experiment.sweep.Sweep;
import org.backshadow.gradient.Expectation;
import org.backshadow.gradient.Gradients;
import org.backshadow.hypothesis.DenseObservable;
import org.backshadow.optimize.DataLoss;
import org.backshadow.outcome.PauliBases;
import org.backshadow.pauli.PauliString;
import org.backshadow.pauli.PauliSum;
import org.backshadow.state.Simulator;
import org.backshadow.state.StateVector;
import org.ejml.simple.SimpleMatrix;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.Table;

/**
 * Every call that a cell can make, with null, negative, huge, empty, repeated, too long and
 * non-finite arguments, one at a time. The call returns, or refuses by a documented exception with
 * a message that names the argument or the value. A null that is not declared {@code @Nullable} and
 * a number that is not finite are refused in any case.
 */
class InvalidArgumentsTest {
  /** Calls that take what others refuse, and why. */
  private static final Map<String, String> EXCEPTIONS =
      Map.ofEntries(
          // Points without a place on the axes are left out of the picture and kept in the table.
          Map.entry("Figure", "documented: NaN has no place on the axes; ends are called by name"),
          Map.entry("LossTerm", "arithmetic on values that a run has checked"),
          Map.entry("Measure", "called by a scaling with what a run has checked"),
          Map.entry("Estimate.of", "made by estimators, whose values may be unknown"),
          Map.entry("Interval.around", "made by estimators, whose values may be unknown"),
          Map.entry("Interval.contains", "NaN is in no interval"),
          Map.entry("Backshadow.qasm", "named by line and column: qasm:1:1"),
          Map.entry(
              "Backshadow.check", "no answer at all is a wrong answer, which the verdict says"),
          Map.entry("Gate.generator", "an interface's default, which the gate's own replaces"),
          Map.entry("Circuit.requireUnitary", "called by methods with their own words"));

  /** What an extension point has besides: called by runs, which have a model. */
  private static final Set<String> OF_EXTENSION_POINTS =
      Set.of("within", "guaranteeing", "batch", "atShots", "differentiate");

  /** A point of a sweep. */
  public record Point(int n, double x) {}

  /** A result of a sweep. */
  public record Row(double y) {}

  @Test
  @Tag("full")
  void bad_arguments_are_refused_by_name(@TempDir Path folder) throws IOException {
    var findings = new ArrayList<String>();
    var uncalled = new ArrayList<String>();
    int called = 0;
    try (var calls = new Calls()) {
      GoodValues good = values(calls, folder);
      List<Method> all = PublicCalls.all();
      good.discover(all);
      for (Method call : all) {
        if (call.getParameterCount() == 0 || isException(call)) {
          continue;
        }
        GoodValues.Made made = good.call(call);
        if (made == null) {
          uncalled.add(call.toString());
          continue;
        }
        called++;
        Misuse.of(call, made, calls).forEach(finding -> findings.add(finding.toString()));
      }
    }

    assertThat(findings).isEmpty();
    assertThat(called).isGreaterThan(380);
    assertThat(uncalled).as("calls without known good values").hasSizeLessThan(called / 10);
  }

  private static boolean isException(Method call) {
    Class<?> type = call.getDeclaringClass();
    Class<?> outer = type.getEnclosingClass();
    String name = type.getSimpleName();
    return call.getName().equals("equals")
        || OF_EXTENSION_POINTS.contains(call.getName())
        || EXCEPTIONS.containsKey(name)
        || EXCEPTIONS.containsKey(name + "." + call.getName())
        || outer != null && EXCEPTIONS.containsKey(outer.getSimpleName());
  }

  private static GoodValues values(Calls calls, Path folder) throws IOException {
    Files.writeString(folder.resolve("h.csv"), "coeff,pauli\n-0.5,ZZ\n");
    Files.writeString(folder.resolve("c.qasm"), "OPENQASM 3.0;\nqubit[2] q;\nU(1, 2, 3) q[0];\n");
    var good = new GoodValues(calls, folder);
    good.give(int.class, 1, 2, 0, 3, 200);
    good.give(long.class, 10L, 100L);
    good.give(double.class, 0.4, 1.0);
    good.give(boolean.class, true);
    good.give(String.class, "ZZ", "theta", "y", "00", "Z", "parameterShift", "00-1", "n");
    good.give(String.class, "1.1", "OPENQASM 3.0;\nqubit[1] q;\n");
    good.give(Object.class, "ZZ", 0.4);
    good.give(Integer.class, 1);
    good.give(Double.class, 0.4);
    good.give(Class.class, Point.class, Row.class);
    good.give(Record.class, new Point(1, 2));
    good.give(
        double[].class,
        new double[] {0.4},
        new double[] {0.6, 0.8},
        new double[] {},
        new double[2]);
    good.give(int[].class, new int[] {0}, new int[] {1, 0}, new int[] {2, 3, 4});
    var circuit = Circuit.of(2).ry(0, Angle.parameter("theta")).cx(0, 1);
    var f = Expectation.of(circuit, PauliSum.parse("ZZ + 0.5*XI"));
    var table =
        Table.create(
            "t", DoubleColumn.create("theta", 0.1, 0.2), DoubleColumn.create("y", 0.4, 1.0));
    good.give(Circuit.class, circuit.bind(0.4), circuit, Circuit.of(1).h(0), Circuit.of(2));
    good.give(PauliSum.class, PauliSum.parse("ZZ + 0.5*XI"), PauliSum.parse("Z"));
    good.give(PauliString.class, PauliString.of("ZZ"), PauliString.of("Z"));
    good.give(SimpleMatrix.class, SimpleMatrix.identity(2), SimpleMatrix.identity(2).scale(0.5));
    good.give(Expectation.class, f);
    good.give(Table.class, table);
    good.give(DenseObservable.class, DenseObservable.of(PauliSum.parse("Z")));
    good.give(PauliBases.class, PauliBases.of(1, new long[] {1}, new long[] {0}));
    good.give(Commutation.class, Commutation.of(circuit));
    good.give(StateVector.class, Simulator.run(circuit.bind(0.4)));
    good.give(DataLoss.class, DataLoss.of(f, table).label("y", 0.4, 1.0), DataLoss.of(f, table));
    results(good, f);
    return good;
  }

  /** What takes a run to have. */
  private static void results(GoodValues good, Expectation f) {
    var sweep =
        Sweep.over(List.of(new Point(1, 0), new Point(2, 0), new Point(3, 0)))
            .repeats(3)
            .trial((p, seed) -> new Row(p.n() * p.n() + 0.1 * seed.random().nextDouble()));
    good.give(sweep.run().getClass(), sweep.run());
    var scaling =
        Scaling.over("n", 1, 2, 4)
            .repeats(3)
            .model(n -> f)
            .methods(Gradients.parameterShift(), Gradients.hadamardTest())
            .measure(new Measure.GatesAtShots(10));
    good.give(scaling.run().getClass(), scaling.run());
    var data =
        GrowthData.of("n", "y", new double[] {2, 3, 4, 5}, new double[] {4.1, 9, 15.8, 25.2});
    good.give(GrowthData.class, data);
    good.give(Growth.class, Growth.of(data));
  }
}
