package org.backshadow.notebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.dflib.jjava.jupyter.kernel.display.DisplayData;
import org.dflib.jjava.jupyter.kernel.display.mime.MIMEType;
import org.dflib.jjava.jupyter.messages.ContentType;
import org.dflib.jjava.jupyter.messages.publish.PublishUpdateDisplayData;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Updates of displays whose cell a kernel on Spencer Park's base has taken away. */
class EndedCellsTest {
  /** Stands in for ShellReplyEnvironment. */
  public static final class Environment {
    final List<ContentType<?>> published = new ArrayList<>();

    public void publish(ContentType<?> content) {
      published.add(content);
    }
  }

  /** Stands in for DisplayStream, which forgets its environment when a cell ends. */
  static final class Stream {
    Environment env = new Environment();
  }

  private final Stream stream = new Stream();
  private EndedCells ended;

  @BeforeEach
  void start() throws Exception {
    ended = new EndedCells("org.dflib.jjava.jupyter.messages", DisplayData.class);
  }

  @Test
  void a_cell_at_work_updates_its_displays_itself() throws Exception {
    ended.note("bar", stream);

    assertThat(ended.update("bar", stream, new DisplayData("half"))).isFalse();
    assertThat(stream.env.published).isEmpty();
  }

  @Test
  void the_displays_of_an_interrupted_cell_take_the_way_they_had() throws Exception {
    ended.note("bar", stream);
    Environment interrupted = stream.env;
    stream.env = null;

    assertThat(ended.update("bar", stream, new DisplayData("stopped"))).isTrue();

    assertThat(interrupted.published)
        .singleElement()
        .isInstanceOfSatisfying(
            PublishUpdateDisplayData.class,
            update -> {
              assertThat(update.getDisplayId()).isEqualTo("bar");
              assertThat(update.getData(MIMEType.TEXT_PLAIN)).isEqualTo("stopped");
            });
  }

  @Test
  void the_next_cell_is_not_taken_for_the_one_that_ended() throws Exception {
    ended.note("bar", stream);
    Environment interrupted = stream.env;
    stream.env = new Environment();

    assertThat(ended.update("bar", stream, new DisplayData("stopped"))).isTrue();

    assertThat(interrupted.published).hasSize(1);
    assertThat(stream.env.published).isEmpty();
  }

  @Test
  void displays_that_it_never_saw_are_the_kernels() throws Exception {
    assertThat(ended.update("other", stream, new DisplayData("x"))).isFalse();
  }

  @Test
  void the_oldest_displays_are_forgotten() throws Exception {
    for (int i = 0; i <= 64; i++) ended.note("bar " + i, stream);
    stream.env = null;

    assertThat(ended.update("bar 0", stream, new DisplayData("x"))).isFalse();
    assertThat(ended.update("bar 64", stream, new DisplayData("x"))).isTrue();
  }

  @Test
  void a_kernel_that_hides_the_way_updates_itself() throws Exception {
    Object hidden = new Object();
    ended.note("bar", hidden);

    assertThat(ended.update("bar", hidden, new DisplayData("x"))).isFalse();
  }
}
