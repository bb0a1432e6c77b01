package org.backshadow.notebook.rendering;

import java.util.Locale;

/**
 * Complex numbers as colors: the hue is the phase, and 0 is white. All hues of one magnitude are
 * equally light, in the space OKLCH (Ottosson 2020).
 */
final class PhaseColor {
  private static final double WHITE = 0.985;
  private static final double FULL = 0.64;
  private static final double CHROMA = 0.145;

  /** Phase 0 is blue, and pi an orange that eyes of every kind tell from it. */
  private static final double HUE_OF_ZERO = 255;

  private PhaseColor() {}

  /** The color of a number with this phase in radians; magnitude 1 is the strongest. */
  static String of(double magnitude, double phase) {
    double m = Math.min(1, magnitude);
    double hue = Math.toRadians(HUE_OF_ZERO) + phase;
    double l = WHITE + (FULL - WHITE) * m;
    double a = CHROMA * m * Math.cos(hue);
    double b = CHROMA * m * Math.sin(hue);
    double x = cube(l + 0.3963377774 * a + 0.2158037573 * b);
    double y = cube(l - 0.1055613458 * a - 0.0638541728 * b);
    double z = cube(l - 0.0894841775 * a - 1.2914855480 * b);
    return String.format(
        Locale.ROOT,
        "#%02x%02x%02x",
        channel(4.0767416621 * x - 3.3077115913 * y + 0.2309699292 * z),
        channel(-1.2684380046 * x + 2.6097574011 * y - 0.3413193965 * z),
        channel(-0.0041960863 * x - 0.7034186147 * y + 1.7076147010 * z));
  }

  private static double cube(double x) {
    return x * x * x;
  }

  /** Linear light as a byte of sRGB. */
  private static int channel(double linear) {
    double c = Math.max(0, Math.min(1, linear));
    double encoded = c <= 0.0031308 ? 12.92 * c : 1.055 * Math.pow(c, 1 / 2.4) - 0.055;
    return (int) Math.round(255 * encoded);
  }
}
