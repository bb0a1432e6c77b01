package org.backshadow.notebook;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Calls into kernels whose classes may not be there. */
final class Reflection {
  private Reflection() {}

  /** The class of that name, wherever a kernel's loaders keep it; not initialized. */
  static Optional<Class<?>> find(String name) {
    ClassLoader[] loaders = {
      Reflection.class.getClassLoader(),
      Thread.currentThread().getContextClassLoader(),
      ClassLoader.getSystemClassLoader()
    };
    for (ClassLoader loader : loaders) {
      try {
        return Optional.of(Class.forName(name, false, loader));
      } catch (ClassNotFoundException | LinkageError e) {
        // Not here; the next loader may know it.
      }
    }
    return Optional.empty();
  }

  static Class<?> require(String name) throws ClassNotFoundException {
    return find(name).orElseThrow(() -> new ClassNotFoundException(name));
  }

  /** An implementation of the interface in which only the named methods do something. */
  static Object implement(Class<?> type, Calls calls) {
    InvocationHandler handler =
        (self, method, arguments) ->
            switch (method.getName()) {
              case "hashCode" -> System.identityHashCode(self);
              case "equals" -> self == arguments[0];
              case "toString" -> "Backshadow " + type.getSimpleName();
              default -> calls.call(method, arguments == null ? new Object[0] : arguments);
            };
    return Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler);
  }

  /** What an implementation does when it is called. */
  @FunctionalInterface
  interface Calls {
    @Nullable Object call(Method method, Object[] arguments) throws ReflectiveOperationException;
  }
}
