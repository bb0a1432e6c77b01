package org.backshadow.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Turns the lines of a cell into a class with a method that runs them. A line without a semicolon
 * is the cell's value at that place, and a comment behind or below it is what the value looks like:
 * the method hands both over.
 */
public final class ExampleSource {
  private static final String JAVA =
      "io math net nio.file util util.concurrent util.function util.regex util.stream";
  private static final Pattern WORD = Pattern.compile("\\b[A-Z]\\w*");

  private final Map<String, String> types = new TreeMap<>();
  private final List<String> startup;

  /**
   * @param types full names of the types that an example may name without an import
   */
  public ExampleSource(Collection<String> types) throws IOException {
    for (String type : types) {
      String name = simpleName(type);
      boolean menu = type.startsWith("org.backshadow.Backshadow.");
      this.types.merge(name, type, (one, other) -> menu ? other : one);
    }
    startup =
        Files.readAllLines(Path.of("src/setup/startup.jsh")).stream()
            .filter(line -> line.startsWith("import "))
            .toList();
  }

  /** The class, in no package that it could look into. */
  public String of(String className, String about, List<String> lines) {
    var source = new StringBuilder("package examples;\n");
    Stream.of(JAVA.split(" ")).forEach(p -> source.append("import java.%s.*;\n".formatted(p)));
    startup.forEach(line -> source.append(line).append('\n'));
    String code = String.join("\n", lines);
    WORD.matcher(code)
        .results()
        .map(word -> simpleName(about).equals(word.group()) ? about : types.get(word.group()))
        .filter(type -> type != null && !code.contains("." + simpleName(type) + ";"))
        .distinct()
        .forEach(type -> source.append("import %s;\n".formatted(type)));
    source.append("public class %s {\n".formatted(className));
    source.append("public static void run(BiConsumer<String, Object> shown_) throws Exception {\n");
    statements(lines).forEach(statement -> source.append(statement).append('\n'));
    return source.append("}\n}\n").toString();
  }

  private static String simpleName(String type) {
    return type.substring(type.lastIndexOf('.') + 1);
  }

  /** Joins lines that belong together, and hands the value of expressions over. */
  private static List<String> statements(List<String> lines) {
    var statements = new ArrayList<String>();
    var open = new StringBuilder();
    for (int k = 0; k < lines.size(); k++) {
      String[] parts = (" " + lines.get(k)).split(" +// ", 2);
      open.append(parts[0]).append('\n');
      String next = k + 1 < lines.size() ? lines.get(k + 1).strip() : "";
      if (next.startsWith(".") || depth(open) > 0) {
        continue;
      }
      String statement = open.toString().strip();
      open.setLength(0);
      if (statement.isEmpty() || statement.endsWith(";") || statement.endsWith("}")) {
        statements.add(statement);
        continue;
      }
      String below = next.startsWith("// ") ? next.substring(3) : "";
      String expected = parts.length > 1 ? parts[1].strip() : below;
      String quoted = expected.replace("\\", "\\\\").replace("\"", "\\\"");
      statements.add("shown_.accept(\"%s\", %s);".formatted(quoted, statement));
    }
    statements.add(open.toString());
    return statements;
  }

  private static int depth(CharSequence code) {
    String bare = code.toString().replaceAll("\"(\\\\.|[^\"\\\\])*\"|'(\\\\.|[^'\\\\])'", "");
    return bare.replaceAll("[^({\\[]", "").length() - bare.replaceAll("[^)}\\]]", "").length();
  }
}
