package org.backshadow;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.backshadow.circuit.Angle;
import org.backshadow.circuit.Circuit;
import org.backshadow.circuit.propagation.Commutation;
import org.backshadow.circuit.qasm.Qasm;
import org.backshadow.exercise.Exercises;
import org.backshadow.exercise.GradientRule;
import org.backshadow.exercise.Verdict;
import org.backshadow.experiment.Comparison;
import org.backshadow.experiment.FamilyComparison;
import org.backshadow.experiment.Measure;
import org.backshadow.experiment.Scaling;
import org.backshadow.experiment.paper.StochasticChain;
import org.backshadow.experiment.sweep.Grid;
import org.backshadow.experiment.sweep.Sweep;
import org.backshadow.figure.Figure;
import org.backshadow.gradient.BackpropRun;
import org.backshadow.gradient.BellGradient;
import org.backshadow.gradient.CommutingBlocks;
import org.backshadow.gradient.CommutingGenerators;
import org.backshadow.gradient.Evaluation;
import org.backshadow.gradient.Expectation;
import org.backshadow.gradient.FiniteDifference;
import org.backshadow.gradient.GeneralShift;
import org.backshadow.gradient.HadamardTest;
import org.backshadow.gradient.Objective;
import org.backshadow.gradient.ParameterShift;
import org.backshadow.gradient.QuantumBackprop;
import org.backshadow.gradient.ShadowGradient;
import org.backshadow.gradient.Spsa;
import org.backshadow.gradient.WeakReadout;
import org.backshadow.notebook.Notebook;
import org.backshadow.optimize.DataLoss;
import org.backshadow.optimize.Minimization;
import org.backshadow.pauli.Lattice;
import org.backshadow.pauli.PauliSum;
import org.backshadow.shadow.bell.BellSampling;
import org.backshadow.state.DensityMatrix;
import org.backshadow.state.Simulator;
import org.backshadow.state.StateVector;
import org.backshadow.tomography.ShadowTomography;
import org.ejml.simple.SimpleMatrix;
import tech.tablesaw.api.Table;

/**
 * Everything that a cell begins with: {@code import static org.backshadow.Backshadow.*;} brings the
 * nouns and, as nested types, the menus {@link Gradients}, {@link Hamiltonians}, {@link Ansatz},
 * {@link Datasets} and {@link ClassicalShadow}.
 *
 * <pre>{@code
 * var a = param("a");
 * var f = expectation(circuit(2).h(0).cx(0, 1).ry(1, a), pauliSum("0.5*ZZ - 1.2*XI"));
 * f.at(0.4).value() // 0.4605
 * f.at(0.4).gradient().values() // [-0.1947]
 * }</pre>
 */
public final class Backshadow {
  private static final Exercises EXERCISES = new Exercises();

  static {
    Notebook.install();
  }

  private Backshadow() {}

  /**
   * The menu of gradient methods.
   *
   * <pre>{@code
   * var f = expectation(circuit(1).ry(0, param("a")), pauliSum("Z"));
   * f.at(0.4).gradient(Gradients.parameterShift().shots(4000).seed(7))
   * // parameterShift (95 %, 8,000 copies, seed 7): a: -0.391 ± 0.020
   * }</pre>
   */
  public static final class Gradients extends org.backshadow.gradient.Gradients {
    private Gradients() {}
  }

  /**
   * The menu of Hamiltonians.
   *
   * <pre>{@code
   * Hamiltonians.heisenberg(ring(4), 1, 1, 0.5).terms().size() // 12
   * }</pre>
   */
  public static final class Hamiltonians extends org.backshadow.pauli.Hamiltonians {
    private Hamiltonians() {}
  }

  /**
   * The menu of ans&auml;tze.
   *
   * <pre>{@code
   * Ansatz.hardwareEfficient(4, 2).parameters().size() // 16
   * }</pre>
   */
  public static final class Ansatz extends org.backshadow.circuit.ansatz.Ansatz {
    private Ansatz() {}
  }

