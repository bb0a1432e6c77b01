package org.backshadow.experiment.spark;

import java.util.List;
import java.util.stream.IntStream;
import org.backshadow.experiment.sweep.Sweep;
import org.backshadow.resources.RandomStream;

/** A sweep whose rows show every bit: doubles drawn from the seed, text, lists. */
final class Waves {
  record Point(int qubits, double noise) {}

  record Row(double mean, List<Double> draws, String name) {}

  private Waves() {}

  static Sweep<Point> sweep(int points, int repeats) {
    return Sweep.over(
            IntStream.range(0, points).mapToObj(k -> new Point(k, Math.sqrt(k + 0.1))).toList())
        .repeats(repeats)
        .seed(11)
        .trial((p, seed) -> row(p, seed.random()));
  }

  static Row row(Point point, RandomStream random) {
    double first = random.nextGaussian();
    double second = random.nextDouble() * point.noise();
    return new Row((first + second) / 2, List.of(first, second), "at " + point.qubits());
  }
}
