package org.backshadow.experiment.sweep;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.backshadow.experiment.checkpoint.Columns;
import org.backshadow.experiment.checkpoint.Fingerprint;
import org.backshadow.json.Json;
import org.backshadow.resources.Seed;

/**
 * The same trial at many points, repeated. Points and results are records, whose components are the
 * columns of the table. Immutable; {@link #run} runs.
 *
 * <p>The seed of a trial comes from the sweep's seed, the point's values and the repeat: not from
 * the order of the points, of arrival, or the number of threads. A point that is added leaves the
 * rows of the others as they are.
 *
 * <pre>{@code
 * record Point(int qubits, double noise) {}
 * record Row(double zz) {}
 * var results = sweep(grid(Point.class, List.of(2, 3), List.of(0.0, 0.1))).repeats(2).seed(7)
 *     .trial((p, seed) -> {
 *       var noisy = densityMatrix(circuit(p.qubits()).depolarize(0, p.noise()));
 *       return new Row(noisy.expectation("Z".repeat(p.qubits())));
 *     }).checkpoint(Files.createTempDirectory("sweep").resolve("rows.jsonl")).run();
 * results.table().rowCount() // 8
 * }</pre>
 */
public final class Sweep<P extends Record> {
  static final String REPEAT = "repeat";

  private final List<P> points;
  private final Columns columns;
  private final int repeats;
  private final long seed;
  private final int threads;
  private final Optional<Path> checkpoint;
  private final Optional<Trial<? super P, ?>> trial;
  private final Optional<Machines> machines;

  private Sweep(
      List<P> points,
      Columns columns,
      int repeats,
      long seed,
      int threads,
      Optional<Path> checkpoint,
      Optional<Trial<? super P, ?>> trial,
      Optional<Machines> machines) {
    this.points = points;
    this.columns = columns;
    this.repeats = repeats;
    this.seed = seed;
    this.threads = threads;
    this.checkpoint = checkpoint;
    this.trial = trial;
    this.machines = machines;
  }

