package org.backshadow.notebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.tools.ToolProvider;
import org.backshadow.notebook.rendering.Renderings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The adapter on stand-ins that have the names and the signatures of rapaio-jupyter-kernel 3.0.1,
 * compiled here so that the real names never reach the class path of other tests.
 */
class RapaioKernelTest implements KernelContract {
  private static final String DISPLAY = "org/rapaio/jupyter/kernel/display/";

  private static final Map<String, String> SOURCES =
      Map.of(
          DISPLAY + "DisplayRenderer.java",
          """
          package org.rapaio.jupyter.kernel.display;
          public interface DisplayRenderer {
            Class<?> rendererClass();
            boolean canRender(String mime);
            DisplayData render(String mime, Object value);
          }
          """,
          DISPLAY + "DisplayData.java",
          """
          package org.rapaio.jupyter.kernel.display;
          import java.util.*;
          public class DisplayData {
            protected final Map<String, Object> data = new HashMap<>();
            protected final Map<String, Object> metadata = new HashMap<>();
            public static DisplayData fromText(String text) {
              var data = new DisplayData();
              data.putData("text/plain", text);
              return data;
            }
            public void putData(String type, Object value) { data.put(type, value); }
            public void putMetaData(String type, Object value) { metadata.put(type, value); }
          }
          """,
          DISPLAY + "DisplaySystem.java",
          """
          package org.rapaio.jupyter.kernel.display;
          import java.util.*;
          public final class DisplaySystem {
            private static final DisplaySystem inst = new DisplaySystem();
            private final List<DisplayRenderer> spiDisplayRenderers = new ArrayList<>();
            public static DisplaySystem inst() { return inst; }
            public void refreshSpiDisplayHandlers() { spiDisplayRenderers.clear(); }
            public DisplayData render(Object value) {
              for (var renderer : spiDisplayRenderers)
                if (renderer.rendererClass().isAssignableFrom(value.getClass())
                    && renderer.canRender(null)) return renderer.render(null, value);
              return DisplayData.fromText(String.valueOf(value));
            }
          }
          """,
          "org/rapaio/jupyter/kernel/global/Global.java",
          """
          package org.rapaio.jupyter.kernel.global;
          import java.util.*;
          import org.rapaio.jupyter.kernel.display.*;
          public final class Global {
            public static final List<Map.Entry<String, Object>> SHOWN = new ArrayList<>();
            public static String display(Object value) {
              String id = UUID.randomUUID().toString();
              updateDisplay(id, value);
              return id;
            }
            public static void updateDisplay(String id, Object value) {
              SHOWN.add(Map.entry(id, DisplaySystem.inst().render(value)));
            }
          }
          """);

  @TempDir Path directory;
  private final ClassLoader before = Thread.currentThread().getContextClassLoader();
  private URLClassLoader standIns;

  @BeforeEach
  void compile() throws Exception {
    var arguments = new ArrayList<>(List.of("-nowarn", "-d", directory.toString()));
    for (var source : SOURCES.entrySet()) {
      Path file = directory.resolve(source.getKey());
      Files.createDirectories(file.getParent());
      arguments.add(Files.writeString(file, source.getValue()).toString());
    }
    var compiler = ToolProvider.getSystemJavaCompiler();
    assertThat(compiler.run(null, null, null, arguments.toArray(String[]::new))).isZero();
    standIns = new URLClassLoader(new URL[] {directory.toUri().toURL()}, before);
    Thread.currentThread().setContextClassLoader(standIns);
  }

  @AfterEach
  void close() throws Exception {
    Thread.currentThread().setContextClassLoader(before);
    standIns.close();
  }

  @Override
  public TestKernel start(Renderings renderings) throws Exception {
    var adapter = new RapaioKernel(renderings::bundle);
    return new TestKernel() {
      @Override
      public Kernel adapter() {
        return adapter;
      }

      @Override
      public Shown render(Object value) throws Exception {
        Object system = system();
        return Shown.of(system.getClass().getMethod("render", Object.class).invoke(system, value));
      }

      @Override
      @SuppressWarnings("unchecked")
      public List<Map.Entry<String, Shown>> displayed() {
        try {
          Class<?> global = standIns.loadClass("org.rapaio.jupyter.kernel.global.Global");
          var shown = (List<Map.Entry<String, Object>>) global.getField("SHOWN").get(null);
          return shown.stream().map(e -> Map.entry(e.getKey(), Shown.of(e.getValue()))).toList();
        } catch (ReflectiveOperationException e) {
          throw new AssertionError(e);
        }
      }
    };
  }

  @Test
  void renderers_that_the_kernel_dropped_can_be_registered_again() throws Exception {
    var renderings = Renderings.builtIn();
    var kernel = start(renderings);
    kernel.adapter().register(int[].class);
    system().getClass().getMethod("refreshSpiDisplayHandlers").invoke(system());

    kernel.adapter().register(int[].class);

    assertThat(kernel.render(new int[] {1, 2}).data()).containsEntry("text/plain", "[ 1  2 ]");
  }

  private Object system() throws ReflectiveOperationException {
    Class<?> system = standIns.loadClass("org.rapaio.jupyter.kernel.display.DisplaySystem");
    return system.getMethod("inst").invoke(null);
  }
}
