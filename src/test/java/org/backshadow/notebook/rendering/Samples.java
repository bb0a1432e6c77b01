package org.backshadow.notebook.rendering;

import java.util.ArrayList;
import java.util.List;
import org.backshadow.circuit.Angle;
import org.backshadow.circuit.Circuit;
import org.backshadow.circuit.propagation.Commutation;
import org.backshadow.exercise.Verdict;
import org.backshadow.experiment.Comparison;
import org.backshadow.experiment.FamilyComparison;
import org.backshadow.experiment.Measure;
import org.backshadow.experiment.Scaling;
import org.backshadow.experiment.fit.Growth;
import org.backshadow.experiment.fit.GrowthData;
import org.backshadow.experiment.paper.PaperExperiments;
import org.backshadow.experiment.paper.StochasticChain;
import org.backshadow.experiment.sweep.Sweep;
import org.backshadow.figure.Figure;
import org.backshadow.figure.Panels;
import org.backshadow.gradient.BackpropRun;
import org.backshadow.gradient.Expectation;
import org.backshadow.gradient.Gradients;
import org.backshadow.optimize.DataLoss;
import org.backshadow.optimize.Minimization;
import org.backshadow.pauli.PauliSum;
import org.backshadow.progress.ProgressBar;
import org.backshadow.resources.Ledger;
import org.backshadow.shadow.ClassicalShadow;
import org.backshadow.shadow.bell.BellSampling;
import org.backshadow.state.DensityMatrix;
import org.backshadow.state.HermitianMatrix;
import org.backshadow.state.Simulator;
import org.backshadow.tomography.ShadowTomography;
import org.ejml.data.MatrixType;
import org.ejml.simple.SimpleMatrix;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** One value of every type that is shown. */
public final class Samples {
  private Samples() {}

  public static List<Object> of(String label) {
    var all = new ArrayList<Object>(ofLibraries(label));
    all.addAll(ofOurs(label.isBlank() ? "theta" : label));
    all.addAll(ofPairs());
    return all;
  }

  private static List<Object> ofLibraries(String label) {
    return List.of(
        chart(label),
        table(label),
        matrix(),
        complexMatrix(),
        new double[] {0.5, -1e-12, Double.NaN},
        new double[][] {{1, 0.5}, {2}},
        new int[] {1, 2},
        new int[][] {{1, 0}, {0, 1}},
        new long[40],
        new ProgressBar(label, 12, 60, label),
        new Verdict(label, false, label));
  }

  /** Our own values, with the label wherever a user's text can stand. */
  private static List<Object> ofOurs(String label) {
    var circuit = Circuit.of(2).h(0).ry(1, Angle.parameter(label)).cx(0, 1);
    var model = Expectation.of(circuit, PauliSum.parse("ZZ + 0.5*XI"));
    var measured = model.at(0.4).gradient(Gradients.parameterShift().shots(10));
    return List.of(
        Figure.of(label).x(label).y(label).points(label, new double[] {1, 2}, new double[] {3, 4}),
        circuit,
        model,
        model.observable(),
        Commutation.of(circuit),
        model.tradeOff(),
        model.at(0.4).gradientObservables(),
        StochasticChain.bitFlips(0.1, 0.2).trajectories(10),
        Simulator.run(circuit.bind(0.4)).probabilities(),
        Simulator.run(circuit.bind(0.4)).bloch(0),
        DensityMatrix.of(circuit.depolarize(1, 0.1).bind(0.4)),
        Simulator.run(circuit.bind(0.4)).sample(10),
        Simulator.run(circuit.bind(0.4)).sample(10).counts(),
        measured,
        measured.interval(0.95),
        model.at(0.4).hessian(Gradients.parameterShift().shots(10)),
        measured.cost(),
        Ledger.unlimited(),
        Comparison.of(model.at(0.4)).copies(100).repeats(2),
        FamilyComparison.of(label, model.at(0.4)).copies(100).repeats(2),
        Scaling.over(label, 1, 2)
            .repeats(2)
            .model(size -> model)
            .measure(new Measure.GatesAtShots(10))
            .run(),
        Sweep.over(List.of(new Place(label, 1), new Place(label, 2)))
            .repeats(2)
            .trial((p, seed) -> new Result(p.size(), label))
            .run(),
        Growth.of(GrowthData.of(label, label, new double[] {2, 3, 4}, new double[] {4, 9, 17})),
        Panels.of(
            label,
            List.of(Figure.of(label).points(label, new double[] {1, 2}, new double[] {3, 4}))),
        Minimization.of(model).steps(2).run(),
        DataLoss.of(model, Table.create(label, DoubleColumn.create(label, 0.1, 0.2))).target(label),
        HermitianMatrix.of(model.observable()),
        PaperExperiments.markovChain(10, 1, 2, 4),
        BackpropRun.of(model.at(0.4)),
        BackpropRun.of(model.at(0.4)).hypothesis(1),
        ShadowTomography.of(circuit.bind(0.4), List.of("ZI", "XX")),
        ClassicalShadow.of(circuit.bind(0.4)).snapshots(50),
        ClassicalShadow.of(circuit.bind(0.4)).snapshots(50).bound(model.observable()));
  }

  /** Values of Bell measurements, where no text of a user stands. */
  private static List<Object> ofPairs() {
    var pairs = BellSampling.of(Circuit.of(2).h(0).ry(1, 0.4).cx(0, 1)).pairs(100);
    var signed = pairs.signed(0.6);
    return List.of(
        pairs,
        pairs.outcomes(),
        pairs.magnitudes(),
        signed,
        signed.signs(),
        pairs.voted(0.6),
        PaperExperiments.hiddenPauli().qubits(2).trials(1).run());
  }

  record Place(String name, int size) {}

  record Result(double value, String words) {}

  public static XYChart chart(String label) {
    var chart = new XYChartBuilder().width(320).height(190).title(label).xAxisTitle(label).build();
    chart.addSeries(label.isEmpty() ? "series" : label, new double[] {1, 2}, new double[] {3, 4});
    return chart;
  }

  public static Table table(String label) {
    return Table.create(
        label,
        StringColumn.create(label, label, "b"),
        IntColumn.create("copies", 100_000, 7),
        DoubleColumn.create("error", 0.1, -0.0707106));
  }

  public static SimpleMatrix matrix() {
    return new SimpleMatrix(new double[][] {{1, -0.5}, {1.0 / 3, 0}});
  }

  public static SimpleMatrix complexMatrix() {
    var matrix = new SimpleMatrix(2, 2, MatrixType.ZDRM);
    matrix.set(0, 0, Math.sqrt(0.5), 0);
    matrix.set(0, 1, 0, -0.5);
    matrix.set(1, 0, 0.5, 0.5);
    return matrix;
  }
}
