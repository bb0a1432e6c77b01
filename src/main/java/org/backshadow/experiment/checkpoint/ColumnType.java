package org.backshadow.experiment.checkpoint;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a component of a record holds: a whole number, a number, text, a truth value, or lists of
 * them. Enum constants are text.
 *
 * <pre>{@code
 * record Point(int qubits, List<Double> noise) {}
 * ColumnType noise = Columns.of(Point.class).type("noise");
 * noise.kind() // NUMBER
 * noise.depth() // 1
 * }</pre>
 *
 * @param kind of the value, or of the innermost list's items
 * @param depth how many lists are around it
 */
public record ColumnType(Kind kind, int depth) {
  /** The values a column can hold. */
  public enum Kind {
    /** A whole number. */
    WHOLE,
    /** A number, whole or not. */
    NUMBER,
    /** Text, or the constant of an enum. */
    TEXT,
    /** True or false. */
    BOOLEAN
  }

  private static final String LIST = "list of ";
  private static final Set<Type> WHOLE =
      Set.of(
          byte.class,
          short.class,
          int.class,
          long.class,
          Byte.class,
          Short.class,
          Integer.class,
          Long.class);
  private static final Set<Type> NUMBER =
      Set.of(float.class, double.class, Float.class, Double.class);

  /** Beyond this a double, which readers of JSON use, does not hold every whole number. */
  private static final long EXACT = 1L << 53;

  /**
   * The type of a component.
   *
   * @throws IllegalArgumentException if it cannot stand in a table and a file
   */
  static ColumnType of(String owner, String name, Type type) {
    if (WHOLE.contains(type)) {
      return new ColumnType(Kind.WHOLE, 0);
    }
    if (NUMBER.contains(type)) {
      return new ColumnType(Kind.NUMBER, 0);
    }
    if (type == boolean.class || type == Boolean.class) {
      return new ColumnType(Kind.BOOLEAN, 0);
    }
    if (type == String.class || type instanceof Class<?> c && c.isEnum()) {
      return new ColumnType(Kind.TEXT, 0);
    }
    if (type instanceof ParameterizedType list && list.getRawType() == List.class) {
      ColumnType item = of(owner, name, list.getActualTypeArguments()[0]);
      return new ColumnType(item.kind, item.depth + 1);
    }
    throw new IllegalArgumentException(
        "%s: the component %s is of type %s; components are numbers, strings, booleans, enums, or"
                .formatted(owner, name, type.getTypeName())
            + " lists of them such as List<Double>");
  }

  /** As it stands in a file. */
  String word() {
    return LIST.repeat(depth) + kind.name().toLowerCase(Locale.ROOT);
  }

  static ColumnType ofWord(String word) {
    int depth = 0;
    String rest = word;
    while (rest.startsWith(LIST)) {
      rest = rest.substring(LIST.length());
      depth++;
    }
    for (Kind kind : Kind.values()) {
      if (kind.name().toLowerCase(Locale.ROOT).equals(rest)) {
        return new ColumnType(kind, depth);
      }
    }
    throw new IllegalArgumentException("no type of a column is called \"%.80s\"".formatted(word));
  }

  /** True for single numbers, whole or not. */
  public boolean isNumeric() {
    return depth == 0 && (kind == Kind.WHOLE || kind == Kind.NUMBER);
  }

  /** A component's value as a Long, Double, String, Boolean or list of these. */
  public Object plain(Object value) {
    if (value instanceof List<?> list) {
      return list.stream()
          .map(item -> plain(Objects.requireNonNull(item, "null in a list")))
          .toList();
    }
    return switch (kind) {
      case WHOLE -> ((Number) value).longValue();
      case NUMBER -> ((Number) value).doubleValue();
      case TEXT -> value instanceof Enum<?> constant ? constant.name() : value;
      case BOOLEAN -> value;
    };
  }

  /** Whether a plain value is of this type. */
  public boolean accepts(Object plain) {
    if (depth > 0) {
      var item = new ColumnType(kind, depth - 1);
      return plain instanceof List<?> list && list.stream().allMatch(item::accepts);
    }
    return switch (kind) {
      case WHOLE -> plain instanceof Long;
      case NUMBER -> plain instanceof Double;
      case TEXT -> plain instanceof String;
      case BOOLEAN -> plain instanceof Boolean;
    };
  }

  /** JSON has no infinities, no NaN, and no whole numbers beyond 2^53: those are text there. */
  Object json(Object plain) {
    if (plain instanceof List<?> list) {
      return list.stream().map(this::json).toList();
    }
    if (plain instanceof Double d && !Double.isFinite(d)) {
      return d.toString();
    }
    if (plain instanceof Long whole && Math.abs(whole) > EXACT) {
      return whole.toString();
    }
    return plain;
  }

  /**
   * What {@link #json} made of a value.
   *
   * @throws IllegalArgumentException with the column's name if it made something else
   */
  Object ofJson(String name, @Nullable Object json) {
    Object plain = ofJson(json, depth);
    if (plain == null || !accepts(plain)) {
      throw new IllegalArgumentException(
          "has for %.80s no %s but %.80s".formatted(name, word(), json));
    }
    return plain;
  }

  private @Nullable Object ofJson(@Nullable Object json, int lists) {
    if (lists > 0 && json instanceof List<?> list) {
      var items = new ArrayList<Object>();
      for (Object item : list) {
        Object plain = ofJson(item, lists - 1);
        if (plain == null) {
          return null;
        }
        items.add(plain);
      }
      return List.copyOf(items);
    }
    try {
      return switch (kind) {
        case WHOLE ->
            json instanceof Double d && d == Math.rint(d) && Math.abs(d) <= EXACT
                ? Long.valueOf(d.longValue())
                : json instanceof String s ? Long.valueOf(s) : null;
        case NUMBER -> json instanceof String s ? Double.valueOf(s) : json;
        case TEXT, BOOLEAN -> json;
      };
    } catch (NumberFormatException e) {
      return null;
    }
  }

  /** A plain value as a component's type. */
  static Object as(Type type, Object plain) {
    if (plain instanceof List<?> list) {
      Type item = ((ParameterizedType) type).getActualTypeArguments()[0];
      var items = new ArrayList<Object>();
      list.forEach(value -> items.add(as(item, value)));
      return List.copyOf(items);
    }
    if (plain instanceof Long whole) {
      return type == int.class || type == Integer.class
          ? (Object) Math.toIntExact(whole)
          : type == short.class || type == Short.class
              ? (Object) whole.shortValue()
              : type == byte.class || type == Byte.class ? (Object) whole.byteValue() : whole;
    }
    if (plain instanceof Double number && (type == float.class || type == Float.class)) {
      return number.floatValue();
    }
    if (type instanceof Class<?> c && c.isEnum()) {
      for (Object constant : c.getEnumConstants()) {
        if (((Enum<?>) constant).name().equals(plain)) {
          return constant;
        }
      }
      throw new IllegalArgumentException("%s has no constant %s".formatted(c.getName(), plain));
    }
    return plain;
  }
}
