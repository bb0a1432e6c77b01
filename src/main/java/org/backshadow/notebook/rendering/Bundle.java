package org.backshadow.notebook.rendering;

import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Builds a MIME bundle; begins with the plain text, so that there always is one. Not thread-safe.
 */
final class Bundle {
  /** Longer plain text is cut: tables and drawings stay below. */
  private static final int LONGEST = 20_000;

  private final Map<String, Object> data = new LinkedHashMap<>();
  private final Map<String, Object> metadata = new LinkedHashMap<>();

  private Bundle(String text) {
    data.put(Rendering.TEXT, Printable.text(text, LONGEST));
  }

  static Bundle text(String text) {
    return new Bundle(text);
  }

  Bundle html(String html) {
    data.put(Rendering.HTML, html);
    return this;
  }

  /** A picture and the size at which it is shown, in CSS pixels; the picture may hold more. */
  Bundle png(byte[] picture, int width, int height) {
    data.put(Rendering.PNG, Base64.getEncoder().encodeToString(picture));
    metadata.put(Rendering.PNG, Map.of("width", width, "height", height));
    return this;
  }

  Bundle json(String mimeType, Map<String, Object> value) {
    data.put(mimeType, value);
    return this;
  }

  Map<String, Object> toMap() {
    if (!metadata.isEmpty()) data.put(Rendering.METADATA, metadata);
    return data;
  }
}
