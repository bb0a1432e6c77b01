package org.backshadow.experiment.checkpoint;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A short name for long text: two texts with the same one are the same.
 *
 * <pre>{@code
 * Fingerprint.of("the plan of a sweep").length() // 16
 * }</pre>
 */
public final class Fingerprint {
  private Fingerprint() {}

  /** The first 16 hexadecimal digits of the SHA-256 hash. */
  public static String of(String text) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, 8);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
