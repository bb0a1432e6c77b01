package org.backshadow.experiment.sweep;

import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

/** A sweep of 200 trials in a virtual machine of its own, to be killed; trials keep a diary. */
public final class CrashingSweep {
  record Point(int size, String label) {}

  record Row(double error, long copies, List<Double> parts) {}

  private CrashingSweep() {}

  /** The file, how many threads, the diary, and the milliseconds of a trial. */
  public static void main(String[] args) {
    int millis = Integer.parseInt(args[3]);
    try {
      plan(Path.of(args[0]), Integer.parseInt(args[1]), Path.of(args[2]), millis).run();
      System.out.println("finished");
    } catch (RuntimeException e) {
      System.out.println(e.getMessage());
    }
  }

  static Sweep<Point> plan(Path file, int threads, Path diary, int millis) {
    var points = IntStream.range(0, 40).mapToObj(k -> new Point(k, "point \u00e4 " + k)).toList();
    return Sweep.over(points)
        .repeats(5)
        .seed(11)
        .threads(threads)
        .checkpoint(file)
        .trial(
            (p, seed) -> {
              note(diary, p.size() + ":" + seed + "\n");
              Thread.sleep(millis);
              double error = seed.random().nextGaussian();
              return new Row(error, seed.random().nextLong(), List.of(error, 1 / error));
            });
  }

  /** At the end of the diary, in one piece. */
  private static void note(Path diary, String line) throws IOException {
    try (var out = new FileOutputStream(diary.toFile(), true)) {
      out.write(line.getBytes(StandardCharsets.UTF_8));
    }
  }
}
