package org.backshadow.testing.calls;

import java.lang.reflect.Executable;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.backshadow.Backshadow;

/**
 * What a cell can call: the methods of what comes with the static import, and of whatever those
 * return, and so on.
 */
public final class PublicCalls {
  private PublicCalls() {}

  /** In an order that does not depend on the machine. */
  public static List<Method> all() {
    var calls = new ArrayList<Method>();
    for (Class<?> type : types()) {
      for (Method method : type.getMethods()) {
        boolean own = method.getDeclaringClass() == type && !method.isSynthetic();
        if (own && !Modifier.isAbstract(method.getModifiers()) && !isOfEveryEnum(method)) {
          calls.add(method);
        }
      }
    }
    calls.sort(Comparator.comparing(Executable::toGenericString));
    return calls;
  }

  private static boolean isOfEveryEnum(Method method) {
    return method.getDeclaringClass().isEnum() && method.getName().equals("valueOf");
  }

  /** The classes that a cell meets without an import of its own. */
  static Set<Class<?>> types() {
    var types = new LinkedHashSet<Class<?>>();
    var waiting = new ArrayDeque<Class<?>>(List.of(Backshadow.class));
    while (!waiting.isEmpty()) {
      Class<?> type = waiting.remove();
      if (!isOurs(type) || !types.add(type)) {
        continue;
      }
      waiting.addAll(List.of(type.getClasses()));
      waiting.addAll(List.of(type.getInterfaces()));
      if (type.getSuperclass() != null) {
        waiting.add(type.getSuperclass());
      }
      for (Method method : type.getMethods()) {
        add(method.getGenericReturnType(), waiting);
      }
    }
    return types;
  }

  private static boolean isOurs(Class<?> type) {
    return type.getName().startsWith("org.backshadow.") && Modifier.isPublic(type.getModifiers());
  }

  /** The class of a type, and those of its arguments. */
  private static void add(Type type, ArrayDeque<Class<?>> waiting) {
    if (type instanceof Class<?> c) {
      waiting.add(c.isArray() ? c.getComponentType() : c);
    } else if (type instanceof ParameterizedType p) {
      add(p.getRawType(), waiting);
      for (Type argument : p.getActualTypeArguments()) {
        add(argument, waiting);
      }
    } else if (type instanceof WildcardType wildcard) {
      add(wildcard.getUpperBounds()[0], waiting);
    }
  }
}
