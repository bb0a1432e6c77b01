package org.backshadow.testing.calls;

import java.lang.reflect.Array;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Proxy;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.lang.reflect.WildcardType;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A few valid values of each type: some given, the rest found by calling the library with those
 * already there.
 */
final class GoodValues {
  private static final int MOST = 3;
  private static final int MOST_TRIES = 150;

  private final Map<Class<?>, List<Object>> values = new LinkedHashMap<>();
  private final Set<Executable> slow = new HashSet<>();
  private final Calls calls;
  private final Path folder;

  GoodValues(Calls calls, Path folder) {
    this.calls = calls;
    this.folder = folder;
  }

  void give(Class<?> type, Object... some) {
    values.computeIfAbsent(type, t -> new ArrayList<>()).addAll(List.of(some));
  }

  /** Calls everything until no new type appears. */
  void discover(List<? extends Executable> all) {
    for (boolean more = true; more; ) {
      more = false;
      for (Executable call : all) {
        Class<?> type = type(call);
        if (type.getName().startsWith("org.backshadow") && of(type).size() < MOST) {
          var made = call(call);
          if (made != null
              && made.result() != NONE
              && of(type).stream().noneMatch(v -> same(v, made.result()))) {
            values.computeIfAbsent(type, t -> new ArrayList<>()).add(made.result());
            more = true;
          }
        }
      }
    }
  }

  private static boolean same(Object a, Object b) {
    return a == b || a.equals(b) || String.valueOf(a).equals(String.valueOf(b));
  }

  private static Class<?> type(Executable call) {
    return call instanceof Method m
        ? m.getReturnType()
        : ((Constructor<?>) call).getDeclaringClass();
  }

  record Made(@Nullable Object receiver, Object[] arguments, Object result) {}

  /** The first combination of values that this call takes; null if none does. */
  @Nullable Made call(Executable call) {
    if (slow.contains(call)) {
      return null;
    }
    for (Object receiver : receivers(call)) {
      for (Object[] arguments : combinations(call)) {
        var outcome = calls.run(call, receiver == NONE ? null : receiver, arguments);
        if (!outcome.finished()) {
          slow.add(call);
          return null;
        }
        if (outcome.failure() == null) {
          Object result = outcome.result();
          return new Made(
              receiver == NONE ? null : receiver, arguments, result == null ? NONE : result);
        }
      }
    }
    return null;
  }

  static final Object NONE = "nothing";

  private List<Object> receivers(Executable call) {
    boolean none = call instanceof Constructor || Modifier.isStatic(call.getModifiers());
    return none ? List.of(NONE) : of(call.getDeclaringClass());
  }

  private List<Object[]> combinations(Executable call) {
    var all = new ArrayList<Object[]>();
    all.add(new Object[0]);
    for (Parameter parameter : call.getParameters()) {
      var longer = new ArrayList<Object[]>();
      for (Object value : of(parameter)) {
        for (Object[] before : all) {
          Object[] arguments = Arrays.copyOf(before, before.length + 1);
          arguments[before.length] = value;
          longer.add(arguments);
        }
      }
      all = longer.size() > MOST_TRIES ? new ArrayList<>(longer.subList(0, MOST_TRIES)) : longer;
    }
    return all;
  }

  private List<Object> of(Parameter parameter) {
    if (isPath(parameter)) {
      List<Path> files =
          Stream.of("new.json", "new.csv", "h.csv", "c.qasm").map(folder::resolve).toList();
      return parameter.getType() == String.class
          ? files.stream().<Object>map(Path::toString).toList()
          : List.copyOf(files);
    }
    return of(parameter.getParameterizedType());
  }

  static boolean isPath(Parameter parameter) {
    return parameter.getType() == Path.class
        || parameter.getType() == String.class
            && Set.of("file", "path").contains(parameter.getName());
  }

  List<Object> of(Type type) {
    if (type instanceof ParameterizedType p && p.getRawType() instanceof Class<?> raw) {
      if (raw == List.class || raw == Collection.class || raw == Iterable.class) {
        return lists(of(p.getActualTypeArguments()[0]), false);
      }
      return raw == Set.class ? lists(of(p.getActualTypeArguments()[0]), true) : of(raw);
    }
    if (type instanceof WildcardType wildcard) {
      return of(wildcard.getUpperBounds()[0]);
    }
    if (type instanceof TypeVariable<?> variable) {
      return of(variable.getBounds()[0]);
    }
    return type instanceof Class<?> c ? of(c) : List.of();
  }

  private static List<Object> lists(List<Object> items, boolean sets) {
    var lists = new ArrayList<Object>();
    for (Object item : items) {
      lists.add(sets ? Set.of(item) : List.of(item));
    }
    if (items.size() > 1) {
      lists.add(sets ? new LinkedHashSet<>(items) : List.copyOf(items));
    }
    return lists;
  }

  private List<Object> of(Class<?> type) {
    List<Object> known = values.get(type);
    if (known != null) {
      return known;
    }
    if (type.isEnum()) {
      return List.of(type.getEnumConstants()[0]);
    }
    if (type.isArray()) {
      return of(type.getComponentType()).stream().limit(2).map(v -> array(type, v)).toList();
    }
    if (type == Map.class) {
      return List.of(Map.of("theta", 0.4), Map.of());
    }
    var some = new ArrayList<Object>();
    for (Class<?> other : PublicCalls.types()) {
      if (other.isEnum() && type.isAssignableFrom(other) && type != Object.class) {
        some.add(other.getEnumConstants()[0]);
      }
    }
    values.forEach(
        (t, list) -> {
          if (type.isAssignableFrom(t) && type != Object.class && some.size() < MOST) {
            some.add(list.get(0));
          }
        });
    if (some.isEmpty() && isFunction(type)) {
      some.add(function(type));
    }
    return some;
  }

  private static Object array(Class<?> type, Object item) {
    Object array = Array.newInstance(type.getComponentType(), 1);
    Array.set(array, 0, item);
    return array;
  }

  private static boolean isFunction(Class<?> type) {
    return type.isInterface()
        && !type.isSealed()
        && Arrays.stream(type.getMethods())
                .filter(m -> Modifier.isAbstract(m.getModifiers()))
                .count()
            == 1;
  }

  private Object function(Class<?> type) {
    return Proxy.newProxyInstance(
        GoodValues.class.getClassLoader(),
        new Class<?>[] {type},
        (proxy, method, arguments) -> {
          if (method.getName().equals("toString")) {
            return "function";
          }
          if (method.getDeclaringClass() == Object.class) {
            return method.getName().equals("equals") ? arguments[0] == proxy : 1;
          }
          var some = of(method.getGenericReturnType());
          return some.isEmpty() ? null : some.get(0);
        });
  }
}