  /**
   * The menu of data sets.
   *
   * <pre>{@code
   * Datasets.iris().columnNames()
   * // [sepal_length, sepal_width, petal_length, petal_width, label]
   * }</pre>
   */
  public static final class Datasets extends org.backshadow.dataset.Datasets {
    private Datasets() {}
  }

  /**
   * The menu of classical shadows from recorded data and files.
   *
   * <pre>{@code
   * int[][] bits = {{0, 1}, {1, 1}, {0, 0}};
   * int[][] letters = {{2, 2}, {0, 1}, {2, 0}}; // 0, 1, 2 for X, Y, Z
   * ClassicalShadow.of(bits, letters).estimate("ZI") // 2.0 ± 4.3 (95 %), 3 copies, recorded data
   * }</pre>
   */
  public static final class ClassicalShadow extends org.backshadow.shadow.StoredShadows {
    private ClassicalShadow() {}
  }

  /**
   * The menu of experiments about what the paper says.
   *
   * <pre>{@code
   * Paper.gentleDamage(0.05, 25, 50, 100).statement()
   * // Damage of a passed check that alarms with probability 0.05: ...
   * }</pre>
   */
  public static final class Paper extends org.backshadow.experiment.paper.PaperExperiments {
    private Paper() {}
  }

  /** The empty circuit on so many qubits, which start in {@code |0...0>}. */
  public static Circuit circuit(int qubits) {
    return Circuit.of(qubits);
  }

  /** A circuit from the text of an OpenQASM 2 or 3 program. */
  public static Circuit qasm(String text) {
    return Qasm.read(text);
  }

  /** A circuit from a file with an OpenQASM 2 or 3 program. */
  public static Circuit qasmFile(String path) {
    return Qasm.read(Path.of(requireNonNull(path, "path")));
  }

  /** As {@link #qasmFile(String)}. */
  public static Circuit qasmFile(Path path) {
    return Qasm.read(path);
  }

  /** A parameter, in radians; two with the same name are the same. */
  public static Angle param(String name) {
    return Angle.parameter(name);
  }

  /** The parameters {@code name0}, {@code name1}, ... */
  public static Parameters params(String name, int count) {
    return new Parameters(name, count);
  }

  /** An angle that is a number of radians. */
  public static Angle angle(double radians) {
    return Angle.of(radians);
  }

  /** An observable from text such as {@code "0.5*ZZI - 1.2*XII + IYX"}. */
  public static PauliSum pauliSum(String text) {
    return PauliSum.parse(text);
  }

  /** The lattice 0-1-2-..., for the menu {@link Hamiltonians}. */
  public static Lattice chain(int sites) {
    return Lattice.chain(sites);
  }

  /** The chain closed to a ring. */
  public static Lattice ring(int sites) {
    return Lattice.ring(sites);
  }

  /** The square grid with open borders; site {@code row * columns + column}. */
  public static Lattice grid(int rows, int columns) {
    return Lattice.grid(rows, columns);
  }

  /** The model F(theta): an observable's expectation value in the state of a circuit. */
  public static Expectation expectation(Circuit circuit, PauliSum observable) {
    return Expectation.of(circuit, observable);
  }

  /** Which generators of a circuit commute, as a picture; and its blocks. */
  public static Commutation commutation(Circuit circuit) {
    return Commutation.of(circuit);
  }

  /**
   * The exact state that a circuit prepares for these parameters; with noise it has a {@link
   * #densityMatrix(Circuit, double...)}.
   */
  public static StateVector state(Circuit circuit, double... theta) {
    return Simulator.run(circuit.bind(theta));
  }

  /** The exact state, pure or mixed, that a circuit with or without noise prepares. */
  public static DensityMatrix densityMatrix(Circuit circuit, double... theta) {
    return DensityMatrix.of(circuit.bind(theta));
  }

