package org.backshadow.notebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.ServiceLoader;
import org.backshadow.progress.LiveDisplay;
import org.dflib.jjava.jupyter.Extension;
import org.junit.jupiter.api.Test;

class NotebookTest {
  record Spin(double up) {}

  @Test
  void outside_a_notebook_nothing_is_installed_and_nothing_is_thrown() {
    assertThat(Notebook.install()).isEmpty();
    assertThat(Notebook.install()).isEmpty();
    assertThat(Notebook.running()).isEmpty();
  }

  @Test
  void outside_a_notebook_a_type_of_your_own_may_still_be_registered() {
    Notebook.register(Spin.class, spin -> Map.of("text/plain", "spin " + spin.up()));

    assertThat(Notebook.running()).isEmpty();
  }

  @Test
  void live_display_is_found_and_silent_outside_a_notebook() {
    var live = ServiceLoader.load(LiveDisplay.class).findFirst().orElseThrow();

    assertThat(live).isInstanceOf(KernelDisplay.class);
    String id = live.display("x");
    live.update(id, "y");
    assertThat(id).isEmpty();
  }

  @Test
  void jjava_finds_the_extension() {
    assertThat(ServiceLoader.load(Extension.class))
        .hasAtLeastOneElementOfType(JJavaExtension.class);
  }
}
