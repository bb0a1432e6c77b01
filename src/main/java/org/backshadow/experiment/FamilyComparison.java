package org.backshadow.experiment;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import org.backshadow.experiment.Contender.Outcome;
import org.backshadow.experiment.Contender.Truth;
import org.backshadow.figure.Figure;
import org.backshadow.gradient.Evaluation;
import org.backshadow.gradient.Gradients;
import org.backshadow.gradient.Model;
import org.backshadow.gradient.SampledGradient;
import org.backshadow.progress.Progress;
import org.backshadow.resources.Once;
import org.backshadow.resources.Seed;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * Sampled methods over a family of models, at equal copies, equal gates, or equal error, in one
 * picture: a plan that runs on first read. Immutable. A method that fails has a row that says why,
 * and an interrupt keeps what is finished, as in {@link Comparison}.
 *
 * <pre>{@code
 * var small = expectation(Ansatz.commutingGenerators(2, 3), pauliSum("ZZ")).at(0.4, 0.9, -0.3);
 * var large = expectation(Ansatz.commutingGenerators(3, 3), pauliSum("ZZZ")).at(0.4, 0.9, -0.3);
 * compare("2 qubits", small).model("3 qubits", large).methods(parameterShift(), spsa())
 *     .copies(1000).repeats(3).seed(7).table().columnNames()
 * // [model, method, rms error, max error, 95 % intervals held, copies, circuits, gates, ...
 * }</pre>
 */
public final class FamilyComparison {
  private record Entry(String model, ComparisonRow row) {}

  private final Map<String, Model> models;
  private final List<SampledGradient> methods;
  private final Equal equal;
  private final int repeats;
  private final long seed;
  private final Once<List<Entry>> entries;
  private final FinishedRows<List<String>> finished = new FinishedRows<>();

  private FamilyComparison(
      Map<String, Model> models,
      List<SampledGradient> methods,
      Equal equal,
      int repeats,
      long seed) {
    this.models = models;
    this.methods = List.copyOf(methods);
    this.equal = equal;
    this.repeats = repeats;
    this.seed = seed;
    this.entries = Once.of(this::run);
    models.forEach((name, model) -> methods.forEach(method -> equal.require(name, method, model)));
  }

  /** A family that begins with this model; by default parameter shift at 10,000 copies. */
  public static FamilyComparison of(String name, Evaluation evaluation) {
    return new FamilyComparison(
        Collections.singletonMap(requireNonNull(name, "name"), evaluation.model()),
        List.of(Gradients.parameterShift()),
        new Equal.Copies(10_000),
        20,
        0);
  }

  /**
   * With one more model.
   *
   * @throws IllegalArgumentException if the name is taken or a method does not apply
   */
  public FamilyComparison model(String name, Evaluation evaluation) {
    requireNonNull(name, "name");
    if (models.containsKey(name)) {
      throw new IllegalArgumentException(
          "compare: two models are called %s; names tell them apart".formatted(name));
    }
    var more = new LinkedHashMap<>(models);
    more.put(name, evaluation.model());
    return new FamilyComparison(Collections.unmodifiableMap(more), methods, equal, repeats, seed);
  }

  /** The methods to compare. */
  public FamilyComparison methods(SampledGradient... methods) {
    requireNonNull(methods, "methods");
    long names = Arrays.stream(methods).map(SampledGradient::name).distinct().count();
    if (methods.length == 0 || names < methods.length) {
      throw new IllegalArgumentException(
          "compare: %d methods with %d names; give each once".formatted(methods.length, names));
    }
    return new FamilyComparison(models, List.of(methods), equal, repeats, seed);
  }

  /** At the same budget of copies a gradient. */
  public FamilyComparison copies(long copies) {
    return new FamilyComparison(models, methods, new Equal.Copies(copies), repeats, seed);
  }

  /** At the same number of gate applications a gradient, or the next smaller that is possible. */
  public FamilyComparison gates(long gates) {
    return new FamilyComparison(models, methods, new Equal.Gates(gates), repeats, seed);
  }

