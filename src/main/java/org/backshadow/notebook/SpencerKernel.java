package org.backshadow.notebook;

import java.lang.reflect.Method;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.backshadow.notebook.rendering.Rendering;
import org.jspecify.annotations.Nullable;

/**
 * IJava, and JJava which descends from it: both are built on Spencer Park's base kernel and differ
 * in the names of packages. Called by reflection, so that neither need be there.
 */
final class SpencerKernel implements Kernel {
  /** What {@code display(value, "image/png")} may ask for. */
  private static final String[] FORMATS = {
    Rendering.TEXT, Rendering.HTML, Rendering.PNG, Rendering.SVG, Rendering.VEGA_LITE
  };

  private final String name;
  private final Object kernel;
  private final Object renderer;
  private final Function<Object, Map<String, Object>> bundles;
  private final Class<?> renderFunction;
  private final Class<?> displayData;
  private final Method output;
  private final BundleWriter writer;
  private final EndedCells ended;
  private final Set<Class<?>> registered = new HashSet<>();

  /**
   * The adapter of a running kernel.
   *
   * @param displayPackage where the kernel keeps {@code Renderer} and {@code DisplayData}
   * @param bundles the MIME bundle of a value; must not throw
   */
  SpencerKernel(
      String name,
      Object kernel,
      String displayPackage,
      Function<Object, Map<String, Object>> bundles)
      throws ReflectiveOperationException {
    this.name = name;
    this.kernel = kernel;
    this.bundles = bundles;
    renderer = call(kernel, "getRenderer");
    renderFunction = Reflection.require(displayPackage + ".RenderFunction");
    displayData = Reflection.require(displayPackage + ".DisplayData");
    output = Reflection.require(displayPackage + ".RenderContext").getMethod("getOutputContainer");
    writer = new BundleWriter(displayData);
    ended = new EndedCells(displayPackage.replace("kernel.display", "messages"), displayData);
  }

  /** The running JJava kernel. */
  static Kernel jjava(Function<Object, Map<String, Object>> bundles)
      throws ReflectiveOperationException {
    Class<?> base = Reflection.require("org.dflib.jjava.jupyter.kernel.BaseKernel");
    return jjava(base.getMethod("notebookKernel").invoke(null), bundles);
  }

  static Kernel jjava(@Nullable Object kernel, Function<Object, Map<String, Object>> bundles)
      throws ReflectiveOperationException {
    if (kernel == null) throw new ClassNotFoundException("no JJava kernel runs here");
    return new SpencerKernel("JJava", kernel, "org.dflib.jjava.jupyter.kernel.display", bundles);
  }

  /** The running IJava kernel. */
  static Kernel ijava(Function<Object, Map<String, Object>> bundles)
      throws ReflectiveOperationException {
    Class<?> main = Reflection.require("io.github.spencerpark.ijava.IJava");
    Object kernel = main.getMethod("getKernelInstance").invoke(null);
    if (kernel == null) throw new ClassNotFoundException("no IJava kernel runs here");
    return new SpencerKernel(
        "IJava", kernel, "io.github.spencerpark.jupyter.kernel.display", bundles);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public void register(Class<?> type) throws ReflectiveOperationException {
    if (!registered.add(type)) return;
    Object registration =
        renderer.getClass().getMethod("createRegistration", Class.class).invoke(renderer, type);
    registration
        .getClass()
        .getMethod("supporting", String[].class)
        .invoke(registration, (Object) FORMATS);
    Object function =
        Reflection.implement(
            renderFunction,
            (method, arguments) -> {
              writer.write(bundles.apply(arguments[0]), output.invoke(arguments[1]));
              return null;
            });
    registration.getClass().getMethod("register", renderFunction).invoke(registration, function);
  }

  @Override
  public String display(Object value) {
    String id = UUID.randomUUID().toString();
    try {
      Object data = data(value);
      displayData.getMethod("setDisplayId", String.class).invoke(data, id);
      kernel.getClass().getMethod("display", displayData).invoke(kernel, data);
      ended.note(id, stream());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(name + " cannot display", e);
    }
    return id;
  }

  @Override
  public void update(String id, Object value) {
    try {
      Object stream = stream();
      Object data = data(value);
      if (!ended.update(id, stream, data)) {
        stream
            .getClass()
            .getMethod("updateDisplay", String.class, displayData)
            .invoke(stream, id, data);
      }
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(name + " cannot update a display", e);
    }
  }

  private Object stream() throws ReflectiveOperationException {
    Object io = call(kernel, "getIO");
    return io.getClass().getField("display").get(io);
  }

  /** What the kernel itself makes of the value, which for our types is our bundle. */
  private Object data(Object value) throws ReflectiveOperationException {
    return renderer.getClass().getMethod("render", Object.class).invoke(renderer, value);
  }

  private static Object call(Object target, String method) throws ReflectiveOperationException {
    return target.getClass().getMethod(method).invoke(target);
  }
}
