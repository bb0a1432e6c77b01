package org.backshadow.notebook;

import java.util.Map;

/** What a kernel would send to the front end: data and metadata by MIME type. */
record Shown(Map<String, Object> data, Map<String, Object> metadata) {
  /** Reads the fields that a kernel writes as JSON; the classes have no getters for them. */
  static Shown of(Object displayData) {
    return new Shown(read(displayData, "data"), read(displayData, "metadata"));
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> read(Object displayData, String field) {
    try {
      var f = displayData.getClass().getDeclaredField(field);
      f.setAccessible(true);
      return (Map<String, Object>) f.get(displayData);
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(e);
    }
  }
}
