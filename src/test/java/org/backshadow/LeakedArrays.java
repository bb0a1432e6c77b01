package org.backshadow;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import org.jspecify.annotations.Nullable;

/**
 * Public methods of public classes that load a field of array type and return it at once, by their
 * byte code, so the accessor of a record's array counts too. A field that goes through a local
 * variable or a condition is not seen.
 */
final class LeakedArrays {
  private LeakedArrays() {}

  static List<String> of(JavaClasses classes) throws IOException {
    var found = new ArrayList<String>();
    for (JavaClass item : classes) {
      if (item.getModifiers().contains(JavaModifier.PUBLIC) && !item.isInterface()) {
        byte[] code = Files.readAllBytes(Path.of(item.getSource().orElseThrow().getUri()));
        new ClassReader(code).accept(new Leaks(item.getName(), found), 0);
      }
    }
    return found;
  }

  private static final class Leaks extends ClassVisitor {
    private final String owner;
    private final List<String> found;

    Leaks(String owner, List<String> found) {
      super(Opcodes.ASM9);
      this.owner = owner;
      this.found = found;
    }

    @Override
    public @Nullable MethodVisitor visitMethod(
        int access, String name, String descriptor, String signature, String[] exceptions) {
      if ((access & Opcodes.ACC_PUBLIC) == 0 || !descriptor.contains(")[")) {
        return null;
      }
      return new MethodVisitor(Opcodes.ASM9) {
        private boolean fieldLoaded;

        @Override
        public void visitFieldInsn(int opcode, String type, String field, String fieldType) {
          fieldLoaded =
              fieldType.startsWith("[")
                  && (opcode == Opcodes.GETFIELD || opcode == Opcodes.GETSTATIC);
        }

        @Override
        public void visitInsn(int opcode) {
          if (opcode == Opcodes.ARETURN && fieldLoaded) {
            found.add(owner + "." + name);
          }
          fieldLoaded = false;
        }

        @Override
        public void visitMethodInsn(
            int opcode, String type, String method, String methodType, boolean isInterface) {
          fieldLoaded = false;
        }

        @Override
        public void visitVarInsn(int opcode, int variable) {
          fieldLoaded = false;
        }
      };
    }
  }
}
