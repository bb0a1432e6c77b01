package org.backshadow.notebook.rendering;

import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Values that every kernel can write as JSON. A kernel writes its messages on its own thread, where
 * a NaN or an unknown type would end it: NaN and infinities become null, other types their text.
 */
final class Json {
  private Json() {}

  /** The same value made of maps, lists, strings, finite numbers, booleans and null alone. */
  static @Nullable Object clean(@Nullable Object value) {
    if (value == null || value instanceof String || value instanceof Boolean) return value;
    if (value instanceof Number number)
      return Double.isFinite(number.doubleValue()) ? number : null;
    if (value instanceof Map<?, ?> map) return cleanMap(map);
    if (value instanceof Iterable<?> items) return cleanList(items.iterator());
    if (value.getClass().isArray()) return cleanArray(value);
    return String.valueOf(value);
  }

  static Map<String, Object> cleanMap(Map<?, ?> map) {
    var clean = new LinkedHashMap<String, @Nullable Object>();
    map.forEach((key, value) -> clean.put(String.valueOf(key), clean(value)));
    @SuppressWarnings("unchecked") // the kernels take maps whose values may be null
    var result = (Map<String, Object>) (Map<String, ?>) clean;
    return result;
  }

  private static List<@Nullable Object> cleanList(Iterator<?> items) {
    var list = new ArrayList<@Nullable Object>();
    items.forEachRemaining(item -> list.add(clean(item)));
    return list;
  }

  private static List<@Nullable Object> cleanArray(Object array) {
    var list = new ArrayList<@Nullable Object>();
    for (int i = 0; i < Array.getLength(array); i++) list.add(clean(Array.get(array, i)));
    return list;
  }
}