  /** The state with this density matrix, real or complex. */
  public static DensityMatrix densityMatrix(SimpleMatrix matrix) {
    return DensityMatrix.of(matrix);
  }

  /** An empty chart with a title, to add series to. */
  public static Figure figure(String title) {
    return Figure.of(title);
  }

  /** Gradient methods at the same point and the same budget of copies. */
  public static Comparison compare(Evaluation evaluation) {
    return Comparison.of(evaluation);
  }

  /** Gradient methods over a family of models, to which {@code .model(name, ...)} adds. */
  public static FamilyComparison compare(String name, Evaluation evaluation) {
    return FamilyComparison.of(name, evaluation);
  }

  /** How cost or error grows with a size, such as the number of parameters. */
  public static Scaling scaling(String variable, int... sizes) {
    return Scaling.over(variable, sizes);
  }

  /** The same trial at many points, which are records of your own; results are records too. */
  public static <P extends Record> Sweep<P> sweep(List<P> points) {
    return Sweep.over(points);
  }

  /** Points of a sweep: all combinations of these values, the last component changing fastest. */
  public static <P extends Record> List<P> grid(Class<P> type, List<?>... values) {
    return Grid.of(type, values);
  }

  /** Points of a sweep: the rows of a table, by the names of its columns. */
  public static <P extends Record> List<P> points(Class<P> type, Table table) {
    return Grid.of(type, table);
  }

  /** Minimizes a model's value, or a loss over data. */
  public static Minimization minimize(Objective objective) {
    return Minimization.of(objective);
  }

  /** The mean squared error of a model over a table, whose columns set some of its parameters. */
  public static DataLoss loss(Expectation model, Table table) {
    return DataLoss.of(model, table);
  }

  /**
   * A chain of random bit flips with a parameter each: the classical control, whose whole gradient
   * comes from one set of trajectories.
   */
  public static StochasticChain bitFlips(double... theta) {
    return StochasticChain.bitFlips(theta);
  }

  /** Exact, by one forward and one backward pass of the simulator. */
  public static org.backshadow.gradient.Adjoint adjoint() {
    return Gradients.adjoint();
  }

  /** From shots, two shifted circuits a gate angle; unbiased. */
  public static ParameterShift parameterShift() {
    return Gradients.parameterShift();
  }

  /** From shots, each parameter shifted in all its gates at once; unbiased. */
  public static GeneralShift generalShift() {
    return Gradients.generalShift();
  }

  /** From shots, one circuit with an ancilla a gate angle; unbiased. */
  public static HadamardTest hadamardTest() {
    return Gradients.hadamardTest();
  }

  /** From shots, central differences with step 0.1; biased. */
  public static FiniteDifference finiteDifference() {
    return Gradients.finiteDifference();
  }

  /** From shots, all parameters moved at once by 0.1 in random directions; biased. */
  public static Spsa spsa() {
    return Gradients.spsa();
  }

  /** From one classical shadow of the output state; unbiased. */
  public static ShadowGradient classicalShadow() {
    return Gradients.classicalShadow();
  }

  /** From coherent copies that are turned back gate by gate; guarantees its largest error. */
  public static QuantumBackprop quantumBackprop() {
    return Gradients.quantumBackprop();
  }

  /** Quantum backpropagation at a point, step by step, beside what a referee knows. */
  public static BackpropRun quantumBackprop(Evaluation evaluation) {
    return BackpropRun.of(evaluation);
  }

  /** The same with settings: {@code quantumBackprop(f.at(..), quantumBackprop().lowRank(1))}. */
  public static BackpropRun quantumBackprop(Evaluation evaluation, QuantumBackprop settings) {
    return BackpropRun.of(evaluation, settings);
  }

  /** The values of many Pauli strings from coherent copies that are checked gently. */
  public static ShadowTomography shadowTomography(Circuit circuit, Collection<?> strings) {
    return ShadowTomography.of(circuit, requireNonNull(strings, "strings"));
  }

