package org.backshadow.notebook;

import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.backshadow.notebook.rendering.Rendering;

/**
 * The rapaio-jupyter-kernel, called by reflection. Its own extension point wants a class that
 * implements one of its interfaces, which would tie us to it; so we join the list that the
 * extension point fills. Its {@code %dependency} empties that list: {@link Notebook#install()}
 * fills it again.
 */
final class RapaioKernel implements Kernel {
  private static final String DISPLAY = "org.rapaio.jupyter.kernel.display.";

  private final Function<Object, Map<String, Object>> bundles;
  private final Class<?> rendererType;
  private final Method fromText;
  private final BundleWriter writer;
  private final Method display;
  private final Method update;
  private final List<Object> renderers;
  private final Map<Class<?>, Object> ours = new HashMap<>();

  /**
   * The adapter of the running kernel.
   *
   * @param bundles the MIME bundle of a value; must not throw
   */
  RapaioKernel(Function<Object, Map<String, Object>> bundles) throws ReflectiveOperationException {
    this.bundles = bundles;
    rendererType = Reflection.require(DISPLAY + "DisplayRenderer");
    Class<?> data = Reflection.require(DISPLAY + "DisplayData");
    fromText = data.getMethod("fromText", String.class);
    writer = new BundleWriter(data);
    Class<?> global = Reflection.require("org.rapaio.jupyter.kernel.global.Global");
    display = global.getMethod("display", Object.class);
    update = global.getMethod("updateDisplay", String.class, Object.class);
    renderers = renderers();
  }

  @Override
  public String name() {
    return "rapaio";
  }

  @Override
  public void register(Class<?> type) {
    Object renderer = ours.computeIfAbsent(type, this::rendererOf);
    if (!renderers.contains(renderer)) renderers.add(renderer);
  }

  @Override
  public String display(Object value) {
    try {
      return String.valueOf(display.invoke(null, value));
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("rapaio cannot display", e);
    }
  }

  @Override
  public void update(String id, Object value) {
    try {
      update.invoke(null, id, value);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("rapaio cannot update a display", e);
    }
  }

  private Object rendererOf(Class<?> type) {
    return Reflection.implement(
        rendererType,
        (method, arguments) ->
            switch (method.getName()) {
              case "rendererClass" -> type;
              case "canRender" -> true;
              default -> render(arguments[1]);
            });
  }

  private Object render(Object value) throws ReflectiveOperationException {
    var bundle = bundles.apply(value);
    Object data = fromText.invoke(null, bundle.get(Rendering.TEXT));
    writer.write(bundle, data);
    return data;
  }

  @SuppressWarnings("unchecked") // a list of DisplayRenderer, to which we add nothing else
  private static List<Object> renderers() throws ReflectiveOperationException {
    Class<?> system = Reflection.require(DISPLAY + "DisplaySystem");
    Field field = system.getDeclaredField("spiDisplayRenderers");
    field.setAccessible(true);
    return (List<Object>) field.get(system.getMethod("inst").invoke(null));
  }
}
