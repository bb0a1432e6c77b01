package org.backshadow.testing;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/**
 * The examples of the library's doc comments, and others, compiled in one go and run one by one.
 */
public final class Examples {
  private final MemoryCompiler compiled;

  /**
   * @param examples to run
   * @param sources text by class name of what they use beside the library
   */
  public Examples(List<DocExample> examples, Map<String, String> sources) throws IOException {
    var types = new ArrayList<>(library().stream().map(DocExample::type).toList());
    types.addAll(sources.keySet());
    var source = new ExampleSource(types);
    var all = new LinkedHashMap<>(sources);
    examples.forEach(e -> all.put(className(e), source.of(simpleName(e), e.type(), e.code())));
    compiled = MemoryCompiler.compile(all);
  }

  /** Every public type of the library with its example, or none. */
  public static List<DocExample> library() throws IOException {
    return DocExample.of(Path.of("src/main/java"));
  }

  /** What is wrong with an example: it is missing, does not compile, or shows another value. */
  public List<String> faults(DocExample example) throws ReflectiveOperationException {
    if (example.code().isEmpty()) {
      return List.of("the doc comment has no lines in <pre>{@code");
    }
    if (!compiled.problems(className(example)).isEmpty()) {
      return compiled.problems(className(example));
    }
    var faults = new ArrayList<String>();
    BiConsumer<String, Object> values =
        (expected, value) -> {
          String text = ShownValue.text(value);
          if (!expected.isEmpty() && !ShownValue.agrees(expected, text)) {
            faults.add("the comment says %s but the value is %s".formatted(expected, text));
          }
        };
    try {
      compiled
          .loader()
          .loadClass(className(example))
          .getMethod("run", BiConsumer.class)
          .invoke(null, values);
    } catch (InvocationTargetException failed) {
      throw new AssertionError(example.type(), failed.getCause());
    }
    return faults;
  }

  private static String simpleName(DocExample example) {
    return example.type().replace('.', '_');
  }

  private static String className(DocExample example) {
    return "examples." + simpleName(example);
  }
}
