package org.backshadow.experiment.paper;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.backshadow.estimate.Interval;
import org.backshadow.estimate.Moments;
import org.backshadow.estimate.Rounding;
import org.backshadow.figure.Figure;
import org.backshadow.resources.Cost;
import org.backshadow.resources.Once;
import org.backshadow.resources.Seed;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * The gradient of a {@link StochasticChain} from one set of trajectories: a plan that runs on first
 * read. Immutable.
 *
 * <pre>{@code
 * ChainGradient g = bitFlips(0.3, 0.6).trajectories(10_000).seed(1);
 * g.values() // [-0.1248, -0.1877]
 * g.standardErrors() // [0.004388, 0.004387]
 * bitFlips(0.3, 0.6).gradient() // [-0.1188, -0.1921]
 * }</pre>
 */
public final class ChainGradient {
  private record Run(double[] values, double[] errors) {}

  private final StochasticChain chain;
  private final long trajectories;
  private final long seed;
  private final Once<Run> run;

  ChainGradient(StochasticChain chain, long trajectories, long seed) {
    if (trajectories < 2) {
      throw new IllegalArgumentException(
          trajectories + " trajectories; at least 2 are needed for an error");
    }
    this.chain = chain;
    this.trajectories = trajectories;
    this.seed = seed;
    this.run = Once.of(this::sample);
  }

  /** The same plan with another seed. */
  public ChainGradient seed(long seed) {
    return new ChainGradient(chain, trajectories, seed);
  }

  private Run sample() {
    int parameters = chain.parameters();
    var random = new Seed(seed).child("trajectories").random();
    double[] terms = new double[parameters];
    var moments = IntStream.range(0, parameters).mapToObj(t -> new Moments()).toList();
    for (long i = 0; i < trajectories; i++) {
      chain.sample(random, terms);
      for (int t = 0; t < parameters; t++) {
        moments.get(t).add(terms[t], 1);
      }
    }
    return new Run(
        moments.stream().mapToDouble(Moments::mean).toArray(),
        moments.stream().mapToDouble(m -> Math.sqrt(m.variance() / m.count())).toArray());
  }

  /** The components, in the order of the steps. */
  public double[] values() {
    return run.get().values().clone();
  }

  /** The standard error of each. */
  public double[] standardErrors() {
    return run.get().errors().clone();
  }

  /** The interval of a component at a confidence. */
  public Interval interval(int step, double confidence) {
    Run known = run.get();
    return Interval.around(
        known.values()[step], known.errors()[step], trajectories - 1.0, confidence);
  }

  /** How many trajectories all components share. */
  public long trajectories() {
    return trajectories;
  }

  /** Steps of all trajectories, and the sums that are held: classical work alone. */
  public Cost cost() {
    return Cost.classical(
        Math.multiplyExact(trajectories, (long) chain.parameters()), 40L * chain.parameters());
  }

  /** The largest error of a component, against the exact gradient. */
  public double largestError() {
    double[] exact = chain.gradient();
    double[] values = values();
    return IntStream.range(0, exact.length)
        .mapToDouble(t -> Math.abs(values[t] - exact[t]))
        .max()
        .orElse(0);
  }

  /** A row a step: parameter | gradient | standard error | low | high (95 %) | exact. */
  public Table table() {
    double[] values = values();
    return Table.create(
        origin(),
        StringColumn.create("parameter", names()),
        DoubleColumn.create("gradient", values),
        DoubleColumn.create("standard error", standardErrors()),
        DoubleColumn.create("low", ends().map(Interval::low).toArray(Double[]::new)),
        DoubleColumn.create("high", ends().map(Interval::high).toArray(Double[]::new)),
        DoubleColumn.create("exact", chain.gradient()));
  }

  private Stream<Interval> ends() {
    return IntStream.range(0, chain.parameters()).mapToObj(t -> interval(t, 0.95));
  }

  private List<String> names() {
    return IntStream.range(0, chain.parameters()).mapToObj(t -> "theta" + t).toList();
  }

  /** Bars of the components with their 95 % intervals. */
  public Figure plot() {
    return Figure.of("gradient of a Markov chain")
        .x("parameter")
        .y("dF/dtheta")
        .bars("trajectories", names(), values(), ends().mapToDouble(i -> i.width() / 2).toArray())
        .caption("bars: 95 % intervals; " + origin());
  }

  private String origin() {
    return Rounding.count(trajectories) + " trajectories, seed " + seed;
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "Markov chain (%s): %d components, largest error %.2g",
        origin(),
        chain.parameters(),
        largestError());
  }
}
