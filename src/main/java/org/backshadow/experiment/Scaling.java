package org.backshadow.experiment;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import org.backshadow.experiment.Contender.Outcome;
import org.backshadow.experiment.Contender.Truth;
import org.backshadow.figure.Progress;
import org.backshadow.gradient.Expectation;
import org.backshadow.gradient.GradientMethod;
import org.backshadow.gradient.Model;
import org.backshadow.gradient.SampledGradient;
import org.backshadow.measure.Interval;
import org.backshadow.measure.Moments;
import org.backshadow.resources.Budget;
import org.backshadow.resources.Interrupts;
import org.backshadow.resources.Once;
import org.backshadow.resources.Parallel;
import org.backshadow.resources.RandomStream;
import org.backshadow.resources.Seed;

/**
 * How the cost or the error of gradient methods grows with a size. Immutable; {@link #run}
 * measures.
 *
 * <p>Each repeat has its own random angles, the same for every method. The model's own evaluation
 * ({@code forward}) is measured beside the methods: the paper's question is the gradient's cost in
 * units of it.
 */
public final class Scaling {
  /** The angles of a repeat: from the size and the repeat's randomness. */
  @FunctionalInterface
  public interface Angles {
    double[] draw(int size, RandomStream random);
  }

  private static final double SPREAD = 0.3;

  private final String variable;
  private final List<Integer> sizes;
  private final int repeats;
  private final long seed;
  private final int threads;
  private final IntFunction<Expectation> model;
  private final Angles angles;
  private final List<GradientMethod> methods;
  private final Measure measure;
  private final Optional<Path> checkpoint;

  private Scaling(
      String variable,
      List<Integer> sizes,
      int repeats,
      long seed,
      int threads,
      IntFunction<Expectation> model,
      Angles angles,
      List<GradientMethod> methods,
      Measure measure,
      Optional<Path> checkpoint) {
    this.variable = variable;
    this.sizes = sizes;
    this.repeats = repeats;
    this.seed = seed;
    this.threads = threads;
    this.model = model;
    this.angles = angles;
    this.methods = methods;
    this.measure = measure;
    this.checkpoint = checkpoint;
    if (measure instanceof Measure.Time && checkpoint.isPresent()) {
      throw new IllegalArgumentException(
          "scaling: time is never the same twice and goes into no file; leave .checkpoint out");
    }
  }

  /** A plan over these sizes; {@code variable} names them: parameters, qubits. */
  public static Scaling over(String variable, int... sizes) {
    if (sizes.length == 0) {
      throw new IllegalArgumentException("scaling: no sizes given, such as 8, 16, 32");
    }
    for (int size : sizes) {
      if (size < 1) {
        throw new IllegalArgumentException("scaling: the size " + size + " is not positive");
      }
    }
    return new Scaling(
        variable,
        Arrays.stream(sizes).sorted().distinct().boxed().toList(),
        10,
        0,
        Runtime.getRuntime().availableProcessors(),
        size -> {
          throw new IllegalArgumentException(
              "scaling: no model; add .model(m -> expectation(circuit, observable))");
        },
        (size, random) -> new double[0],
        List.of(),
        new Measure.GatesAtShots(1000),
        Optional.empty());
  }

  /** Random instances a size; 10 if not set. */
  public Scaling repeats(int repeats) {
    if (repeats < 1) {
      throw new IllegalArgumentException("scaling: " + repeats + " repeats; at least 1 is needed");
    }
    return new Scaling(
        variable, sizes, repeats, seed, threads, model, angles, methods, measure, checkpoint);
  }

  public Scaling seed(long seed) {
    return new Scaling(
        variable, sizes, repeats, seed, threads, model, angles, methods, measure, checkpoint);
  }

  /** Worker threads; the results do not depend on them. */
  public Scaling threads(int threads) {
    if (threads < 1) {
      throw new IllegalArgumentException("scaling: " + threads + " threads; at least 1 is needed");
    }
    return new Scaling(
        variable, sizes, repeats, seed, threads, model, angles, methods, measure, checkpoint);
  }

  /** The model for each size. */
  public Scaling model(IntFunction<Expectation> model) {
    return new Scaling(
        variable, sizes, repeats, seed, threads, model, angles, methods, measure, checkpoint);
  }

