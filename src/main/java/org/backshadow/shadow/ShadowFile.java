package org.backshadow.shadow;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.backshadow.circuit.Circuit;
import org.backshadow.circuit.qasm.Qasm;
import org.backshadow.figure.WholeFile;
import org.backshadow.json.Json;
import org.backshadow.measure.ReadoutErrors;
import org.backshadow.resources.Cost;
import org.jspecify.annotations.Nullable;

/**
 * The file of a shadow, JSON with these names:
 *
 * <ul>
 *   <li>{@code format}: {@code "backshadow classical shadow"}; {@code version}: 1
 *   <li>{@code qubits}, {@code ensemble} (see {@link EnsembleText})
 *   <li>{@code cost}: copies, circuits, gates, depth, as counted
 *   <li>{@code snapshots}: a line each, {@code "XZY 010"} for bases and outcome, qubit 0 leftmost,
 *       or {@code "+XX -ZZ"} for the stabilizers that a Clifford snapshot says
 *   <li>{@code calibration}: likewise, of {@code |0...0>}, where there is one
 *   <li>of simulated shadows {@code circuit} (OpenQASM 3), {@code seed} (a string, since a JSON
 *       number has 53 bits) and {@code readoutErrors} (0 as 1, 1 as 0)
 * </ul>
 */
final class ShadowFile {
  private static final String FORMAT = "backshadow classical shadow";
  private static final long LARGEST = 1L << 30;

  private ShadowFile() {}

  static void write(ClassicalShadow shadow, Path path) {
    ShadowRun run = shadow.run();
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("format", FORMAT);
    json.put("version", 1);
    json.put("qubits", shadow.qubits());
    json.put("ensemble", EnsembleText.of(shadow.ensemble()));
    ShadowPlan plan = shadow.plan();
    if (plan != null) {
      json.put("circuit", plan.circuit().toQasm3());
      json.put("seed", Long.toString(plan.seed()));
      json.put("readoutErrors", List.of(plan.errors().zeroAsOne(), plan.errors().oneAsZero()));
    }
    Cost cost = run.cost();
    json.put("cost", List.of(cost.copies(), cost.circuits(), cost.gates(), cost.depth()));
    json.put("snapshots", lines(run.snapshots()));
    ReadoutCalibration calibration = run.calibration();
    if (calibration != null) {
      json.put("calibration", lines(calibration.zeros()));
    }
    WholeFile.write(path, Json.write(json).getBytes(StandardCharsets.UTF_8));
  }

  private static List<String> lines(Snapshots snapshots) {
    var lines = new ArrayList<String>(snapshots.size());
    for (int t = 0; t < snapshots.size(); t++) {
      lines.add(snapshots.text(t));
    }
    return lines;
  }

  static ClassicalShadow read(Path path) {
    String text;
    try {
      long most = Math.min(LARGEST, Runtime.getRuntime().maxMemory() / 16);
      if (Files.size(path) > most) {
        throw new IllegalArgumentException(
            "%s: %,d bytes; at most %,d are read, 1 GiB or a sixteenth of the heap"
                .formatted(path, Files.size(path), most));
      }
      text = Files.readString(path);
    } catch (CharacterCodingException e) {
      throw new IllegalArgumentException(path + ": not text in UTF-8; a saved shadow is JSON", e);
    } catch (IOException e) {
      throw new UncheckedIOException(
          "cannot read " + path + " (" + e.getClass().getSimpleName() + ")", e);
    }
    try {
      return shadow(new Entry("", Json.parse(text)));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(path + ": " + e.getMessage(), e);
    }
  }

  private static ClassicalShadow shadow(Entry root) {
    if (!root.get("format").text().equals(FORMAT)) {
      throw root.get("format").wrong("is not \"" + FORMAT + "\"");
    }
    if (root.get("version").whole(1, Integer.MAX_VALUE) != 1) {
      throw root.get("version").wrong("is newer than 1, which this version of the library reads");
    }
    int qubits = (int) root.get("qubits").whole(1, 62);
    Entry lines = root.get("snapshots");
    int count = lines.items().size();
    if (count < 2) {
      throw lines.wrong("has " + count + " lines; at least 2 are needed");
    }
    ShadowEnsemble ensemble = EnsembleText.read(root.get("ensemble"), qubits, count);
    Snapshots snapshots;
    if (ensemble instanceof RandomCliffords) {
      snapshots = SnapshotLines.stabilizers(lines, qubits);
    } else {
      ProductSnapshots products = SnapshotLines.products(lines, qubits);
      snapshots = products;
      if (ensemble instanceof DerandomizedBases chosen) {
        ensemble = new DerandomizedBases(chosen.observables(), products.bases());
      }
    }
    ReadoutCalibration calibration = null;
    if (ensemble instanceof CalibratedBases) {
      calibration = new ReadoutCalibration(SnapshotLines.products(root.get("calibration"), qubits));
    }
    List<Entry> cost = root.get("cost").items();
    if (cost.size() != 4) {
      throw root.get("cost").wrong("has " + cost.size() + " numbers; 4 are needed");
    }
    var run = new ShadowRun(snapshots, calibration, cost(cost, qubits));
    ShadowPlan plan = root.has("circuit") ? plan(root, ensemble, qubits, count, calibration) : null;
    return ClassicalShadow.recorded(plan, ensemble, run);
  }

  private static Cost cost(List<Entry> cost, int qubits) {
    long most = 1L << 53;
    return Cost.quantum(
        cost.get(0).whole(0, most),
        cost.get(1).whole(0, most),
        cost.get(2).whole(0, most),
        cost.get(3).whole(0, most),
        qubits);
  }

  private static ShadowPlan plan(
      Entry root,
      ShadowEnsemble ensemble,
      int qubits,
      int snapshots,
      @Nullable ReadoutCalibration calibration) {
    Circuit circuit;
    try {
      circuit = Qasm.read(root.get("circuit").text());
    } catch (RuntimeException e) {
      throw root.get("circuit").wrong("is not a circuit: " + e.getMessage());
    }
    if (circuit.qubits() != qubits) {
      throw root.get("circuit").wrong("has " + circuit.qubits() + " qubits, not " + qubits);
    }
    List<Entry> errors = root.get("readoutErrors").items();
    if (errors.size() != 2) {
      throw root.get("readoutErrors").wrong("has " + errors.size() + " numbers; 2 are needed");
    }
    return new ShadowPlan(
        circuit,
        ensemble,
        snapshots,
        root.get("seed").wholeText(),
        new ReadoutErrors(errors.get(0).number(), errors.get(1).number()),
        calibration == null ? 0 : calibration.size());
  }
}
