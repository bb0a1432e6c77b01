package org.backshadow.experiment;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import org.backshadow.gradient.Expectation;
import org.backshadow.gradient.GradientMethod;
import org.backshadow.gradient.Model;
import org.backshadow.gradient.SampledGradient;
import org.backshadow.resources.RandomStream;
import org.backshadow.resources.Seed;

/**
 * How the cost or the error of gradient methods grows with a size. Immutable; {@link #run}
 * measures.
 *
 * <p>Each repeat has its own random angles, the same for every method. The model's own evaluation
 * ({@code forward}) is measured beside the methods: the paper's question is the gradient's cost in
 * units of it.
 *
 * <pre>{@code
 * var scaling = scaling("parameters", 2, 4, 7).measure(errorAtCopies(4000)).repeats(3).seed(7)
 *     .model(m -> expectation(Ansatz.commutingGenerators(3, m), pauliSum("ZZZ")));
 * scaling.methods(parameterShift()).run().points().size() // 6
 * }</pre>
 */
public final class Scaling {
  /** The angles of a repeat: from the size and the repeat's randomness. */
  @FunctionalInterface
  public interface Angles {
    /** The angles of a model of this size. */
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
    requireNonNull(variable, "variable");
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

  /** The same plan with another seed. */
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
    requireNonNull(model, "model");
    return new Scaling(
        variable, sizes, repeats, seed, threads, model, angles, methods, measure, checkpoint);
  }

  /** The angles of a repeat; normal with mean 0 and standard deviation 0.3 if not set. */
  public Scaling angles(Angles angles) {
    requireNonNull(angles, "angles");
    return new Scaling(
        variable, sizes, repeats, seed, threads, model, angles, methods, measure, checkpoint);
  }

  /** The methods whose growth is measured. */
  public Scaling methods(GradientMethod... methods) {
    requireNonNull(methods, "methods");
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

  /** What is measured for each method and size. */
  public Scaling measure(Measure measure) {
    requireNonNull(measure, "measure");
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
    requireNonNull(file, "file");
    return checkpoint(Path.of(file));
  }

  /** As {@link #checkpoint(String)}. */
  public Scaling checkpoint(Path file) {
    requireNonNull(file, "file");
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
    return new ScalingRun(variable, sizes, repeats, seed, threads, methods, measure, models)
        .run(checkpoint);
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

  @Override
  public String toString() {
    String names = methods.stream().map(GradientMethod::name).collect(Collectors.joining(", "));
    return "plan: %s over %s %s of forward%s, %d repeats, seed %d; .run() starts it"
        .formatted(
            measure.label(), variable, sizes, names.isEmpty() ? "" : ", " + names, repeats, seed);
  }
}
