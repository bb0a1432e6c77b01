package org.backshadow.experiment.sweep;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.backshadow.experiment.checkpoint.Checkpoint;
import org.backshadow.experiment.checkpoint.Columns;
import org.backshadow.progress.Progress;

/** One run of a sweep: what is missing is done, kept, and shown. */
final class Run<P extends Record> {
  private final Sweep<P> sweep;
  private final SortedMap<Integer, List<Object>> rows = new TreeMap<>();
  private Optional<Columns> columns = Optional.empty();
  private Optional<Class<?>> type = Optional.empty();

  Run(Sweep<P> sweep) {
    this.sweep = sweep;
  }

  SweepResults run() {
    Optional<Checkpoint> file = sweep.file().map(f -> Checkpoint.open(f, sweep.header()));
    try {
      file.ifPresent(this::read);
      boolean complete = work(file);
      if (complete) {
        file.ifPresent(Checkpoint::finish);
      }
      return results(false);
    } finally {
      file.ifPresent(Checkpoint::close);
    }
  }

  private void read(Checkpoint file) {
    columns = file.columns();
    file.rows().forEach((number, row) -> rows.put(number, file.values(number, row.get("result"))));
  }

  private boolean work(Optional<Checkpoint> file) {
    List<Integer> missing =
        IntStream.range(0, sweep.trials()).filter(row -> !rows.containsKey(row)).boxed().toList();
    Progress progress = Progress.of("sweep", sweep.trials());
    progress.advance(rows.size());
    try (var live = new Live(progress, () -> results(true))) {
      boolean complete = work(missing, file, live);
      if (!complete) {
        // A kernel shows no value of a cell that was interrupted: this stays in its place.
        progress.show(results(false));
      }
      return complete;
    }
  }

  private boolean work(List<Integer> missing, Optional<Checkpoint> file, Live live) {
    if (missing.isEmpty() || sweep.machines().isEmpty()) {
      return new Workers<Record>(missing, this::trial)
          .run(
              sweep.threads(),
              (row, result) -> {
                Columns own = columnsOf(result.getClass());
                keep(file, row, own, own.values(result));
                live.advance();
              },
              this::failure);
    }
    Tasks.Keeper keeper =
        (row, type, values) -> {
          if (!rows.containsKey(row)) {
            keep(file, row, columnsOf(type), values);
            live.advance();
          }
        };
    return sweep.machines().get().run(new Tasks<>(sweep, missing, keeper, this::failure));
  }

  private Record trial(int row) throws Exception {
    return Objects.requireNonNull(sweep.trial(row), "the trial returned null");
  }

  private void keep(Optional<Checkpoint> file, int row, Columns own, List<Object> values) {
    if (file.isPresent()) {
      var line = new LinkedHashMap<String, Object>();
      line.put("point", sweep.columns().json(sweep.values(row)));
      line.put(Sweep.REPEAT, row % sweep.repeats());
      line.put("result", own.json(values));
      file.get().append(row, own, line);
    }
    rows.put(row, values);
    columns = Optional.of(own);
  }

  private Columns columnsOf(Class<? extends Record> result) {
    if (type.isPresent() && type.get() == result) {
      return columns.orElseThrow();
    }
    Columns own = Columns.of(result);
    for (String name : own.names()) {
      if (name.equals(Sweep.REPEAT) || sweep.columns().names().contains(name)) {
        throw new IllegalArgumentException(
            "sweep: the result %s has a component %s, which is a column of the points; rename it"
                .formatted(result.getSimpleName(), name));
      }
    }
    if (columns.isPresent() && !columns.get().equals(own)) {
      throw new IllegalArgumentException(
          "sweep: results with %s and with %s; a trial returns one record"
                  .formatted(columns.get(), own)
              + sweep.file().map(f -> ". The first are in " + f).orElse(""));
    }
    type = Optional.of(result);
    return own;
  }

  private RuntimeException failure(int row, Throwable cause) {
    return new IllegalStateException(where(row) + " failed: " + cause + kept(), cause);
  }

  private String where(int row) {
    return "the trial at %s, repeat %d,"
        .formatted(sweep.points().get(row / sweep.repeats()), row % sweep.repeats());
  }

  private String kept() {
    return sweep
        .file()
        .map(f -> "; %s keeps %d finished rows".formatted(f, rows.size()))
        .orElse("");
  }

  private SweepResults results(boolean running) {
    return new SweepResults(
        SweepRows.of(sweep, columns, rows), sweep.trials(), sweep.seed(), sweep.file(), running);
  }
}