  /**
   * At the same error: each at the smallest budget of copies on a grid of {@code 2^(k/4)} at which
   * the largest error of a component is at most this in 2/3 of the repeats, found by running.
   */
  public FamilyComparison error(double epsilon) {
    return new FamilyComparison(models, methods, new Equal.Error(epsilon), repeats, seed);
  }

  /** Runs of each method on each model; 20 if not set. */
  public FamilyComparison repeats(int repeats) {
    if (repeats < 1) {
      throw new IllegalArgumentException("compare: " + repeats + " repeats; at least 1 is needed");
    }
    return new FamilyComparison(models, methods, equal, repeats, seed);
  }

  /** Where all randomness comes from; 0 if not set. */
  public FamilyComparison seed(long seed) {
    return new FamilyComparison(models, methods, equal, repeats, seed);
  }

  private List<Entry> run() {
    var all = new ArrayList<Entry>();
    var keys = new ArrayList<List<String>>();
    long total = (long) models.size() * methods.size();
    try (Progress progress = Progress.of("comparison", total)) {
      models.forEach(
          (name, model) -> {
            var truth = Once.of(() -> Truth.of(model));
            for (SampledGradient method : methods) {
              List<String> key = List.of(name, method.name());
              keys.add(key);
              var row =
                  finished.row(
                      key, method.name(), false, () -> runs(name, method, model, truth.get()));
              all.add(new Entry(name, row));
              progress.advance(1);
              progress.show(table(all));
            }
            ComparisonRow zeros = ComparisonRow.of("trivial", true, List.of(truth.get().ofZeros()));
            all.add(new Entry(name, zeros));
          });
    } catch (CancellationException e) {
      throw finished.interrupted((int) total);
    }
    finished.requireAnyOf(keys);
    return all;
  }

  private List<Outcome> runs(String name, SampledGradient method, Model model, Truth truth) {
    Seed own = new Seed(seed).child(name).child(method.name());
    int threads = Runtime.getRuntime().availableProcessors();
    return equal.run(Contender.of(method), model, truth, repeats, own, threads);
  }

  /** A row a model and method; the trivial answer, all zeros, is the last of each model. */
  public Table table() {
    return table(entries.get());
  }

  private Table table(List<Entry> entries) {
    var model = StringColumn.create("model", entries.stream().map(Entry::model));
    Table table =
        ComparisonRow.table(
            "equal %s, %d repeats, seed %d".formatted(equal.words(), repeats, seed),
            entries.stream().map(Entry::row).toList());
    return table.insertColumn(0, model);
  }

  /**
   * A group of bars a model: errors with their 95 % intervals; at equal error, the copies that each
   * method needs.
   */
  public Figure plot() {
    boolean error = equal instanceof Equal.Error;
    Figure figure =
        Figure.of("gradients at equal " + equal.words())
            .y(error ? "copies" : "rms error of a component")
            .caption(
                "%s%d repeats, seed %d%s"
                    .formatted(
                        error ? "" : "bars: 95 % intervals; ",
                        repeats,
                        seed,
                        ComparisonRow.withoutBars(
                            entries.get().stream().map(Entry::row).toList())));
    figure = error ? figure.logY() : figure;
    var names = List.copyOf(models.keySet());
    for (SampledGradient method : methods) {
      var own = entries.get().stream().filter(e -> e.row().method().equals(method.name())).toList();
      double[] values =
          own.stream()
              .mapToDouble(
                  e -> error && !e.row().isFailed() ? e.row().cost().copies() : e.row().error())
              .toArray();
      double[] bars = own.stream().mapToDouble(e -> 2 * e.row().errorOfError()).toArray();
      figure =
          error
              ? figure.bars(method.name(), names, values)
              : figure.bars(method.name(), names, values, bars);
    }
    return figure;
  }

  @Override
  public String toString() {
    return table().print();
  }
}