  /**
   * A plan over these points, each once.
   *
   * @throws IllegalArgumentException if there are none, one stands twice, or a component is no
   *     number, string, boolean, enum or list of them
   */
  public static <P extends Record> Sweep<P> over(List<P> points) {
    if (points.isEmpty()) {
      throw new IllegalArgumentException(
          "sweep: no points; give some, such as List.of(new Point(2, 0.1), new Point(3, 0.1))");
    }
    Columns columns = Columns.of(points.get(0).getClass());
    if (columns.names().contains(REPEAT)) {
      throw new IllegalArgumentException(
          "sweep: a component called repeat; that is the column of the repeats, rename it");
    }
    Set<List<Object>> seen = new HashSet<>();
    for (P point : points) {
      if (point.getClass() != points.get(0).getClass()) {
        throw new IllegalArgumentException(
            "sweep: %s is no %s; the points of a sweep are of one record"
                .formatted(point, points.get(0).getClass().getSimpleName()));
      }
      if (!seen.add(columns.values(point))) {
        throw new IllegalArgumentException(
            "sweep: the point %s stands twice; use .repeats(2) to run each twice".formatted(point));
      }
    }
    return new Sweep<>(
        List.copyOf(points),
        columns,
        1,
        0,
        Runtime.getRuntime().availableProcessors(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /** Trials a point, 1 if not set; more give errors and intervals. */
  public Sweep<P> repeats(int repeats) {
    if (repeats < 1 || (long) repeats * points.size() > Integer.MAX_VALUE) {
      throw new IllegalArgumentException(
          "sweep: %d repeats of %d points; at least 1 and fewer than 2^31 trials in all"
              .formatted(repeats, points.size()));
    }
    return new Sweep<>(points, columns, repeats, seed, threads, checkpoint, trial, machines);
  }

  /** Where all randomness comes from; 0 if not set. */
  public Sweep<P> seed(long seed) {
    return new Sweep<>(points, columns, repeats, seed, threads, checkpoint, trial, machines);
  }

  /** Worker threads, one a processor if not set; the rows do not depend on them. */
  public Sweep<P> threads(int threads) {
    if (threads < 1) {
      throw new IllegalArgumentException("sweep: " + threads + " threads; at least 1 is needed");
    }
    return new Sweep<>(points, columns, repeats, seed, threads, checkpoint, trial, machines);
  }

  /**
   * Keeps finished rows in a file of JSON lines, and goes on from there when it is run again, even
   * after a crash: only what is missing is run, and the file ends with the same bytes as after a
   * run without a break. What the trial does is not in the file: change it, and delete the file.
   */
  public Sweep<P> checkpoint(String file) {
    requireNonNull(file, "file");
    return checkpoint(Path.of(file));
  }

  /** As {@link #checkpoint(String)}. */
  public Sweep<P> checkpoint(Path file) {
    requireNonNull(file, "file");
    if (file.toString().isBlank()) {
      throw new IllegalArgumentException("sweep: the checkpoint needs a file, as in \"x.jsonl\"");
    }
    return new Sweep<>(points, columns, repeats, seed, threads, Optional.of(file), trial, machines);
  }

  /** What is run at each point; its record's components are the columns of the results. */
  public Sweep<P> trial(Trial<? super P, ?> trial) {
    requireNonNull(trial, "trial");
    return new Sweep<>(
        points, columns, repeats, seed, threads, checkpoint, Optional.of(trial), machines);
  }

  /**
   * Runs the trials elsewhere than on threads of this process, as in {@code .on(Spark.local(2))}.
   * The rows are the same bit for bit; the checkpoint stays in this process.
   */
  public Sweep<P> on(Machines machines) {
    requireNonNull(machines, "machines");
    return new Sweep<>(
        points, columns, repeats, seed, threads, checkpoint, trial, Optional.of(machines));
  }

  /**
   * Runs what is not in the checkpoint yet. A notebook shows the bar with the time left, and the
   * results so far; an interrupt ends it with the rows that are finished.
   *
   * @throws IllegalStateException if a trial fails, with the point; finished rows stay in the
   *     checkpoint. Also if another sweep writes the checkpoint
   * @throws IllegalArgumentException if the checkpoint is of another sweep, with the difference, or
   *     if there is no trial
   */
  public SweepResults run() {
    if (trial.isEmpty()) {
      throw new IllegalArgumentException(
          "sweep: no trial; add .trial((point, seed) -> new Row(...)) with a record Row");
    }
    return new Run<>(this).run();
  }

  List<P> points() {
    return points;
  }

  Columns columns() {
    return columns;
  }

  int repeats() {
    return repeats;
  }

  int threads() {
    return threads;
  }

  long seed() {
    return seed;
  }

  Optional<Path> file() {
    return checkpoint;
  }

  int trials() {
    return points.size() * repeats;
  }

  Optional<Machines> machines() {
    return machines;
  }

  Trial<? super P, ?> trial() {
    return trial.orElseThrow();
  }

  /** The trial of a row, numbered by point and then by repeat. */
  Record trial(int row) throws Exception {
    P point = points.get(row / repeats);
    return trial.orElseThrow().run(point, seedOf(row));
  }

  Seed seedOf(int row) {
    String point = Json.write(columns.json(values(row)));
    return new Seed(seed).child(point).child(row % repeats);
  }

  /** The values of a row's point. */
  List<Object> values(int row) {
    return columns.values(points.get(row / repeats));
  }

  /** The first component that is a number and varies. */
  Optional<String> axis() {
    List<List<Object>> all = points.stream().map(columns::values).toList();
    var names = columns.names();
    for (int k = 0; k < names.size(); k++) {
      int at = k;
      if (columns.type(names.get(k)).isNumeric()
          && all.stream().map(point -> point.get(at)).distinct().count() > 1) {
        return Optional.of(names.get(k));
      }
    }
    return Optional.empty();
  }

  /** What makes the sweep what it is: the header of its file. */
  Map<String, Object> header() {
    var all = new ArrayList<>();
    points.forEach(point -> all.add(columns.json(columns.values(point))));
    var header = new LinkedHashMap<String, Object>();
    header.put("backshadow", "sweep");
    header.put("version", 1);
    header.put("seed", seed);
    header.put("points", points.size());
    header.put("repeats", repeats);
    header.put("rows", trials());
    header.put("columns", columns.words());
    header.put("fingerprint of the points", Fingerprint.of(Json.write(all)));
    return header;
  }

  @Override
  public String toString() {
    return "plan: %d points %s, %d %s, seed %d; .run() starts it"
        .formatted(points.size(), columns, repeats, repeats == 1 ? "repeat" : "repeats", seed);
  }
}
