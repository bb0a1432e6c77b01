package org.backshadow.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A public type of the library with the example in its doc comment.
 *
 * @param type full name, with a dot before a nested type
 * @param code the lines of all {@code <pre>} blocks of the comment; empty if there are none
 */
public record DocExample(String type, List<String> code) {
  private static final Pattern TYPE =
      Pattern.compile(
          "^(?<indent> *)public (?:[a-z-]+ )*(?:class|interface|enum|record) (?<name>\\w+)",
          Pattern.MULTILINE);
  private static final Pattern HOME = Pattern.compile("^package ([\\w.]+);", Pattern.MULTILINE);
  private static final Pattern BLOCK =
      Pattern.compile("<pre>\\{@code(.*?)\\}</pre>", Pattern.DOTALL);

  /** Every public top-level type under a source folder, and the menus nested in the root's. */
  public static List<DocExample> of(Path sources) throws IOException {
    try (Stream<Path> files = Files.walk(sources)) {
      var examples = new ArrayList<DocExample>();
      for (Path file : files.filter(f -> f.toString().endsWith(".java")).sorted().toList()) {
        examples.addAll(in(Files.readString(file)));
      }
      return examples;
    }
  }

  /** The public types of one source file; of nested ones only the root's menus. */
  public static List<DocExample> in(String source) {
    var examples = new ArrayList<DocExample>();
    Matcher home = HOME.matcher(source);
    Matcher type = TYPE.matcher(source);
    while (type.find()) {
      String outer = type.group("indent").isEmpty() ? "" : "Backshadow.";
      String name = home.find(0) ? home.group(1) + "." + outer + type.group("name") : "";
      if (outer.isEmpty() || name.startsWith("org.backshadow.Backshadow.")) {
        examples.add(new DocExample(name, code(source.substring(0, type.start()))));
      }
    }
    return examples;
  }

  /** The blocks of the comment at the end of what stands before a type. */
  private static List<String> code(String before) {
    int end = before.lastIndexOf("*/");
    boolean adjacent = end > 0 && before.substring(end + 2).matches("(\\s*@[^\\n]*)*\\s*");
    return BLOCK
        .matcher(adjacent ? before.substring(before.lastIndexOf("/**", end), end) : "")
        .results()
        .flatMap(block -> block.group(1).lines())
        .map(line -> line.replaceFirst("^ *\\* ?", "").stripTrailing())
        .filter(line -> !line.isBlank())
        .toList();
  }

  @Override
  public String toString() {
    return type;
  }
}
