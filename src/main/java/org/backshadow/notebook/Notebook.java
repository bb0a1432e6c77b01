package org.backshadow.notebook;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.backshadow.notebook.rendering.Rendering;
import org.backshadow.notebook.rendering.Renderings;
import org.jspecify.annotations.Nullable;

/**
 * The notebook this program runs in, if any. {@link #install()} makes charts, tables, matrices,
 * arrays and our own values show themselves when they end a cell, in JJava, IJava and the rapaio
 * kernel. Entry types call it; calling it again does no harm. Thread-safe.
 *
 * <pre>{@code
 * record Spin(double up) {}
 * Notebook.register(Spin.class, spin -> Map.of("text/html", "<b>" + spin.up() + "</b>"));
 * Notebook.install() // Optional.empty
 * }</pre>
 */
public final class Notebook {
  private static final Renderings RENDERINGS = Renderings.builtIn();
  private static @Nullable Kernel kernel;

  /** A way to reach a family of kernels; throws if none of it runs here. */
  @FunctionalInterface
  private interface Family {
    Kernel connect(Function<Object, Map<String, Object>> bundles)
        throws ReflectiveOperationException;
  }

  private Notebook() {}

  /**
   * Registers our renderings with the running kernel. Never throws.
   *
   * @return the name of the kernel; empty outside a notebook
   */
  public static Optional<String> install() {
    return install(SpencerKernel::jjava, SpencerKernel::ijava, RapaioKernel::new);
  }

  /** The same for a JJava kernel that is still starting. */
  static Optional<String> installJJava(Object starting) {
    return install(bundles -> SpencerKernel.jjava(starting, bundles));
  }

  /**
   * Shows values of a type of your own by your own rendering, in place of an earlier one.
   *
   * <pre>{@code
   * record Spin(double up) {}
   * Notebook.register(Spin.class, s -> Map.of("text/html", "<b>" + s.up() + "</b>"));
   * }</pre>
   */
  public static <T> void register(Class<T> type, Rendering<? super T> rendering) {
    RENDERINGS.add(type.getName(), () -> rendering);
    install();
    running().ifPresent(k -> offer(k, type));
  }

  /** The kernel found so far. */
  static synchronized Optional<Kernel> running() {
    return Optional.ofNullable(kernel);
  }

  private static synchronized Optional<String> install(Family... families) {
    for (int i = 0; i < families.length && kernel == null; i++) {
      try {
        kernel = families[i].connect(RENDERINGS::bundle);
      } catch (Throwable e) {
        // Another family, or no notebook at all.
      }
    }
    if (kernel == null) return Optional.empty();
    for (Class<?> type : present(RENDERINGS)) offer(kernel, type);
    return Optional.of(kernel.name());
  }

  /** The types with a rendering whose library is here. */
  static List<Class<?>> present(Renderings renderings) {
    var present = new ArrayList<Class<?>>();
    for (String name : renderings.types()) Reflection.find(name).ifPresent(present::add);
    return present;
  }

  private static void offer(Kernel kernel, Class<?> type) {
    try {
      kernel.register(type);
    } catch (Throwable e) {
      // The kernel then shows this type in its own way.
    }
  }
}
