package org.backshadow.notebook.rendering;

import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.backshadow.circuit.Circuit;
import org.backshadow.circuit.propagation.Commutation;
import org.backshadow.experiment.Comparison;
import org.backshadow.experiment.FamilyComparison;
import org.backshadow.experiment.ScalingResults;
import org.backshadow.experiment.fit.Growth;
import org.backshadow.experiment.paper.ChainGradient;
import org.backshadow.experiment.paper.PaperResult;
import org.backshadow.experiment.paper.separation.CopiesNeeded;
import org.backshadow.experiment.sweep.SweepResults;
import org.backshadow.gradient.BackpropRun;
import org.backshadow.gradient.Expectation;
import org.backshadow.gradient.Gradient;
import org.backshadow.gradient.GradientInterval;
import org.backshadow.gradient.GradientObservables;
import org.backshadow.gradient.MatrixEstimate;
import org.backshadow.gradient.TradeOff;
import org.backshadow.optimize.DataLoss;
import org.backshadow.optimize.Training;
import org.backshadow.outcome.Counts;
import org.backshadow.pauli.PauliSum;
import org.backshadow.resources.Cost;
import org.backshadow.resources.Ledger;
import org.backshadow.shadow.ClassicalShadow;
import org.backshadow.shadow.ShadowBound;
import org.backshadow.shadow.bell.BellOutcomes;
import org.backshadow.shadow.bell.BellSampling;
import org.backshadow.shadow.bell.PauliSquares;
import org.backshadow.shadow.bell.SignedBellSampling;
import org.backshadow.shadow.bell.SignedStrings;
import org.backshadow.shadow.bell.VotedSigns;
import org.backshadow.state.BlochVector;
import org.backshadow.state.Probabilities;
import org.backshadow.state.Sample;
import org.backshadow.tomography.JudgedHypothesis;
import org.backshadow.tomography.ShadowTomography;

/**
 * Which {@link Rendering} shows which type. Types are known by name, and a rendering is made when
 * it is first used: a library that is absent is no error. Thread-safe.
 *
 * <pre>{@code
 * Renderings.builtIn().bundle(circuit(1).h(0)).containsKey("text/html") // true
 * }</pre>
 */
public final class Renderings {
  private final Map<String, Supplier<? extends Rendering<?>>> byType = new LinkedHashMap<>();

