package org.backshadow.figure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * Files that are written whole or not at all: beside their place first, then moved there.
 *
 * <pre>{@code
 * var path = Files.createTempDirectory("results").resolve("value.json");
 * WholeFile.write(path, "[0.46]".getBytes());
 * Files.readString(path) // [0.46]
 * }</pre>
 */
public final class WholeFile {
  private WholeFile() {}

  /**
   * Writes a file in place of an earlier one; folders that are missing are made.
   *
   * @throws UncheckedIOException with the path and the reason
   */
  public static void write(Path path, byte[] bytes) {
    Path target = path.toAbsolutePath();
    Path beside =
        target.resolveSibling(
            "." + target.getFileName() + "." + Long.toHexString(System.nanoTime()));
    try {
      Files.createDirectories(target.getParent());
      try {
        Files.write(beside, bytes, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        move(beside, target);
      } finally {
        Files.deleteIfExists(beside);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(
          "cannot write " + path + " (" + e.getClass().getSimpleName() + ")", e);
    }
  }

  private static void move(Path from, Path to) throws IOException {
    try {
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
    }
  }
}
