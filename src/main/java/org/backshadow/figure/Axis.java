package org.backshadow.figure;

import java.util.List;
import java.util.stream.DoubleStream;

/**
 * A numeric axis: its range, its scale and which steps suit its data.
 *
 * @param min left or lower end, in data units
 * @param max right or upper end
 */
record Axis(double min, double max, boolean log, Step step) {

  /** What the labelled values should be, besides round. */
  enum Step {
    ANY,
    WHOLE,
    DOUBLINGS
  }

  record Tick(double value, String label) {}

  /**
   * An axis around the values, with a margin.
   *
   * @param values finite, positive when {@code log}; may be empty; read
   * @param fromZero whether zero is in sight (bars)
   */
  static Axis around(double[] values, boolean log, boolean fromZero) {
    double low = DoubleStream.of(values).min().orElse(log ? 1 : 0);
    double high = DoubleStream.of(values).max().orElse(log ? 10 : 1);
    if (log) {
      double margin = low == high ? 2 : Math.pow(high / low, 0.06);
      boolean doublings = values.length > 2 && DoubleStream.of(values).allMatch(Axis::powerOfTwo);
      return new Axis(low / margin, high * margin, true, doublings ? Step.DOUBLINGS : Step.ANY);
    }
    boolean whole = values.length > 0 && DoubleStream.of(values).allMatch(v -> v == Math.rint(v));
    Step step = whole ? Step.WHOLE : Step.ANY;
    if (fromZero) {
      low = Math.min(low, 0);
      high = Math.max(high, 0);
    }
    if (low == high) {
      double margin = low == 0 ? 1 : 0.1 * Math.abs(low);
      return new Axis(low - margin, high + margin, false, step);
    }
    double margin = 0.06 * (high - low);
    boolean stands = fromZero && low == 0;
    boolean hangs = fromZero && high == 0;
    return new Axis(stands ? 0 : low - margin, hangs ? 0 : high + margin, false, step);
  }

  /** Where a value stands: 0 at {@code min}, 1 at {@code max}. */
  double at(double value) {
    return log
        ? (Math.log(value) - Math.log(min)) / (Math.log(max) - Math.log(min))
        : (value - min) / (max - min);
  }

  /** Labelled values, ascending; about {@code room} of them at most. */
  List<Tick> ticks(int room) {
    return log ? Ticks.log(this, room) : Ticks.linear(this, room);
  }

  /** Values that get a short tick without a label. */
  List<Double> minor() {
    return log && step != Step.DOUBLINGS ? Ticks.minor(this) : List.of();
  }

  private static boolean powerOfTwo(double value) {
    return value >= 1 && value <= 1L << 52 && Math.scalb(1.0, Math.getExponent(value)) == value;
  }
}
