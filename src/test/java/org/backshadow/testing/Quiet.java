package org.backshadow.testing;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.lang.StackWalker.StackFrame;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import org.backshadow.Backshadow;
import org.backshadow.bench.Bench;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Watches every test class: no byte on the standard streams comes from the library. A program that
 * prints by intent is {@link Bench} alone.
 */
public final class Quiet implements BeforeAllCallback, AfterAllCallback {
  private static final StackWalker WALKER =
      StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE);

  private static final Queue<String> NOISE = new ConcurrentLinkedQueue<>();

  @Override
  public void beforeAll(ExtensionContext context) {
    if (!(System.out instanceof Watched)) {
      System.setOut(new Watched(System.out));
      System.setErr(new Watched(System.err));
    }
  }

  @Override
  public void afterAll(ExtensionContext context) {
    String noise = NOISE.poll();
    NOISE.clear();
    if (noise != null) {
      throw new AssertionError("the library prints: " + noise);
    }
  }

  /**
   * The method of the library that prints, if it is one and no example: the nearest one decides.
   */
  static Optional<String> printer(Stream<? extends StackFrame> frames) {
    return frames
        .filter(frame -> frame.getClassName().matches("(org\\.backshadow|examples)\\..*"))
        .filter(frame -> !frame.getClassName().startsWith(Quiet.class.getName()))
        .findFirst()
        .filter(frame -> isLibrary(frame.getDeclaringClass()))
        .map(frame -> frame.getClassName() + "." + frame.getMethodName());
  }

  /** From the library and not from its tests. */
  static boolean isLibrary(Class<?> type) {
    return type.getPackage() != Bench.class.getPackage()
        && type.getProtectionDomain()
            .getCodeSource()
            .equals(Backshadow.class.getProtectionDomain().getCodeSource());
  }

  private static final class Watched extends PrintStream {
    Watched(PrintStream inner) {
      super(new Watch(inner), true);
    }
  }

  private static final class Watch extends FilterOutputStream {
    Watch(OutputStream inner) {
      super(inner);
    }

    @Override
    public void write(int b) throws IOException {
      note();
      out.write(b);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
      note();
      out.write(bytes, from, length);
    }

    private static void note() {
      WALKER.walk(Quiet::printer).ifPresent(NOISE::add);
    }
  }
}
