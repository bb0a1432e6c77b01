package org.backshadow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import org.backshadow.testing.DocExample;
import org.backshadow.testing.ExampleSource;
import org.backshadow.testing.MemoryCompiler;
import org.backshadow.testing.ShownValue;
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
          "org.backshadow.state.engine.VectorModule");

  private static List<DocExample> all = List.of();
  private static MemoryCompiler compiled;

  static List<DocExample> examples() throws IOException {
    return DocExample.of(Path.of("src/main/java")).stream()
        .filter(e -> !NOT_FOR_CALLERS.contains(e.type()))
        .toList();
  }

  @BeforeAll
  static void compile() throws IOException {
    all = DocExample.of(Path.of("src/main/java"));
    var source = new ExampleSource(all.stream().map(DocExample::type).toList());
    var sources = new LinkedHashMap<String, String>();
    all.forEach(e -> sources.put(className(e), source.of(simpleName(e), e.type(), e.code())));
    compiled = MemoryCompiler.compile(sources);
  }

  private static String simpleName(DocExample example) {
    return example.type().replace('.', '_');
  }

  private static String className(DocExample example) {
    return "examples." + simpleName(example);
  }

  @Test
  void the_types_without_an_example_exist() {
    assertThat(all).hasSizeGreaterThan(200);
    assertThat(all).extracting(DocExample::type).containsAll(NOT_FOR_CALLERS);
  }

  @ParameterizedTest
  @MethodSource("examples")
  void a_type_has_an_example_that_runs(DocExample example) throws Exception {
    assertThat(example.code()).as("lines in <pre>{@code of the doc comment").isNotEmpty();
    assertThat(compiled.problems(className(example))).as("%s", example.code()).isEmpty();
    var differences = new ArrayList<String>();
    run(
        compiled.loader().loadClass(className(example)),
        (expected, value) -> {
          String text = ShownValue.text(value);
          if (!expected.isEmpty() && !ShownValue.agrees(expected, text)) {
            differences.add("the comment says " + expected + " but the value is " + text);
          }
        });
    assertThat(differences).isEmpty();
  }

  private static void run(Class<?> example, BiConsumer<String, Object> values) throws Exception {
    try {
      example.getMethod("run", BiConsumer.class).invoke(null, values);
    } catch (InvocationTargetException failed) {
      throw new AssertionError(example.getName(), failed.getCause());
    }
  }
}
