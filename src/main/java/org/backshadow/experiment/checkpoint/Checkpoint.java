package org.backshadow.experiment.checkpoint;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.backshadow.json.Json;
import org.jspecify.annotations.Nullable;

/**
 * A file that keeps finished rows: one JSON line each below a header, appended as they come and
 * forced to the disk. Opened again with the same plan it hands out what it holds.
 *
 * <p>Rows stand in order of arrival until {@link #finish}, which puts them in order of their number
 * at once and whole: a resumed experiment ends with the same bytes as one that ran through. The
 * header begins with the plan and ends with the columns of the results, known from the first row.
 *
 * <p>One experiment at a time writes a file: it holds the operating system's lock. Not thread-safe.
 *
 * <pre>{@code
 * record Row(double error) {}
 * var path = Files.createTempDirectory("rows").resolve("rows.jsonl");
 * try (var file = Checkpoint.open(path, Map.of("rows", 2, "seed", 7))) {
 *   file.append(0, Columns.of(Row.class), Map.of("error", 0.1));
 * }
 * try (var again = Checkpoint.open(path, Map.of("rows", 2, "seed", 7))) {
 *   System.out.println("still to do: " + (2 - again.rows().size()) + " of 2");
 * }
 * }</pre>
 */
public final class Checkpoint implements AutoCloseable {
  private static final String RESULTS = "results";
  private static final String ROW = "row";

  private final Path path;
  private final Map<String, Object> plan;
  // A RandomAccessFile, since an interrupt during a write would close a channel.
  private final RandomAccessFile file;
  private final SortedMap<Integer, String> lines = new TreeMap<>();
  private final SortedMap<Integer, Map<?, ?>> rows = new TreeMap<>();
  private Optional<Columns> columns = Optional.empty();
  private String header = "";
  private boolean sorted = true;
  private long length;

  private Checkpoint(Path path, Map<String, Object> plan, RandomAccessFile file) {
    this.path = path;
    this.plan = new LinkedHashMap<>(plan);
    this.file = file;
  }

