package org.backshadow.experiment;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import org.backshadow.estimate.Rounding;
import org.backshadow.figure.Figure;
import org.backshadow.gradient.Adjoint;
import org.backshadow.gradient.Evaluation;
import org.backshadow.gradient.GradientMethod;
import org.backshadow.gradient.Gradients;
import org.backshadow.gradient.Model;
import org.backshadow.gradient.SampledGradient;
import org.backshadow.progress.Progress;
import org.backshadow.resources.Once;
import org.backshadow.resources.Parallel;
import org.backshadow.resources.Seed;
import tech.tablesaw.api.Table;

/**
 * Methods at the same point and the same budget of copies, repeated: a plan that runs on first
 * read. Adjoint is the first row, the trivial answer (all zeros) the last.
 *
 * <p>A method that fails, or runs out of copies, has a row that says why; only if all fail the
 * first failure is thrown. An interrupt keeps the methods that are finished: the next read goes on.
 *
 * <pre>{@code
 * var f = expectation(Ansatz.hardwareEfficient(2, 1), pauliSum("ZZ"));
 * var point = f.at(0.4, 0.9, -0.3, 0.2);
 * var methods = compare(point).copies(1000).repeats(3).methods(parameterShift(), spsa());
 * methods.table().column(0).asList() // [adjoint, parameterShift, spsa, trivial]
 * }</pre>
 */
public final class Comparison {
  private final Model model;
  private final long copies;
  private final int repeats;
  private final long seed;
  private final List<GradientMethod> methods;
  private final Once<List<ComparisonRow>> rows;
  private final FinishedRows<String> finished = new FinishedRows<>();

  private Comparison(
      Model model, long copies, int repeats, long seed, List<GradientMethod> methods) {
    this.model = model;
    this.copies = copies;
    this.repeats = repeats;
    this.seed = seed;
    this.methods = List.copyOf(methods);
    this.rows = Once.of(this::run);
  }

  /** Compares at this point; by default 10,000 copies, 20 repeats, seed 0, parameter shift only. */
  public static Comparison of(Evaluation evaluation) {
    return new Comparison(evaluation.model(), 10_000, 20, 0, List.of(Gradients.parameterShift()));
  }

  /** The budget of each method in each repeat. */
  public Comparison copies(long copies) {
    if (copies < 1) {
      throw new IllegalArgumentException("compare: a budget of " + copies + " copies is too small");
    }
    return new Comparison(model, copies, repeats, seed, methods).checked();
  }

  /**
   * Runs of each method, from which the errors are found.
   *
   * @throws IllegalArgumentException if there are none
   */
  public Comparison repeats(int repeats) {
    if (repeats < 1) {
      throw new IllegalArgumentException("compare: " + repeats + " repeats; at least 1 is needed");
    }
    return new Comparison(model, copies, repeats, seed, methods);
  }

  /** The same plan with another seed. */
  public Comparison seed(long seed) {
    return new Comparison(model, copies, repeats, seed, methods);
  }

  /** The methods to compare; one without shots of its own takes as many as the budget allows. */
  public Comparison methods(GradientMethod... methods) {
    var list = List.of(requireNonNull(methods, "methods"));
    Set<String> names = new HashSet<>();
    for (GradientMethod method : list) {
      if (!names.add(method.name())) {
        throw new IllegalArgumentException(
            "compare: %s stands twice; each method can be compared once".formatted(method.name()));
      }
    }
    return new Comparison(model, copies, repeats, seed, list).checked();
  }

  private Comparison checked() {
    for (GradientMethod method : methods) {
      if (method instanceof SampledGradient sampled) {
        sampled.requireApplicable(model);
        sampled.within(model, copies);
      }
    }
    return this;
  }

  private List<ComparisonRow> run() {
    Contender.Truth truth = Contender.Truth.of(model);
    var contenders = new ArrayList<Contender>();
    contenders.add(Contender.of(Gradients.adjoint()));
    for (GradientMethod method : methods) {
      if (!(method instanceof Adjoint)) {
        contenders.add(Contender.of(method).within(model, copies));
      }
    }
    var all = new ArrayList<ComparisonRow>();
    try (Progress progress = Progress.of("comparison", (long) contenders.size() * repeats)) {
      for (Contender contender : contenders) {
        boolean exact = contender instanceof Contender.Exact;
        all.add(
            finished.row(
                contender.name(), contender.name(), exact, () -> runs(contender, truth, progress)));
        progress.advance((long) all.size() * repeats - progress.done());
        progress.show(table(all));
      }
    } catch (CancellationException e) {
      throw finished.interrupted(contenders.size());
    }
    finished.requireAnyOf(contenders.stream().skip(1).map(Contender::name).toList());
    all.add(ComparisonRow.of("trivial", true, List.of(truth.ofZeros())));
    return all;
  }

  private List<Contender.Outcome> runs(
      Contender contender, Contender.Truth truth, Progress progress) {
    boolean exact = contender instanceof Contender.Exact;
    Seed own = new Seed(seed).child(contender.name());
    return Parallel.map(
        exact ? 1 : repeats,
        Runtime.getRuntime().availableProcessors(),
        repeat -> {
          var outcome = contender.runOrExplain(model, truth, own.child(repeat));
          progress.advance(exact ? repeats : 1);
          return outcome;
        });
  }

  /** As a table, a row a method; if one failed, a last column says why. */
  public Table table() {
    return table(rows.get());
  }

  private Table table(List<ComparisonRow> rows) {
    return ComparisonRow.table(
        "%s copies each, %d repeats, seed %d".formatted(Rounding.count(copies), repeats, seed),
        rows);
  }

  /** Bars of the root-mean-square errors with their 95 % intervals. */
  public Figure plot() {
    Figure figure =
        Figure.of("error of the gradient at " + Rounding.count(copies) + " copies")
            .y("rms error of a component")
            .caption(
                "bars: 95 % intervals over "
                    + repeats
                    + " repeats; trivial: all zeros"
                    + ComparisonRow.withoutBars(rows.get()));
    var sampled = rows.get().stream().filter(row -> !row.method().equals("adjoint")).toList();
    return figure.barEach(
        sampled.stream().map(ComparisonRow::method).toList(),
        sampled.stream().mapToDouble(ComparisonRow::error).toArray(),
        sampled.stream().mapToDouble(row -> 2 * row.errorOfError()).toArray());
  }

  @Override
  public String toString() {
    return table().print();
  }
}
