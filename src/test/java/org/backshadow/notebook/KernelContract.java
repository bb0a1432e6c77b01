package org.backshadow.notebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.backshadow.notebook.rendering.Rendering;
import org.backshadow.notebook.rendering.Renderings;
import org.backshadow.notebook.rendering.Samples;
import org.backshadow.progress.ProgressBar;
import org.junit.jupiter.api.Test;

/** What every kernel does with our renderings, tried on the kernel's own display classes. */
interface KernelContract {
  /** A type that only these tests show. */
  record Probe(String text) {}

  /** A kernel of the family with nothing registered yet. */
  TestKernel start(Renderings renderings) throws Exception;

  /** The adapter under test and what passes through the kernel. */
  interface TestKernel {
    Kernel adapter();

    /** What the kernel makes of the last value of a cell. */
    Shown render(Object value) throws Exception;

    /** What was displayed and updated, oldest first, each led by its identifier. */
    List<Map.Entry<String, Shown>> displayed();
  }

  private TestKernel installed(Renderings renderings) throws Exception {
    var kernel = start(renderings);
    for (Class<?> type : Notebook.present(renderings)) kernel.adapter().register(type);
    return kernel;
  }

  @Test
  default void every_value_is_shown_as_its_bundle() throws Exception {
    var renderings = Renderings.builtIn();
    var kernel = installed(renderings);

    for (Object value : Samples.of("naive")) {
      var expected = renderings.bundle(value);
      expected.remove(Rendering.METADATA);
      assertThat(kernel.render(value).data()).isEqualTo(expected);
    }
  }

  @Test
  default void a_chart_is_a_picture_of_twice_its_size() throws Exception {
    var shown = installed(Renderings.builtIn()).render(Samples.chart("naive"));

    byte[] png = Base64.getDecoder().decode((String) shown.data().get("image/png"));
    var image = ImageIO.read(new ByteArrayInputStream(png));
    assertThat(image.getWidth()).isEqualTo(640);
    assertThat(image.getHeight()).isEqualTo(380);
    assertThat(shown.metadata()).containsEntry("image/png", Map.of("width", 320, "height", 190));
    assertThat(shown.data())
        .containsEntry("text/plain", "XYChart \"naive\", 1 series, 320 x 190 pixels");
  }

  @Test
  default void an_error_in_a_rendering_is_text_and_never_leaves_it() throws Exception {
    var renderings = Renderings.builtIn();
    renderings.add(
        Probe.class.getName(),
        () ->
            (Rendering<Probe>)
                probe -> {
                  throw new StackOverflowError("deep");
                });

    var shown = installed(renderings).render(new Probe("x"));

    assertThat(shown.data())
        .isEqualTo(Map.of("text/plain", "Probe could not be shown: StackOverflowError: deep"));
  }

  @Test
  default void json_reaches_the_kernel_as_maps_it_can_write() throws Exception {
    var renderings = Renderings.builtIn();
    renderings.add(
        Probe.class.getName(),
        () ->
            (Rendering<Probe>)
                p ->
                    Map.of(Rendering.TEXT, p.text(), Rendering.VEGA_LITE, Map.of("x", Double.NaN)));

    var json = installed(renderings).render(new Probe("x")).data().get(Rendering.VEGA_LITE);

    assertThat(json).isInstanceOf(Map.class);
    assertThat(((Map<?, ?>) json).get("x")).isNull();
  }

  @Test
  default void registering_again_renders_no_value_twice() throws Exception {
    int[] calls = {0};
    var renderings = new Renderings();
    renderings.add(
        Probe.class.getName(),
        () -> (Rendering<Probe>) probe -> Map.of("text/plain", "call " + ++calls[0]));
    var kernel = installed(renderings);

    kernel.adapter().register(Probe.class);

    assertThat(kernel.render(new Probe("x")).data()).containsEntry("text/plain", "call 1");
    assertThat(calls[0]).isOne();
  }

  @Test
  default void a_live_display_is_replaced_under_its_identifier() throws Exception {
    var kernel = installed(Renderings.builtIn());

    String id = kernel.adapter().display(new ProgressBar("sweep", 0, 60, ""));
    kernel.adapter().update(id, new ProgressBar("sweep", 12, 60, "8 s left"));

    assertThat(kernel.displayed()).extracting(Map.Entry::getKey).containsExactly(id, id);
    assertThat(kernel.displayed().get(0).getValue().data())
        .containsEntry("text/plain", "sweep: 0 of 60 (0 %)");
    assertThat(kernel.displayed().get(1).getValue().data())
        .containsEntry("text/plain", "sweep: 12 of 60 (20 %), 8 s left");
  }

  @Test
  default void two_displays_have_two_identifiers() throws Exception {
    var kernel = installed(Renderings.builtIn());

    assertThat(kernel.adapter().display(new int[1])).isNotEqualTo(kernel.adapter().display(1));
  }
}
