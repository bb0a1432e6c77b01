package org.backshadow.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.backshadow.figure.Axis.Tick;

/** Chooses tick values that are round, few enough for their labels, and never fewer than two. */
final class Ticks {
  private static final int[][] MANTISSAS = {
    {1}, {1, 3}, {1, 2, 5}, {1, 2, 3, 5, 7}, {1, 2, 3, 4, 5, 6, 7, 8, 9}
  };
  private static final String SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";

  private Ticks() {}

  static List<Tick> linear(Axis axis, int room) {
    double step = roundUp((axis.max() - axis.min()) / Math.max(2, room));
    if (axis.step() == Axis.Step.WHOLE) {
      step = Math.max(1, step);
    }
    int digits = (int) Math.max(0, -Math.floor(Math.log10(step) + 1e-9));
    double largest = Math.max(Math.abs(axis.min()), Math.abs(axis.max()));
    double last = Math.floor(axis.max() / step + 1e-9);
    var ticks = new ArrayList<Tick>();
    // The bound on the count matters only where the range is below the spacing of doubles.
    for (double k = Math.ceil(axis.min() / step - 1e-9); k <= last && ticks.size() < 99; k++) {
      ticks.add(new Tick(k * step, linearLabel(k * step, digits, largest, step)));
    }
    boolean finer = ticks.size() < 2 && axis.step() != Axis.Step.WHOLE && room < 20;
    return finer ? linear(axis, room + 1) : List.copyOf(ticks);
  }

  static List<Tick> log(Axis axis, int room) {
    if (axis.step() == Axis.Step.DOUBLINGS) {
      int every = 1;
      while (powersOfTwo(axis.min(), axis.max(), every).size() > room) {
        every++;
      }
      return powersOfTwo(axis.min(), axis.max(), every);
    }
    var ticks = logTicks(axis.min(), axis.max(), Math.max(2, room));
    // A range inside one step of the leading digit has no round values but linear ones.
    return ticks.size() >= 2 ? ticks : linear(axis, Math.min(room, 4));
  }

  static List<Double> minor(Axis axis) {
    boolean crowded = Math.log10(axis.max() / axis.min()) > 6;
    return decades(axis.min(), axis.max(), 1, MANTISSAS[crowded ? 0 : 4]).stream()
        .map(Tick::value)
        .toList();
  }

  private static List<Tick> logTicks(double min, double max, int room) {
    // The fewest labels that make the scale readable: whole decades when three or more are in
    // sight, else mantissas are added while there is room.
    List<Tick> best = List.of();
    for (int[] mantissas : MANTISSAS) {
      var ticks = decades(min, max, 1, mantissas);
      if (ticks.size() > room && best.size() >= 2) {
        return best;
      }
      best = ticks;
      if (ticks.size() >= 3) {
        break;
      }
    }
    for (int every = 2; best.size() > room && every < 400; every++) {
      best = decades(min, max, every, MANTISSAS[0]);
    }
    return best;
  }

  private static List<Tick> decades(double min, double max, int every, int[] mantissas) {
    var ticks = new ArrayList<Tick>();
    int first = (int) Math.floor(Math.log10(min));
    int last = (int) Math.ceil(Math.log10(max));
    for (int k = first; k <= last; k++) {
      if (Math.floorMod(k, every) != 0) {
        continue;
      }
      for (int mantissa : mantissas) {
        double value = Double.parseDouble(mantissa + "e" + k);
        if (value >= min && value <= max) {
          ticks.add(new Tick(value, logLabel(mantissa, k)));
        }
      }
    }
    return List.copyOf(ticks);
  }

  private static List<Tick> powersOfTwo(double min, double max, int every) {
    var ticks = new ArrayList<Tick>();
    int first = (int) Math.ceil(Math.log(min) / Math.log(2));
    for (int k = first; Math.scalb(1.0, k) <= max; k += every) {
      double value = Math.scalb(1.0, k);
      ticks.add(new Tick(value, k < 17 ? plain(value, 0) : "2" + superscript(k)));
    }
    return List.copyOf(ticks);
  }

  private static double roundUp(double step) {
    double power = Math.pow(10, Math.floor(Math.log10(step)));
    double lead = step / power;
    return power * (lead <= 1.0001 ? 1 : lead <= 2.0001 ? 2 : lead <= 5.0001 ? 5 : 10);
  }

  private static String linearLabel(double value, int digits, double largest, double step) {
    if (value == 0) {
      return "0";
    }
    if (largest >= 1e6 || largest < 1e-3) {
      int exponent = (int) Math.floor(Math.log10(largest));
      int after = Math.max(0, exponent - (int) Math.floor(Math.log10(step) + 1e-9));
      return String.format(Locale.ROOT, "%." + after + "f", value / Math.pow(10, exponent))
          + "·10"
          + superscript(exponent);
    }
    return plain(value, digits);
  }

  private static String logLabel(int mantissa, int exponent) {
    if (exponent >= -3 && exponent <= 3) {
      return plain(mantissa * Math.pow(10, exponent), Math.max(0, -exponent));
    }
    return (mantissa == 1 ? "" : mantissa + "·") + "10" + superscript(exponent);
  }

  private static String plain(double value, int digits) {
    String pattern = Math.abs(value) >= 10_000 ? "%,." : "%.";
    return String.format(Locale.ROOT, pattern + digits + "f", value).replace('-', '−');
  }

  static String superscript(int exponent) {
    var text = new StringBuilder(exponent < 0 ? "⁻" : "");
    for (char digit : Integer.toString(Math.abs(exponent)).toCharArray()) {
      text.append(SUPERSCRIPTS.charAt(digit - '0'));
    }
    return text.toString();
  }
}
