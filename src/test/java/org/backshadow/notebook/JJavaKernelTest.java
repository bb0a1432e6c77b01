package org.backshadow.notebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.backshadow.notebook.rendering.Renderings;
import org.backshadow.notebook.rendering.Samples;
import org.dflib.jjava.jupyter.channels.ShellReplyEnvironment;
import org.dflib.jjava.jupyter.kernel.BaseKernel;
import org.dflib.jjava.jupyter.kernel.DisplayStream;
import org.dflib.jjava.jupyter.kernel.JupyterIO;
import org.dflib.jjava.jupyter.kernel.display.DisplayData;
import org.dflib.jjava.jupyter.kernel.display.Renderer;
import org.dflib.jjava.jupyter.messages.ContentType;
import org.dflib.jjava.jupyter.messages.publish.PublishUpdateDisplayData;
import org.junit.jupiter.api.Test;

/** The adapter on the renderer of JJava's own base library. */
class JJavaKernelTest implements KernelContract {
  /** The parts of a JJava kernel that the adapter calls. */
  public static final class FakeKernel {
    final List<Map.Entry<String, Shown>> displayed = new ArrayList<>();
    private final Renderer renderer = new Renderer();
    private final FakeIO io = new FakeIO(new FakeStream(displayed));

    public Renderer getRenderer() {
      return renderer;
    }

    public FakeIO getIO() {
      return io;
    }

    public void display(DisplayData data) {
      displayed.add(Map.entry(data.getDisplayId(), Shown.of(data)));
    }
  }

  /** Stands in for JupyterIO. */
  public static final class FakeIO {
    public final FakeStream display;

    FakeIO(FakeStream display) {
      this.display = display;
    }
  }

  /** Stands in for DisplayStream. */
  public record FakeStream(List<Map.Entry<String, Shown>> displayed) {
    public void updateDisplay(String id, DisplayData data) {
      displayed.add(Map.entry(id, Shown.of(data)));
    }
  }

  @Override
  public TestKernel start(Renderings renderings) throws Exception {
    var kernel = new FakeKernel();
    var adapter =
        new SpencerKernel(
            "JJava", kernel, "org.dflib.jjava.jupyter.kernel.display", renderings::bundle);
    return new TestKernel() {
      @Override
      public Kernel adapter() {
        return adapter;
      }

      @Override
      public Shown render(Object value) {
        return Shown.of(kernel.renderer.render(value));
      }

      @Override
      public List<Map.Entry<String, Shown>> displayed() {
        return kernel.displayed;
      }
    };
  }

  @Test
  void the_real_kernel_has_what_the_fake_one_stands_for() throws Exception {
    assertThat(BaseKernel.class.getMethod("getRenderer").getReturnType()).isEqualTo(Renderer.class);
    assertThat(BaseKernel.class.getMethod("getIO").getReturnType()).isEqualTo(JupyterIO.class);
    assertThat(BaseKernel.class.getMethod("display", DisplayData.class)).isNotNull();
    assertThat(JupyterIO.class.getField("display").getType()).isEqualTo(DisplayStream.class);
    assertThat(DisplayStream.class.getMethod("updateDisplay", String.class, DisplayData.class))
        .isNotNull();
  }

  @Test
  void the_real_kernel_tells_where_a_display_stands() throws Exception {
    assertThat(DisplayStream.class.getDeclaredField("env").getType())
        .isEqualTo(ShellReplyEnvironment.class);
    assertThat(ShellReplyEnvironment.class.getMethod("publish", ContentType.class)).isNotNull();
    assertThat(PublishUpdateDisplayData.class.getConstructor(DisplayData.class)).isNotNull();
  }

  @Test
  void one_format_can_be_asked_for() throws Exception {
    var renderings = Renderings.builtIn();
    var kernel = new FakeKernel();
    var adapter =
        new SpencerKernel(
            "JJava", kernel, "org.dflib.jjava.jupyter.kernel.display", renderings::bundle);
    for (Class<?> type : Notebook.present(renderings)) adapter.register(type);

    var shown = Shown.of(kernel.renderer.renderAs(Samples.chart("naive"), "image/png"));

    assertThat(shown.data()).containsKey("image/png");
  }
}
