package org.backshadow.experiment.checkpoint;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.backshadow.json.Json;

/**
 * The components of a record as columns: their names, their types, and records to values and back.
 * The values of a row are Long, Double, String, Boolean and lists of these.
 *
 * <pre>{@code
 * record Point(int qubits, double noise) {}
 * Columns columns = Columns.of(Point.class);
 * columns.names() // [qubits, noise]
 * columns.values(new Point(3, 0.1)) // [3, 0.1]
 * }</pre>
 */
public final class Columns {
  private final Map<String, ColumnType> types;

  private Columns(Map<String, ColumnType> types) {
    this.types = types;
  }

  /**
   * The columns of a record.
   *
   * @throws IllegalArgumentException if it has no components or one that cannot stand in a file
   */
  public static Columns of(Class<? extends Record> type) {
    var types = new LinkedHashMap<String, ColumnType>();
    for (RecordComponent component : type.getRecordComponents()) {
      String name = component.getName();
      types.put(name, ColumnType.of(type.getSimpleName(), name, component.getGenericType()));
    }
    if (types.isEmpty()) {
      throw new IllegalArgumentException(
          type.getSimpleName() + " has no components; they are the columns");
    }
    return new Columns(types);
  }

  /** The columns as {@link #words} gave them. */
  static Columns ofWords(Map<?, ?> words) {
    var types = new LinkedHashMap<String, ColumnType>();
    words.forEach(
        (name, word) -> types.put(String.valueOf(name), ColumnType.ofWord(String.valueOf(word))));
    return new Columns(types);
  }

  /** Names and types in words, as they stand in a file. */
  public Map<String, Object> words() {
    var words = new LinkedHashMap<String, Object>();
    types.forEach((name, type) -> words.put(name, type.word()));
    return words;
  }

  /** The names in order. */
  public List<String> names() {
    return List.copyOf(types.keySet());
  }

  /** The type of a column of these. */
  public ColumnType type(String name) {
    return Objects.requireNonNull(types.get(name), name);
  }

  /**
   * The values of a record's components.
   *
   * @throws IllegalArgumentException if one is null
   */
  public List<Object> values(Record row) {
    var values = new ArrayList<Object>();
    for (RecordComponent component : row.getClass().getRecordComponents()) {
      Object value = read(row, component);
      if (value == null) {
        throw new IllegalArgumentException(
            "%s: the component %s is null".formatted(row, component.getName()));
      }
      values.add(type(component.getName()).plain(value));
    }
    return List.copyOf(values);
  }

  @SuppressWarnings("NullAway")
  private static Object read(Record row, RecordComponent component) {
    try {
      Method accessor = component.getAccessor();
      accessor.setAccessible(true);
      return accessor.invoke(row);
    } catch (IllegalAccessException | InvocationTargetException e) {
      throw new IllegalArgumentException(
          "cannot read %s of %s".formatted(component.getName(), row.getClass().getName()), e);
    }
  }

  /** Values by name, fit for {@link Json}. */
  public Map<String, Object> json(List<Object> values) {
    var json = new LinkedHashMap<String, Object>();
    int k = 0;
    for (var entry : types.entrySet()) {
      json.put(entry.getKey(), entry.getValue().json(values.get(k++)));
    }
    return json;
  }

  /**
   * The values that {@link #json} made.
   *
   * @throws IllegalArgumentException if they are others
   */
  public List<Object> ofJson(Map<?, ?> json) {
    if (!json.keySet().equals(types.keySet())) {
      throw new IllegalArgumentException(
          "has values of %.200s, not of %.200s".formatted(json.keySet(), types.keySet()));
    }
    var values = new ArrayList<Object>();
    types.forEach((name, type) -> values.add(type.ofJson(name, json.get(name))));
    return List.copyOf(values);
  }

  /**
   * The values as records of a class.
   *
   * @throws IllegalArgumentException if its components are others
   */
  public <R extends Record> List<R> records(Class<R> type, List<List<Object>> rows) {
    if (!of(type).equals(this)) {
      throw new IllegalArgumentException(
          "the rows have %s but %s has %s".formatted(this, type.getSimpleName(), of(type)));
    }
    var components = type.getRecordComponents();
    var classes = new Class<?>[components.length];
    for (int k = 0; k < classes.length; k++) {
      classes[k] = components[k].getType();
    }
    var records = new ArrayList<R>();
    try {
      Constructor<R> constructor = type.getDeclaredConstructor(classes);
      constructor.setAccessible(true);
      for (List<Object> row : rows) {
        var arguments = new Object[classes.length];
        for (int k = 0; k < classes.length; k++) {
          arguments[k] = ColumnType.as(components[k].getGenericType(), row.get(k));
        }
        records.add(constructor.newInstance(arguments));
      }
    } catch (ReflectiveOperationException e) {
      throw new IllegalArgumentException("cannot make a " + type.getName(), e);
    }
    return List.copyOf(records);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Columns columns
        && List.copyOf(types.entrySet()).equals(List.copyOf(columns.types.entrySet()));
  }

  @Override
  public int hashCode() {
    return types.hashCode();
  }

  /** Names and types: {@code {qubits: whole, noise: number}}. */
  @Override
  public String toString() {
    var text = new ArrayList<String>();
    types.forEach((name, type) -> text.add(name + ": " + type.word()));
    return "{" + String.join(", ", text) + "}";
  }
}
