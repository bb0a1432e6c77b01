package org.backshadow.experiment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
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

  private Scaling(
      String variable,
      List<Integer> sizes,
      int repeats,
      long seed,
      int threads,
      IntFunction<Expectation> model,
      Angles angles,
      List<GradientMethod> methods,
      Measure measure) {
    this.variable = variable;
    this.sizes = sizes;
    this.repeats = repeats;
    this.seed = seed;
    this.threads = threads;
    this.model = model;
    this.angles = angles;
    this.methods = methods;
    this.measure = measure;
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
        new Measure.GatesAtShots(1000));
  }

  /** Random instances a size; 10 if not set. */
  public Scaling repeats(int repeats) {
    if (repeats < 1) {
      throw new IllegalArgumentException("scaling: " + repeats + " repeats; at least 1 is needed");
    }
    return new Scaling(variable, sizes, repeats, seed, threads, model, angles, methods, measure);
  }

  public Scaling seed(long seed) {
    return new Scaling(variable, sizes, repeats, seed, threads, model, angles, methods, measure);
  }

  /** Worker threads; the results do not depend on them. */
  public Scaling threads(int threads) {
    if (threads < 1) {
      throw new IllegalArgumentException("scaling: " + threads + " threads; at least 1 is needed");
    }
    return new Scaling(variable, sizes, repeats, seed, threads, model, angles, methods, measure);
  }

  /** The model for each size. */
  public Scaling model(IntFunction<Expectation> model) {
    return new Scaling(variable, sizes, repeats, seed, threads, model, angles, methods, measure);
  }

  /** The angles of a repeat; normal with mean 0 and standard deviation 0.3 if not set. */
  public Scaling angles(Angles angles) {
    return new Scaling(variable, sizes, repeats, seed, threads, model, angles, methods, measure);
  }

  public Scaling methods(GradientMethod... methods) {
    return new Scaling(
        variable, sizes, repeats, seed, threads, model, angles, List.of(methods), measure);
  }

  public Scaling measure(Measure measure) {
    return new Scaling(variable, sizes, repeats, seed, threads, model, angles, methods, measure);
  }

  /**
   * Runs everything and shows progress where a notebook listens. An interrupt ends it with the
   * points that are finished.
   *
   * @throws IllegalArgumentException if a method does not apply to a model, before anything runs
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
    try (Progress progress = Progress.of("scaling over " + variable, total)) {
      for (int s = 0; s < sizes.size(); s++) {
        List<Truth> truths = Parallel.map(repeats, threads, truth(models.get(s)));
        for (Contender contender : contenders) {
          point(contender, sizes.get(s), models.get(s), truths).forEach(points::add);
          progress.advance(1);
        }
        progress.show(results(points, false).plot());
      }
    } catch (CancellationException e) {
      return results(points, false);
    }
    return results(points, true);
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
    double epsilon = epsilon();
    if (!exact && epsilon > 0) {
      outcomes = new SmallestBudget(contender, models, truths, epsilon, own, threads).find();
    } else {
      outcomes =
          Parallel.map(
              models.size(),
              threads,
              repeat -> {
                Model model = models.get(repeat);
                return prepared(contender, model).run(model, truths.get(repeat), own.child(repeat));
              });
    }
    var value = new Moments();
    var copies = new Moments();
    var circuits = new Moments();
    var gates = new Moments();
    var gradients = new Moments();
    for (Outcome outcome : outcomes) {
      value.add(measure.of(outcome.largest(), outcome.cost()), 1);
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

  private double epsilon() {
    return measure instanceof Measure.CopiesForError copies
        ? copies.epsilon()
        : measure instanceof Measure.GatesForError gates ? gates.epsilon() : 0;
  }

  private Contender prepared(Contender contender, Model model) {
    if (measure instanceof Measure.ErrorAtCopies at) {
      return contender.within(model, at.copies());
    }
    if (measure instanceof Measure.CopiesForGuarantee promise) {
      return contender.guaranteeing(model, promise.epsilon(), promise.delta());
    }
    if (measure instanceof Measure.GatesForGuarantee promise) {
      return contender.guaranteeing(model, promise.epsilon(), promise.delta());
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
