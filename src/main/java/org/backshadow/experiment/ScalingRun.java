package org.backshadow.experiment;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.IntFunction;
import org.backshadow.estimate.Interval;
import org.backshadow.estimate.Moments;
import org.backshadow.experiment.Contender.Outcome;
import org.backshadow.experiment.Contender.Truth;
import org.backshadow.gradient.GradientMethod;
import org.backshadow.gradient.Model;
import org.backshadow.progress.Progress;
import org.backshadow.resources.Budget;
import org.backshadow.resources.Interrupts;
import org.backshadow.resources.Once;
import org.backshadow.resources.Parallel;
import org.backshadow.resources.Seed;

/** One run of a scaling experiment: what is missing in its file is measured, kept, and shown. */
final class ScalingRun {
  private final String variable;
  private final List<Integer> sizes;
  private final int repeats;
  private final long seed;
  private final int threads;
  private final List<GradientMethod> methods;
  private final Measure measure;
  private final List<List<Model>> models;

  /** The models are by size and repeat. */
  ScalingRun(
      String variable,
      List<Integer> sizes,
      int repeats,
      long seed,
      int threads,
      List<GradientMethod> methods,
      Measure measure,
      List<List<Model>> models) {
    this.variable = variable;
    this.sizes = sizes;
    this.repeats = repeats;
    this.seed = seed;
    this.threads = threads;
    this.methods = methods;
    this.measure = measure;
    this.models = models;
  }

  ScalingResults run(Optional<Path> checkpoint) {
    var contenders = new ArrayList<Contender>();
    contenders.add(new Contender.Forward(1, Budget.UNLIMITED));
    methods.forEach(method -> contenders.add(Contender.of(method)));
    var points = new ArrayList<ScalingPoint>();
    int total = sizes.size() * contenders.size();
    try (ScalingFile file = ScalingFile.open(checkpoint, header());
        Progress progress = Progress.of("scaling over " + variable, total)) {
      for (int s = 0; s < sizes.size(); s++) {
        int first = s * contenders.size();
        List<Model> own = models.get(s);
        var truths = Once.of(() -> Parallel.map(repeats, threads, truth(own)));
        for (int c = 0; c < contenders.size(); c++) {
          Contender contender = contenders.get(c);
          if (file.has(first + c)) {
            points.addAll(file.points(first + c));
          } else {
            List<ScalingPoint> found = point(contender, sizes.get(s), own, truths.get());
            file.keep(first + c, contender.name(), sizes.get(s), found);
            points.addAll(found);
          }
          progress.advance(1);
        }
        progress.show(results(points, false).plot());
      }
      file.finish();
    } catch (CancellationException e) {
      return results(points, false);
    }
    return results(points, true);
  }

  /** What makes the experiment what it is: the first line of its file. */
  private Map<String, Object> header() {
    var header = new LinkedHashMap<String, Object>();
    header.put("backshadow", "scaling");
    header.put("version", 1);
    header.put("seed", seed);
    header.put("repeats", repeats);
    header.put("variable", variable);
    header.put("sizes", sizes);
    header.put("methods", methods.stream().map(ScalingRun::inFull).toList());
    header.put("measure", measure.toString());
    header.put("rows", sizes.size() * (methods.size() + 1));
    header.put("fingerprint of the models", ScalingFile.fingerprint(models));
    return header;
  }

  /** A method with its settings; one's own that is no record has its name alone. */
  private static String inFull(GradientMethod method) {
    return method instanceof Record ? method.toString() : method.name();
  }

  private ScalingResults results(List<ScalingPoint> points, boolean complete) {
    return new ScalingResults(variable, measure, repeats, seed, points, complete);
  }

  private static IntFunction<Truth> truth(List<Model> models) {
    return repeat -> Truth.of(models.get(repeat));
  }

  /** One point, or none where the measure does not apply to the contender. */
  private List<ScalingPoint> point(
      Contender contender, int size, List<Model> models, List<Truth> truths) {
    Seed own = new Seed(seed).child(contender.name()).child(size);
    boolean exact = contender instanceof Contender.Exact;
    List<Outcome> outcomes;
    double[] seconds = new double[models.size()];
    double epsilon = epsilon();
    if (!exact && epsilon > 0) {
      outcomes = new SmallestBudget(contender, models, truths, epsilon, own, threads).find();
    } else {
      IntFunction<Outcome> run =
          repeat -> {
            Model model = models.get(repeat);
            return prepared(contender, model).run(model, truths.get(repeat), own.child(repeat));
          };
      outcomes =
          measure instanceof Measure.Time
              ? timed(run, seconds)
              : Parallel.map(models.size(), threads, run);
    }
    var value = new Moments();
    var copies = new Moments();
    var circuits = new Moments();
    var gates = new Moments();
    var gradients = new Moments();
    for (int k = 0; k < outcomes.size(); k++) {
      Outcome outcome = outcomes.get(k);
      boolean time = measure instanceof Measure.Time;
      value.add(time ? seconds[k] : measure.of(outcome.largest(), outcome.cost()), 1);
      copies.add(outcome.cost().copies(), 1);
      circuits.add(outcome.cost().circuits(), 1);
      gates.add(outcome.cost().gates(), 1);
    }
    for (Truth truth : truths) {
      gradients.add(truth.ofZeros().largest(), 1);
    }
    if (!(value.mean() > 0)) {
      return List.of();
    }
    Interval bar =
        epsilon > 0 && !exact
            ? SmallestBudget.interval(value.mean(), outcomes, epsilon)
            : Interval.around(
                value.mean(),
                Math.sqrt(value.variance() / value.count()),
                Math.max(1, repeats - 1),
                0.95);
    return List.of(
        new ScalingPoint(
            contender.name(),
            size,
            value.mean(),
            Math.max(bar.low(), 0),
            bar.high(),
            copies.mean(),
            circuits.mean(),
            gates.mean(),
            gradients.mean()));
  }

  /**
   * The runs one after the other, after one that is not counted; {@code seconds} is overwritten.
   */
  private static List<Outcome> timed(IntFunction<Outcome> run, double[] seconds) {
    run.apply(0);
    var outcomes = new ArrayList<Outcome>();
    for (int repeat = 0; repeat < seconds.length; repeat++) {
      Interrupts.check();
      long start = System.nanoTime();
      outcomes.add(run.apply(repeat));
      seconds[repeat] = (System.nanoTime() - start) / 1e9;
    }
    return outcomes;
  }

  private double epsilon() {
    return measure instanceof Measure.ForError aim ? aim.epsilon() : 0;
  }

  private Contender prepared(Contender contender, Model model) {
    if (measure instanceof Measure.ErrorAtCopies at) {
      return contender.within(model, at.copies());
    }
    if (measure instanceof Measure.ForGuarantee promise) {
      return contender.guaranteeing(model, promise.epsilon(), promise.delta());
    }
    if (measure instanceof Measure.Time at) {
      return contender.atShots(at.shots());
    }
    return measure instanceof Measure.GatesAtShots at ? contender.atShots(at.shots()) : contender;
  }
}
