package org.backshadow.testing;

import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.SnippetEvent;
import org.jspecify.annotations.Nullable;

/** Runs lines of Java as a notebook's cells do, in this virtual machine. */
public final class Snippets implements AutoCloseable {
  /** Where a cell, which runs in a thread of the shell's, leaves its value. */
  private static final AtomicReference<@Nullable Object> VALUE = new AtomicReference<>();

  private final JShell shell = JShell.builder().executionEngine("local").build();

  public Snippets(String... imports) {
    String classPath = System.getProperty("surefire.test.class.path");
    shell.addToClasspath(classPath == null ? System.getProperty("java.class.path") : classPath);
    List.of(imports).forEach(this::run);
  }

  /** Runs one statement. */
  public void run(String line) {
    for (SnippetEvent event : shell.eval(line)) {
      if (event.exception() != null) {
        throw new AssertionError(line, event.exception());
      }
      if (event.status() == Snippet.Status.REJECTED) {
        var problems = shell.diagnostics(event.snippet()).map(d -> d.getMessage(null)).toList();
        throw new AssertionError(line + ": " + problems);
      }
    }
  }

  /** The value of an expression. */
  public @Nullable Object value(String expression) {
    run(Snippets.class.getName() + ".leave(" + expression + ")");
    return VALUE.getAndSet(null);
  }

  /** Called by the cells. */
  public static void leave(@Nullable Object value) {
    VALUE.set(value);
  }

  @Override
  public void close() {
    shell.close();
  }
}
