package org.backshadow.testing;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** Compiles source text against the class path of the tests, without files. */
public final class MemoryCompiler {
  private final Map<String, ByteArrayOutputStream> classes = new LinkedHashMap<>();
  private final Map<String, List<String>> problems = new LinkedHashMap<>();

  private MemoryCompiler() {}

  /**
   * Compiles classes together; those with problems are left out and the others compiled anyway.
   *
   * @param sources source text by full class name
   * @param options of the compiler, such as {@code -Xlint:all}
   */
  public static MemoryCompiler compile(Map<String, String> sources, String... options) {
    var compiler = new MemoryCompiler();
    var left = new LinkedHashMap<>(sources);
    while (!left.isEmpty() && !compiler.attempt(left, List.of(options))) {
      left.keySet().removeAll(compiler.problems.keySet());
    }
    return compiler;
  }

  /** What the compiler said of a class, {@code line: message}; empty if it was compiled. */
  public List<String> problems(String name) {
    return problems.getOrDefault(name, List.of());
  }

  /** The compiled classes. */
  public List<byte[]> bytes() {
    return classes.values().stream().map(ByteArrayOutputStream::toByteArray).toList();
  }

  /** A loader of the compiled classes. */
  public ClassLoader loader() {
    return new ClassLoader(MemoryCompiler.class.getClassLoader()) {
      @Override
      protected Class<?> findClass(String name) throws ClassNotFoundException {
        var bytes = classes.get(name);
        if (bytes == null) {
          throw new ClassNotFoundException(name);
        }
        return defineClass(name, bytes.toByteArray(), 0, bytes.size());
      }
    };
  }

  private boolean attempt(Map<String, String> sources, List<String> options) {
    classes.clear();
    var diagnostics = new DiagnosticCollector<JavaFileObject>();
    var javac = ToolProvider.getSystemJavaCompiler();
    var files = new Outputs(javac.getStandardFileManager(diagnostics, Locale.ROOT, null));
    var all = new ArrayList<>(List.of("--release", "17", "-parameters", "-proc:none"));
    all.addAll(List.of("-classpath", classPath()));
    all.addAll(options);
    var units = sources.entrySet().stream().map(e -> new Source(e.getKey(), e.getValue())).toList();
    boolean compiled = javac.getTask(null, files, diagnostics, all, null, units).call();
    for (var diagnostic : diagnostics.getDiagnostics()) {
      note(diagnostic, compiled);
    }
    if (!compiled && problems.keySet().stream().noneMatch(sources::containsKey)) {
      throw new AssertionError("the compiler failed: " + diagnostics.getDiagnostics());
    }
    return compiled;
  }

  private void note(Diagnostic<? extends JavaFileObject> diagnostic, boolean compiled) {
    if (diagnostic.getSource() instanceof Source source
        && (compiled || diagnostic.getKind() == Diagnostic.Kind.ERROR)
        && diagnostic.getKind() != Diagnostic.Kind.NOTE) {
      problems
          .computeIfAbsent(source.className, name -> new ArrayList<>())
          .add(diagnostic.getLineNumber() + ": " + diagnostic.getMessage(Locale.ROOT));
    }
  }

  private static String classPath() {
    String path = System.getProperty("surefire.test.class.path");
    return path == null ? System.getProperty("java.class.path") : path;
  }

  private static final class Source extends SimpleJavaFileObject {
    private final String className;
    private final String text;

    Source(String className, String text) {
      super(URI.create("string:///" + className.replace('.', '/') + ".java"), Kind.SOURCE);
      this.className = className;
      this.text = text;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return text;
    }
  }

  /** Keeps what the compiler writes. */
  private final class Outputs extends ForwardingJavaFileManager<JavaFileManager> {
    Outputs(JavaFileManager files) {
      super(files);
    }

    @Override
    public JavaFileObject getJavaFileForOutput(
        Location location, String className, JavaFileObject.Kind kind, FileObject sibling) {
      return new SimpleJavaFileObject(URI.create("memory:///" + className), kind) {
        @Override
        public OutputStream openOutputStream() {
          var bytes = new ByteArrayOutputStream();
          classes.put(className, bytes);
          return bytes;
        }
      };
    }
  }
}
