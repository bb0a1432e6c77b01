package org.backshadow.experiment;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.backshadow.circuit.Operation;
import org.backshadow.experiment.checkpoint.Checkpoint;
import org.backshadow.experiment.checkpoint.Columns;
import org.backshadow.experiment.checkpoint.Fingerprint;
import org.backshadow.gradient.Model;

/** The finished points of a scaling experiment in its checkpoint, if it has one. */
final class ScalingFile implements AutoCloseable {
  private static final Columns COLUMNS = Columns.of(ScalingPoint.class);
  private static final String RESULT = "result";

  private final Optional<Checkpoint> file;
  private final Map<Integer, Map<?, ?>> found;

  private ScalingFile(Optional<Checkpoint> file) {
    this.file = file;
    this.found = file.<Map<Integer, Map<?, ?>>>map(Checkpoint::rows).orElse(Map.of());
  }

  static ScalingFile open(Optional<Path> path, Map<String, Object> plan) {
    return new ScalingFile(path.map(p -> Checkpoint.open(p, plan)));
  }

  boolean has(int row) {
    return found.containsKey(row);
  }

  /** The point of a row that is there; none where the measure does not apply. */
  List<ScalingPoint> points(int row) {
    return found.get(row).get(RESULT) instanceof Map<?, ?> result
        ? COLUMNS.records(ScalingPoint.class, List.of(file.orElseThrow().values(row, result)))
        : List.of();
  }

  void keep(int row, String method, int size, List<ScalingPoint> points) {
    var line = new LinkedHashMap<String, Object>();
    line.put("at", method + " " + size);
    for (ScalingPoint point : points) {
      line.put(RESULT, COLUMNS.json(COLUMNS.values(point)));
    }
    file.ifPresent(f -> f.append(row, COLUMNS, line));
  }

  void finish() {
    file.ifPresent(Checkpoint::finish);
  }

  @Override
  public void close() {
    file.ifPresent(Checkpoint::close);
  }

  /** A short name for models: circuits gate by gate, observables, angles. */
  static String fingerprint(List<List<Model>> models) {
    var text = new StringBuilder();
    for (List<Model> repeats : models) {
      for (Model model : repeats) {
        for (Operation operation : model.bound().operations()) {
          text.append(operation.instruction().label())
              .append(operation.qubits())
              .append(operation.angles())
              .append(';');
        }
        text.append(model.observable()).append('\n');
      }
    }
    return Fingerprint.of(text.toString());
  }
}
