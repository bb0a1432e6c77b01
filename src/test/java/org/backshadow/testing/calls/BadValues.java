package org.backshadow.testing.calls;

import java.lang.reflect.Array;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a user may give by mistake where a good value is expected. */
final class BadValues {
  private BadValues() {}

  static List<@Nullable Object> of(Parameter parameter, Object good) {
    var bad = new ArrayList<@Nullable Object>();
    Class<?> type = parameter.getType();
    if (!type.isPrimitive() && !parameter.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
      bad.add(null);
    }
    if (type == int.class) {
      bad.addAll(List.of(-1, 0, Integer.MIN_VALUE, Integer.MAX_VALUE));
    } else if (type == long.class) {
      bad.addAll(List.of(-1L, 0L, Long.MIN_VALUE, Long.MAX_VALUE));
    } else if (type == double.class) {
      bad.addAll(
          List.of(Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, -1.0, 1e308));
    } else if (type == String.class && !GoodValues.isPath(parameter)) {
      bad.addAll(List.of("", "\u0000?", "x".repeat(100_000)));
    } else if (type.isArray()) {
      arrays(good, bad);
    } else if (good instanceof Collection<?> items
        && Collection.class.isAssignableFrom(List.class)
        && type.isAssignableFrom(List.class)) {
      Object first = items.iterator().next();
      bad.addAll(
          List.of(List.of(), Collections.singletonList(null), Collections.nCopies(3, first)));
    }
    return bad;
  }

  private static void arrays(Object good, List<@Nullable Object> bad) {
    Class<?> item = good.getClass().getComponentType();
    bad.add(Array.newInstance(item, 0));
    if (good instanceof double[]) {
      bad.addAll(
          List.of(
              new double[] {Double.NaN},
              new double[] {Double.POSITIVE_INFINITY},
              new double[] {0.1, 0.2, 0.3, 0.4, 0.5}));
    } else if (good instanceof int[]) {
      bad.addAll(List.of(new int[] {-1}, new int[] {Integer.MAX_VALUE}, new int[] {1, 1, 1}));
    } else if (!item.isPrimitive()) {
      bad.add(Array.newInstance(item, 1));
      Object many = Array.newInstance(item, 3);
      Arrays.fill((Object[]) many, Array.get(good, 0));
      bad.add(many);
    }
  }

  /** Short enough for a message. */
  static String text(@Nullable Object value) {
    String text =
        value instanceof double[] d
            ? Arrays.toString(d)
            : value instanceof int[] i
                ? Arrays.toString(i)
                : value instanceof Object[] a ? Arrays.toString(a) : String.valueOf(value);
    return text.length() <= 40 ? text : text.substring(0, 37) + "...";
  }
}
