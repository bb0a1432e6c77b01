package org.backshadow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.backshadow.testing.DocExample;
import org.backshadow.testing.Examples;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every public type has an example in its doc comment, and every example runs: with the imports of
 * the kernel, those of the types that it names, and nothing else.
 */
class DocExamplesTest {
  /** What nobody calls: the command line's, what a kernel starts, what the simulator runs on. */
  private static final Set<String> NOT_FOR_CALLERS =
      Set.of(
          "org.backshadow.bench.Bench",
          "org.backshadow.notebook.JJavaExtension",
          "org.backshadow.state.engine.VectorModule",
          "org.backshadow.state.snapshot.MixedSnapshotTree",
          "org.backshadow.state.snapshot.SnapshotTree");

  private static Examples all;

  static List<DocExample> examples() throws IOException {
    return Examples.library().stream().filter(e -> !NOT_FOR_CALLERS.contains(e.type())).toList();
  }

  @BeforeAll
  static void compile() throws IOException {
    all = new Examples(examples(), Map.of());
  }

  @Test
  void the_types_without_an_example_exist() throws IOException {
    assertThat(Examples.library()).hasSizeGreaterThan(200);
    assertThat(Examples.library()).extracting(DocExample::type).containsAll(NOT_FOR_CALLERS);
  }

  @ParameterizedTest
  @MethodSource("examples")
  void a_type_has_an_example_that_runs(DocExample example) throws Exception {
    assertThat(all.faults(example)).as("%s", example.code()).isEmpty();
  }
}
