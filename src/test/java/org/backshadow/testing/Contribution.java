package org.backshadow.testing;

import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A source file that CONTRIBUTING.md shows.
 *
 * @param name full name of its class
 * @param source its text
 */
public record Contribution(String name, String source) {
  private static final String FOLDER = "src/main/java/";

  /** The block of code that follows the name of the file. */
  public static Contribution of(String name) throws IOException {
    String path = FOLDER + name.replace('.', '/') + ".java";
    String[] parts = Files.readString(Path.of("CONTRIBUTING.md")).split("`" + path + "`", -1);
    if (parts.length != 2) {
      throw new AssertionError(
          "CONTRIBUTING.md names %d files %s".formatted(parts.length - 1, path));
    }
    return new Contribution(name, parts[1].split("```java\n")[1].split("```")[0]);
  }

  /**
   * Compiles the file as the build does, warnings being errors, and makes its class one of the
   * package that the lookup is of: it sees there what it would see in its place.
   */
  public Class<?> define(MethodHandles.Lookup lookup) throws IllegalAccessException {
    var compiled =
        MemoryCompiler.compile(Map.of(name, source), "-Xlint:all,-processing,-serial,-options");
    if (!compiled.problems(name).isEmpty()) {
      throw new AssertionError(name + ": " + compiled.problems(name));
    }
    var classes = new ArrayList<Class<?>>();
    for (byte[] bytes : compiled.bytes()) {
      classes.add(lookup.defineClass(bytes));
    }
    return classes.stream().filter(c -> c.getName().equals(name)).findFirst().orElseThrow();
  }

  /** What is wrong with the example in its doc comment. */
  public List<String> faults() throws IOException, ReflectiveOperationException {
    DocExample example = DocExample.in(source).get(0);
    return new Examples(List.of(example), Map.of(name, source)).faults(example);
  }
}