  /** The renderings of our own values and of the libraries that users meet: one line each. */
  public static Renderings builtIn() {
    var all = new Renderings();
    all.add("org.knowm.xchart.internal.chartpart.Chart", () -> new ChartRendering());
    all.add("tech.tablesaw.table.Relation", () -> new TableRendering());
    all.add("org.ejml.simple.SimpleBase", () -> new MatrixRendering());
    all.add("org.backshadow.state.HermitianMatrix", () -> new HermitianRendering());
    all.add("[D", () -> (Rendering<double[]>) ArrayRenderings::doubles);
    all.add("[[D", () -> (Rendering<double[][]>) ArrayRenderings::doubleRows);
    all.add("[I", () -> (Rendering<int[]>) ArrayRenderings::ints);
    all.add("[[I", () -> (Rendering<int[][]>) ArrayRenderings::intRows);
    all.add("[J", () -> (Rendering<long[]>) ArrayRenderings::longs);
    all.add("org.backshadow.exercise.Verdict", () -> new VerdictRendering());
    all.add("org.backshadow.progress.ProgressBar", () -> new ProgressRendering());
    all.add("org.backshadow.progress.Nothing", () -> nothing -> Bundle.text("").html("").toMap());
    all.add("org.backshadow.figure.Figure", () -> new FigureRendering());
    all.add("org.backshadow.figure.Panels", () -> new PanelsRendering());
    all.add(Circuit.class, Reports::circuit);
    all.add(Commutation.class, Reports::commutation);
    all.add(Expectation.class, Reports::expectation);
    all.add(TradeOff.class, Reports::tradeOff);
    all.add(GradientObservables.class, Reports::observables);
    all.add(PauliSum.class, Reports::pauliSum);
    all.add(Probabilities.class, Reports::probabilities);
    all.add("org.backshadow.state.DensityMatrix", () -> new DensityRendering());
    all.add(BlochVector.class, Reports::blochVector);
    all.add(Counts.class, Reports::counts);
    all.add(Sample.class, Reports::sample);
    all.add(Gradient.class, Reports::gradient);
    all.add(GradientInterval.class, Reports::interval);
    all.add(MatrixEstimate.class, Reports::matrix);
    all.add(Cost.class, Reports::cost);
    all.add(Ledger.class, Reports::ledger);
    all.add(Comparison.class, Reports::comparison);
    all.add(FamilyComparison.class, Reports::family);
    all.add(ScalingResults.class, Reports::scaling);
    all.add(ChainGradient.class, Reports::chain);
    all.add(SweepResults.class, Reports::sweep);
    all.add(Growth.class, Reports::growth);
    all.add(Training.class, Reports::training);
    all.add(DataLoss.class, Reports::dataLoss);
    all.add(BackpropRun.class, Reports::backprop);
    all.add(ShadowTomography.class, Reports::shadowTomography);
    all.add(PaperResult.class, Reports::paper);
    all.add(JudgedHypothesis.class, Reports::hypothesis);
    all.add(ClassicalShadow.class, Reports::shadow);
    all.add(ShadowBound.class, Reports::shadowBound);
    all.add(BellSampling.class, BellReports::pairs);
    all.add(BellOutcomes.class, BellReports::outcomes);
    all.add(PauliSquares.class, BellReports::squares);
    all.add(SignedBellSampling.class, BellReports::signed);
    all.add(SignedStrings.class, BellReports::signs);
    all.add(VotedSigns.class, BellReports::votes);
    all.add(CopiesNeeded.class, BellReports::copies);
    return all;
  }

  private <T> void add(Class<T> type, Rendering<T> rendering) {
    add(type.getName(), () -> rendering);
  }

  /** Sets the rendering of a type and of what extends it, in place of an earlier one. */
  public synchronized void add(String type, Supplier<? extends Rendering<?>> rendering) {
    byType.put(type, rendering);
  }

  /** The names of the types that can be shown; the library of one may be absent. */
  public synchronized List<String> types() {
    return List.copyOf(byType.keySet());
  }

  /**
   * The bundle of a value, always with plain text and fit to be sent as JSON. Never throws: an
   * error that escapes a renderer ends the thread of a kernel, which then hangs for good.
   */
  public Map<String, Object> bundle(Object value) {
    try {
      return complete(value, render(value));
    } catch (Throwable failure) {
      return Failures.bundle(value, failure);
    }
  }

  private Map<String, Object> render(Object value) {
    var rendering = find(value.getClass());
    if (rendering.isEmpty()) return Map.of();
    @SuppressWarnings("unchecked") // registered for this type or one above it
    var shows = (Rendering<Object>) rendering.get().get();
    return shows.mimeBundle(value);
  }

  private static Map<String, Object> complete(Object value, Map<String, Object> bundle) {
    var clean = Json.cleanMap(bundle);
    clean.values().removeIf(data -> data == null);
    clean.computeIfAbsent(Rendering.TEXT, type -> String.valueOf(value));
    return clean;
  }

  private synchronized Optional<Supplier<? extends Rendering<?>>> find(Class<?> type) {
    for (Class<?> ancestor : ancestors(type)) {
      var rendering = byType.get(ancestor.getName());
      if (rendering != null) return Optional.of(rendering);
    }
    return Optional.empty();
  }

  /** The type, its superclasses, then every interface of theirs, nearest first. */
  private static Set<Class<?>> ancestors(Class<?> type) {
    var classes = new LinkedHashSet<Class<?>>();
    for (Class<?> c = type; c != null; c = c.getSuperclass()) classes.add(c);
    var queue = new ArrayDeque<>(classes);
    while (!queue.isEmpty()) {
      for (Class<?> i : queue.remove().getInterfaces()) {
        if (classes.add(i)) queue.add(i);
      }
    }
    return classes;
  }
}