  /** As {@link #shadowTomography(Circuit, Collection)}, for the strings of a sum. */
  public static ShadowTomography shadowTomography(Circuit circuit, PauliSum strings) {
    return ShadowTomography.of(circuit, strings.terms().stream().map(t -> t.string()).toList());
  }

  /** Measure of a scaling: copies with settings that guarantee a largest error. */
  public static Measure copiesForGuarantee(double epsilon, double delta) {
    return new Measure.ForGuarantee(Measure.Spending.COPIES, epsilon, delta);
  }

  /** Measure of a scaling: gate applications with settings that guarantee a largest error. */
  public static Measure gatesForGuarantee(double epsilon, double delta) {
    return new Measure.ForGuarantee(Measure.Spending.GATES, epsilon, delta);
  }

  /** A classical shadow of the state that a bound circuit prepares. */
  public static org.backshadow.shadow.ClassicalShadow classicalShadow(Circuit circuit) {
    return org.backshadow.shadow.ClassicalShadow.of(circuit);
  }

  /** The gradient by Bell measurements of two copies, where each component is one Pauli string. */
  public static BellGradient bellSampling() {
    return Gradients.bellSampling();
  }

  /** Bell measurements of pairs of copies of the state that a bound circuit prepares. */
  public static BellSampling bellSampling(Circuit circuit) {
    return BellSampling.of(circuit);
  }

  /** From shots of one circuit, where all generators commute; unbiased. */
  public static CommutingGenerators commutingGenerators() {
    return Gradients.commutingGenerators();
  }

  /** From shots, one circuit a block of commuting generators; unbiased. */
  public static CommutingBlocks commutingBlocks() {
    return Gradients.commutingBlocks();
  }

  /** From coherent batches that are read weakly, again and again; unbiased. */
  public static WeakReadout weakReadout() {
    return Gradients.weakReadout();
  }

  /** Measure of a scaling: the smallest budget of copies for a largest error, found by running. */
  public static Measure copiesForError(double epsilon) {
    return new Measure.ForError(Measure.Spending.COPIES, epsilon);
  }

  /** Measure of a scaling: the gate applications at the smallest budget for a largest error. */
  public static Measure gatesForError(double epsilon) {
    return new Measure.ForError(Measure.Spending.GATES, epsilon);
  }

  /** Measure of a scaling: the largest error at a budget of copies. */
  public static Measure errorAtCopies(long copies) {
    return new Measure.ErrorAtCopies(copies);
  }

  /** Measure of a scaling: the gate applications at a number of shots of each circuit. */
  public static Measure gatesAtShots(long shots) {
    return new Measure.GatesAtShots(shots);
  }

  /** Measure of a scaling: seconds a run on this machine at 1,000 shots a circuit. */
  public static Measure time() {
    return new Measure.Time(1000);
  }

  /**
   * Checks the answer to an exercise of the notebooks and says what is different about it: a
   * number, {@code new double[] {...}}, a letter such as {@code "b"}, a state, a circuit or an
   * observable.
   */
  public static Verdict check(String id, Object answer) {
    return EXERCISES.check(id, answer);
  }

  /** As {@link #check(String, Object)}, for a function such as {@code x -> Math.cos(x)}. */
  public static Verdict check(String id, DoubleUnaryOperator answer) {
    return EXERCISES.check(id, answer);
  }

  /** As {@link #check(String, Object)}, for a way to a gradient, {@code (f, theta) -> ...}. */
  public static Verdict check(String id, GradientRule answer) {
    return EXERCISES.check(id, answer);
  }

  /** A hint for an exercise; asked again, a plainer one. */
  public static String hint(String id) {
    return EXERCISES.hint(id);
  }

  /** How one gets to the answer of an exercise. */
  public static String solution(String id) {
    return EXERCISES.solution(id);
  }

  /** The exercises and which of them this session has solved. */
  public static Table progress() {
    return EXERCISES.progress();
  }
}