  /**
   * Opens a file, new or begun with the same plan.
   *
   * @param plan what makes the experiment what it is, fit for {@link Json}; its entry {@code rows}
   *     is how many rows there will be
   * @throws IllegalArgumentException if the file holds something else, with the difference
   * @throws IllegalStateException if another experiment is writing it
   * @throws UncheckedIOException if it cannot be read or written
   */
  public static Checkpoint open(Path path, Map<String, Object> plan) {
    try {
      Path absolute = path.toAbsolutePath();
      Files.createDirectories(absolute.getParent());
      var file = new RandomAccessFile(absolute.toFile(), "rw");
      var checkpoint = new Checkpoint(path, plan, file);
      try {
        checkpoint.lock();
        checkpoint.read();
        return checkpoint;
      } catch (IOException | RuntimeException e) {
        file.close();
        throw e;
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot open %s: %s".formatted(path, reason(e)), e);
    }
  }

  /**
   * On POSIX systems the lock is gone as soon as this process closes the file elsewhere, so nothing
   * here reads it by another handle; within this process Java refuses a second lock all the same.
   */
  private void lock() throws IOException {
    FileLock lock;
    try {
      lock = file.getChannel().tryLock();
    } catch (OverlappingFileLockException e) {
      lock = null;
    }
    if (lock == null) {
      throw new IllegalStateException(
          "%s is being written by another experiment; wait for it or use another file"
              .formatted(path));
    }
  }

  private void read() throws IOException {
    long most = Math.min(Integer.MAX_VALUE - 8, Runtime.getRuntime().maxMemory() / 16);
    if (file.length() > most) {
      throw new IllegalArgumentException(
          "%s has %,d bytes; at most %,d, a sixteenth of the heap, are read. Raise -Xmx"
              .formatted(path, file.length(), most));
    }
    byte[] bytes = new byte[(int) file.length()];
    file.readFully(bytes);
    int end = bytes.length;
    while (end > 0 && bytes[end - 1] != '\n') {
      end--;
    }
    String[] all = new String(bytes, 0, end, StandardCharsets.UTF_8).split("\n");
    // What comes after the last end of a line is torn; only a line of ours may be dropped.
    if (end == 0 || all.length == 0) {
      requireOurs(new String(bytes, StandardCharsets.UTF_8));
    } else {
      header(all[0]);
      for (int k = 1; k < all.length; k++) {
        row(all[k], k + 1);
      }
    }
    length = end;
  }

  /** Not before there is something to write: whoever refuses the rows leaves the file as it is. */
  private void dropTornTail() throws IOException {
    if (file.length() > length) {
      file.setLength(length);
    }
    file.seek(length);
  }

  private void requireOurs(String text) {
    String begin = begin(Json.write(plan));
    if (!begin.startsWith(text) && !text.startsWith(begin)) {
      throw foreign();
    }
  }

  /** A JSON object that goes on. */
  private static String begin(String object) {
    return object.substring(0, object.length() - 1);
  }

  private IllegalArgumentException foreign() {
    return new IllegalArgumentException(
        "%s is no checkpoint of an experiment and is left as it is; use another file"
            .formatted(path));
  }

  private void header(String line) {
    if (!(parse(line) instanceof Map<?, ?> found) || !(found.get(RESULTS) instanceof Map<?, ?> r)) {
      throw foreign();
    }
    // Compared as read back, so that numbers are of one kind.
    var expected = (Map<?, ?>) parse(Json.write(plan));
    var differences = new Differences(found, expected, RESULTS);
    if (!line.startsWith(begin(Json.write(plan)) + ",")) {
      throw new IllegalArgumentException(
          "%s holds another experiment: %s. Use another file, or delete this one"
              .formatted(path, differences));
    }
    try {
      columns = Optional.of(Columns.ofWords(r));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("%s:1: %s".formatted(path, e.getMessage()), e);
    }
    header = line;
  }

  private void row(String line, int number) {
    long rowsInAll = ((Number) plan.get("rows")).longValue();
    if (!(parse(line) instanceof Map<?, ?> row)
        || !(row.get(ROW) instanceof Double index)
        || !(index >= 0 && index < rowsInAll && index == Math.rint(index))) {
      throw new IllegalArgumentException(
          "%s:%d: not a row of this experiment; restore the file or delete it"
              .formatted(path, number));
    }
    int at = index.intValue();
    sorted &= lines.isEmpty() || lines.lastKey() < at;
    lines.put(at, line);
    rows.put(at, row);
  }

  private static Object parse(String line) {
    try {
      Object value = Json.parse(line);
      return value == null ? "" : value;
    } catch (IllegalArgumentException e) {
      return "";
    }
  }

  /** The rows that the file held when it was opened, by their number. */
  public SortedMap<Integer, Map<?, ?>> rows() {
    return new TreeMap<>(rows);
  }

  /**
   * The values of the results of a row that the file held.
   *
   * @param results what {@link Columns#json} made of them
   * @throws IllegalArgumentException if they are not of its columns
   */
  public List<Object> values(int number, @Nullable Object results) {
    String what = "has no results";
    if (results instanceof Map<?, ?> map) {
      try {
        return columns.orElseThrow().ofJson(map);
      } catch (IllegalArgumentException e) {
        what = String.valueOf(e.getMessage());
      }
    }
    throw new IllegalArgumentException(
        "%s: row %d %s; restore the file or delete it".formatted(path, number, what));
  }

  /** The columns of the results, once a row is there. */
  public Optional<Columns> columns() {
    return columns;
  }

  /**
   * Appends a row and forces it to the disk.
   *
   * @param results the columns of its results, the same for every row
   * @throws IllegalArgumentException if the columns are others than before
   * @throws UncheckedIOException if the disk is full or gone; the rows before are kept
   */
  public void append(int number, Columns results, Map<String, Object> row) {
    var text = new StringBuilder();
    if (columns.isEmpty()) {
      var all = new LinkedHashMap<>(plan);
      all.put(RESULTS, results.words());
      header = Json.write(all);
      text.append(header).append('\n');
    } else if (!columns.get().equals(results)) {
      throw new IllegalArgumentException(
          "%s holds results with %s, not with %s; use another file"
              .formatted(path, columns.get(), results));
    }
    var numbered = new LinkedHashMap<String, Object>();
    numbered.put(ROW, number);
    numbered.putAll(row);
    String line = Json.write(numbered);
    write(text.append(line).append('\n').toString());
    columns = Optional.of(results);
    sorted &= lines.isEmpty() || lines.lastKey() < number;
    lines.put(number, line);
  }

  private void write(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    try {
      dropTornTail();
      file.write(bytes);
      file.getFD().sync();
      length += bytes.length;
    } catch (IOException e) {
      dropTornLine(e);
      throw new UncheckedIOException(
          "cannot write %s: %s. It keeps the %d finished rows; make room and run the same again"
              .formatted(path, reason(e), lines.size()),
          e);
    }
  }

  private void dropTornLine(IOException cause) {
    try {
      file.setLength(length);
    } catch (IOException again) {
      // Then whoever opens the file next drops the line.
      cause.addSuppressed(again);
    }
  }

  /**
   * Puts the rows in order, once all are there.
   *
   * @throws UncheckedIOException if there is no room for a second copy; the file stays as it is
   */
  public void finish() {
    if (sorted) {
      try {
        dropTornTail();
      } catch (IOException e) {
        throw new UncheckedIOException("cannot write %s: %s".formatted(path, reason(e)), e);
      }
      return;
    }
    var text = new StringBuilder(header).append('\n');
    lines.values().forEach(line -> text.append(line).append('\n'));
    Path target = path.toAbsolutePath();
    // Always the same name beside it, so that a crash leaves at most one, for the next to replace.
    Path beside = target.resolveSibling("." + target.getFileName() + ".sorted");
    try {
      try (var copy = new RandomAccessFile(beside.toFile(), "rw")) {
        copy.setLength(0);
        copy.write(text.toString().getBytes(StandardCharsets.UTF_8));
        copy.getFD().sync();
      } catch (IOException e) {
        Files.deleteIfExists(beside);
        throw e;
      }
      file.close();
      move(beside, target);
      sorted = true;
    } catch (IOException e) {
      throw new UncheckedIOException(
          "cannot put the rows of %s in order: %s. It keeps all %d; make room and run the same again"
              .formatted(path, reason(e), lines.size()),
          e);
    }
  }

  private static void move(Path from, Path to) throws IOException {
    try {
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private static String reason(IOException e) {
    return String.valueOf(e.getMessage());
  }

  @Override
  public void close() {
    try {
      file.close();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot close %s: %s".formatted(path, reason(e)), e);
    }
  }
}