  /** The angles of a repeat; normal with mean 0 and standard deviation 0.3 if not set. */
  public Scaling angles(Angles angles) {
    return new Scaling(
        variable, sizes, repeats, seed, threads, model, angles, methods, measure, checkpoint);
  }

  public Scaling methods(GradientMethod... methods) {
    return new Scaling(
        variable,
        sizes,
        repeats,
        seed,
        threads,
        model,
        angles,
        List.of(methods),
        measure,
        checkpoint);
  }

  public Scaling measure(Measure measure) {
    return new Scaling(
        variable, sizes, repeats, seed, threads, model, angles, methods, measure, checkpoint);
  }

  /**
   * Keeps finished points in a file of JSON lines, and goes on from there when it is run again,
   * even after a crash: only what is missing is run, and the file ends with the same bytes as after
   * a run without a break.
   *
   * @throws IllegalArgumentException if the measure is time
   */
  public Scaling checkpoint(String file) {
    return checkpoint(Path.of(file));
  }

  /** As {@link #checkpoint(String)}. */
  public Scaling checkpoint(Path file) {
    if (file.toString().isBlank()) {
      throw new IllegalArgumentException("scaling: the checkpoint needs a file, as in \"x.jsonl\"");
    }
    return new Scaling(
        variable,
        sizes,
        repeats,
        seed,
        threads,
        model,
        angles,
        methods,
        measure,
        Optional.of(file));
  }

  /**
   * Runs everything that is not in the checkpoint yet and shows progress where a notebook listens.
   * An interrupt ends it with the points that are finished.
   *
   * @throws IllegalArgumentException if a method does not apply to a model or the checkpoint is of
   *     another experiment, before anything runs
   */
  public ScalingResults run() {
    List<List<Model>> models = sizes.stream().map(this::models).toList();
    for (List<Model> instances : models) {
      for (GradientMethod method : methods) {
        if (method instanceof SampledGradient sampled) {
          sampled.requireApplicable(instances.get(0));
        }
      }
    }
    var contenders = new ArrayList<Contender>();
    contenders.add(new Contender.Forward(1, Budget.UNLIMITED));
    methods.forEach(method -> contenders.add(Contender.of(method)));
    var points = new ArrayList<ScalingPoint>();
    int total = sizes.size() * contenders.size();
    try (ScalingFile file = ScalingFile.open(checkpoint, header(models));
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
  private Map<String, Object> header(List<List<Model>> models) {
    var header = new LinkedHashMap<String, Object>();
    header.put("backshadow", "scaling");
    header.put("version", 1);
    header.put("seed", seed);
    header.put("repeats", repeats);
    header.put("variable", variable);
    header.put("sizes", sizes);
    header.put("methods", methods.stream().map(Scaling::inFull).toList());
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

  private List<Model> models(int size) {
    Expectation expectation = model.apply(size);
    int parameters = expectation.parameters().size();
    var models = new ArrayList<Model>();
    for (int repeat = 0; repeat < repeats; repeat++) {
      RandomStream random = new Seed(seed).child("angles").child(size).child(repeat).random();
      double[] theta = angles.draw(size, random);
      if (theta.length == 0) {
        theta = new double[parameters];
        Arrays.setAll(theta, k -> SPREAD * random.nextGaussian());
      }
      models.add(expectation.at(theta).model());
    }
    return models;
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
    return measure instanceof Measure.CopiesForError copies
        ? copies.epsilon()
        : measure instanceof Measure.GatesForError gates ? gates.epsilon() : 0;
  }

  private Contender prepared(Contender contender, Model model) {
    if (measure instanceof Measure.ErrorAtCopies at) {
      return contender.within(model, at.copies());
    }
    if (measure instanceof Measure.Time at) {
      return contender.atShots(at.shots());
    }
    return measure instanceof Measure.GatesAtShots at ? contender.atShots(at.shots()) : contender;
  }

  @Override
  public String toString() {
    String names = methods.stream().map(GradientMethod::name).collect(Collectors.joining(", "));
    return "plan: %s over %s %s of forward%s, %d repeats, seed %d; .run() starts it"
        .formatted(
            measure.label(), variable, sizes, names.isEmpty() ? "" : ", " + names, repeats, seed);
  }
}
