package org.backshadow;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every public type and every public member of one has a doc comment; what overrides needs none.
 */
class DocCommentsTest {
  @Test
  void no_public_member_is_without_a_comment() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
      assertThat(without(files.filter(f -> f.toString().endsWith(".java")).toList())).isEmpty();
    }
  }

  @Test
  void members_without_a_comment_are_found(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("Some.java");
    Files.writeString(
        file,
        """
        /** A type. */
        public interface Some {
          /** Said. */
          int said();

          int unsaid();

          enum Kind {
            /** Said. */
            ONE,
            OTHER;

            private int own;

            int own() {
              return own;
            }

            @Override
            public String toString() {
              return "";
            }
          }
        }

        class Hidden {
          public int hidden;
        }
        """);

    assertThat(without(List.of(file))).containsExactly("Some.unsaid", "Some.Kind", "Kind.OTHER");
  }

  private static List<String> without(List<Path> files) throws IOException {
    var javac = ToolProvider.getSystemJavaCompiler();
    var without = new ArrayList<String>();
    try (var manager = javac.getStandardFileManager(null, null, null)) {
      var units = manager.getJavaFileObjectsFromPaths(files);
      var task = (JavacTask) javac.getTask(null, manager, null, null, null, units);
      var members = new Members(Trees.instance(task), without);
      for (CompilationUnitTree unit : task.parse()) {
        members.scan(unit, null);
      }
    }
    return without;
  }

  /** Visits what is public down from a file's types, and notes what has no comment. */
  private static final class Members extends TreePathScanner<Void, Void> {
    private final Trees trees;
    private final List<String> without;

    Members(Trees trees, List<String> without) {
      this.trees = trees;
      this.without = without;
    }

    @Override
    public Void visitClass(ClassTree type, Void nothing) {
      if (!isPublic(type.getModifiers())) {
        return null;
      }
      note(type.getSimpleName().toString());
      return super.visitClass(type, nothing);
    }

    @Override
    public Void visitMethod(MethodTree method, Void nothing) {
      boolean overrides =
          method.getModifiers().getAnnotations().stream()
              .anyMatch(a -> a.getAnnotationType().toString().equals("Override"));
      if (isPublic(method.getModifiers()) && !overrides) {
        note(method.getName().toString());
      }
      return null;
    }

    @Override
    public Void visitVariable(VariableTree field, Void nothing) {
      boolean component = getCurrentPath().getParentPath().getLeaf().getKind() == Tree.Kind.RECORD;
      if (isPublic(field.getModifiers()) && !(component && !isStatic(field))) {
        note(field.getName().toString());
      }
      return null;
    }

    private static boolean isStatic(VariableTree field) {
      return field.getModifiers().getFlags().contains(Modifier.STATIC);
    }

    /** Declared so, or a member of an interface. */
    private boolean isPublic(ModifiersTree modifiers) {
      boolean inInterface =
          getCurrentPath().getParentPath().getLeaf().getKind() == Tree.Kind.INTERFACE;
      var flags = modifiers.getFlags();
      return flags.contains(Modifier.PUBLIC)
          || flags.contains(Modifier.PROTECTED)
          || inInterface && !flags.contains(Modifier.PRIVATE);
    }

    private void note(String name) {
      TreePath path = getCurrentPath();
      if (trees.getDocComment(path) == null) {
        String owner =
            path.getParentPath().getLeaf() instanceof ClassTree type
                ? type.getSimpleName() + "."
                : "";
        without.add(owner + name);
      }
    }
  }
}
