package org.backshadow.state.engine;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.lang.management.ManagementFactory;

/**
 * {@code a b + c} rounded once, as vectors have it. A processor without such an instruction rounds
 * twice: to round once it would need a thousand times as long.
 */
final class MultiplyAdd {
  private static final boolean ONCE = instruction();

  private MultiplyAdd() {}

  static double fma(double a, double b, double c) {
    return ONCE ? Math.fma(a, b, c) : a * b + c;
  }

  private static boolean instruction() {
    try {
      var jvm = ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);
      return jvm == null || Boolean.parseBoolean(jvm.getVMOption("UseFMA").getValue());
    } catch (IllegalArgumentException | LinkageError unknown) {
      return true;
    }
  }
}
