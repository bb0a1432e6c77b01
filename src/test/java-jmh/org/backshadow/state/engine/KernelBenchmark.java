package org.backshadow.state.engine;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * The kernels on a piece of 256 KiB, and beside each, named plain, the loop over arrays that does
 * its arithmetic where neither flips nor signs are to be looked up. The goal of every kernel: at
 * most 1.5 times its plain loop in the same run.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class KernelBenchmark {
  private static final double GOAL = 1.5;
  private static final String PLAIN = "plain";
  private static final int AMPLITUDES = 1 << 14;

  /** So small that 1 + TAN^2 is 1: numbers stay as they are however often they are turned. */
  private static final double TAN = 1e-9;

  private final Kernels kernels = KernelChoice.best();
  private final int width = kernels.width();
  private final int rows = AMPLITUDES / width;
  private final double[] u = numbers(1);
  private final double[] l = numbers(2);
  private final double[] state = numbers(3);
  private final byte[] keys = new byte[2 * rows];
  private final double[] cosines = new double[2 * width];
  private final double[] sines = new double[2 * width];
  private final double[] sums = new double[2];
  private final LocalString first = new LocalString(5, 0, rows | 4, 3, 0);
  private final LocalString second = new LocalString(rows | 24, 0, rows | 2, 5, 0);
  private final LocalString third = new LocalString(64, 0, 64, 2, 0);
  private final Orbits two = Orbits.of(List.of(first, second)).orElseThrow();
  private final Orbits three = Orbits.of(List.of(first, second, third)).orElseThrow();
  private final LocalString lanes = new LocalString(5, 1, rows | 4, 1, 0);
  private final Coset coset;

  public KernelBenchmark() {
    for (int v = 0; v < keys.length; v++) {
      keys[v] = (byte) (Integer.bitCount(v & 11) & 1);
    }
    Arrays.fill(cosines, 1);
    int laneBits = Integer.numberOfTrailingZeros(width);
    var blocking = new Planner.Blocking(13, 8);
    coset = new PieceSpace(14, laneBits, blocking).coset();
  }

  private static double[] numbers(int seed) {
    double[] numbers = new double[2 * AMPLITUDES];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = StrictMath.sin(seed + i);
    }
    return numbers;
  }

  @Benchmark
  public void rotate() {
    kernels.rotate(u, rows, first, TAN);
  }

  @Benchmark
  public void rotateAndFlipLanes() {
    kernels.rotate(u, rows, lanes, TAN);
  }

  private static void plainRotation(double[] u) {
    int half = u.length / 2;
    for (int i = 0; i < half; i++) {
      double a = u[i];
      double b = u[i + half];
      u[i] = a + TAN * b;
      u[i + half] = b - TAN * a;
    }
  }

  @Benchmark
  public void plainRotate() {
    plainRotation(u);
  }

  @Benchmark
  public void plainRotateAndFlipLanes() {
    plainRotation(u);
  }

  @Benchmark
  public void rotateTwice() {
    kernels.rotateTwice(u, rows, two, TAN, -TAN);
  }

  @Benchmark
  public void plainRotateTwice() {
    plainRotation(u);
    plainRotation(u);
  }

  @Benchmark
  public void rotateThrice() {
    kernels.rotateThrice(u, rows, three, TAN, -TAN, TAN);
  }

  @Benchmark
  public void plainRotateThrice() {
    plainRotation(u);
    plainRotation(u);
    plainRotation(u);
  }

  @Benchmark
  public double rotateBoth() {
    return kernels.rotateBoth(u, l, rows, first, TAN);
  }

  @Benchmark
  public double plainRotateBoth() {
    return plainBoth(u, l);
  }

  private static double plainBoth(double[] u, double[] l) {
    int half = u.length / 2;
    double sum = 0;
    for (int i = 0; i < half; i++) {
      double a = u[i];
      double b = u[i + half];
      double c = l[i];
      double d = l[i + half];
      sum += c * b - d * a;
      u[i] = a + TAN * b;
      u[i + half] = b - TAN * a;
      l[i] = c + TAN * d;
      l[i + half] = d - TAN * c;
    }
    return sum;
  }

  @Benchmark
  public double rotateBothTwice() {
    kernels.rotateBothTwice(u, l, rows, two, TAN, -TAN, sums);
    return sums[0];
  }

  @Benchmark
  public double plainRotateBothTwice() {
    return plainBoth(u, l) + plainBoth(u, l);
  }

  @Benchmark
  public void turnPhases() {
    kernels.turnPhases(u, rows, keys, 0, cosines, sines);
  }

  @Benchmark
  public void plainTurnPhases() {
    double c = cosines[0];
    int half = u.length / 2;
    for (int i = 0; i < half; i++) {
      double a = u[i];
      double b = u[i + half];
      u[i] = a * c - b * TAN;
      u[i + half] = a * TAN + b * c;
    }
  }

  @Benchmark
  public double products() {
    return kernels.products(u, rows, first, 0.5, second, 0.5);
  }

  @Benchmark
  public double plainProducts() {
    return plainDot(u, l) + plainDot(l, u);
  }

  private static double plainDot(double[] u, double[] l) {
    double sum = 0;
    for (int i = 0; i < u.length; i++) {
      sum += u[i] * l[i];
    }
    return sum;
  }

  @Benchmark
  public void gather() {
    kernels.gather(state, u, 0, coset, 0);
  }

  @Benchmark
  public void plainGather() {
    System.arraycopy(state, 0, u, 0, coset.rows() * width);
  }

  @Benchmark
  public void scatter() {
    kernels.scatter(u, 0, state, coset, 0, 1);
  }

  @Benchmark
  public void plainScatter() {
    for (int i = 0; i < coset.rows() * width; i++) {
      state[i] = 1.0 * u[i];
    }
  }

  /** Runs all of them and prints the ratios. */
  public static void main(String[] arguments) throws RunnerException {
    var options = new OptionsBuilder().include(KernelBenchmark.class.getSimpleName()).build();
    Map<String, Double> scores = new TreeMap<>();
    for (RunResult result : new Runner(options).run()) {
      scores.put(result.getPrimaryResult().getLabel(), result.getPrimaryResult().getScore());
    }
    System.out.printf("%n%-20s %10s %10s %6s   goal %s%n", "kernel", "us", "plain", "ratio", GOAL);
    scores.forEach(
        (name, score) -> {
          if (!name.startsWith(PLAIN)) {
            String first = name.substring(0, 1).toUpperCase(Locale.ROOT);
            double plain = scores.get(PLAIN + first + name.substring(1));
            String verdict = score <= GOAL * plain ? "" : "missed";
            System.out.printf(
                Locale.ROOT,
                "%-20s %10.2f %10.2f %6.2f   %s%n",
                name,
                score,
                plain,
                score / plain,
                verdict);
          }
        });
  }
}
