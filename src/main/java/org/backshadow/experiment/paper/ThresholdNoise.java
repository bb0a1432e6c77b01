package org.backshadow.experiment.paper;

import java.util.Arrays;
import java.util.Locale;
import org.backshadow.figure.Figure;
import org.backshadow.measure.coherent.GentleCheck;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.Table;

/**
 * What noise on the count of a check buys: the damage of passing it, with a sharp threshold and
 * with exponential noise.
 *
 * <p>A sharp threshold damages a batch by the root of its alarm probability p. With noise of mean
 * lambda the damage is about {@code p sd / lambda}, sd the standard deviation of the count: more
 * alarms at the same threshold, and at the same number of alarms much less damage. That is what
 * lets many checks pass one after the other, since their alarms are few in all. The damage is the
 * exact trace distance of the passed batch from the undisturbed one, {@code sd(r) / sqrt(E r^2)}
 * for {@code r = sqrt(1 - q(N))}.
 */
final class ThresholdNoise {
  /** In counts: so little that no count feels it. */
  private static final double NONE = 1e-6;

  private static final double[] NOISES = {0, 0.5, 1, 2};
  private static final double FARTHEST = 5;

  private ThresholdNoise() {}

  static PaperResult run(double mean, int copies, double... positions) {
    if (!(Math.abs(mean) < 1)) {
      throw new IllegalArgumentException(
          "thresholdNoise: the mean is %s; a check that can do damage has one between -1 and 1"
              .formatted(mean));
    }
    if (copies < 10) {
      throw new IllegalArgumentException(
          "thresholdNoise: %d copies; at least 10 are needed for thresholds behind the mean"
              .formatted(copies));
    }
    if (positions.length == 0 || Arrays.stream(positions).anyMatch(at -> !(at > 0 && at <= 20))) {
      throw new IllegalArgumentException(
          "thresholdNoise: thresholds at %s standard deviations; give some above 0, at most 20"
              .formatted(Arrays.toString(positions)));
    }
    double p = (1 + mean) / 2;
    var position = DoubleColumn.create("threshold above the mean (sd)");
    var noise = DoubleColumn.create("mean noise (sd)");
    var alarm = DoubleColumn.create("probability of an alarm");
    var damage = DoubleColumn.create("damage (exact trace distance)");
    var estimate = DoubleColumn.create("p sd / noise");
    for (double at : positions) {
      for (double level : NOISES) {
        GentleCheck.Passage passage = check(copies, p, at, level).passage(p);
        position.append(at);
        noise.append(level);
        alarm.append(passage.alarm());
        damage.append(damage(passage));
        estimate.append(level == 0 ? Double.NaN : passage.alarm() / level);
      }
    }
    GentleCheck.Passage gentle = check(copies, p, 3, 1).passage(p);
    return new PaperResult(
        String.format(
            Locale.ROOT,
            "%d copies, noise of 1 sd, threshold 3 sd above the mean: %.3f alarms and damage %.3f"
                + " (exact). A sharp threshold with as many alarms does damage %.2f.",
            copies,
            gentle.alarm(),
            damage(gentle),
            Math.sqrt(gentle.alarm())),
        Table.create(
            "damage of a passed check with noise on its count",
            position,
            noise,
            alarm,
            damage,
            estimate),
        plot(copies, p));
  }

  private static Figure plot(int copies, double p) {
    Figure figure =
        Figure.of("noise on the count makes a check gentle")
            .x("probability of an alarm")
            .y("trace distance")
            .logX()
            .logY()
            .caption(
                copies + " copies; each point is a threshold; noise in sd of the count; exact");
    int points = 12;
    double[] alarms = new double[points];
    double[] roots = new double[points];
    for (double level : NOISES) {
      double[] damages = new double[points];
      for (int k = 0; k < points; k++) {
        double at = 0.5 + (FARTHEST - 0.5) * k / (points - 1);
        GentleCheck.Passage passage = check(copies, p, at, level).passage(p);
        alarms[k] = passage.alarm();
        damages[k] = damage(passage);
        roots[k] = Math.sqrt(alarms[k]);
      }
      if (level == 0) {
        figure = figure.theory("root of the probability", alarms, roots);
      }
      figure =
          figure.points(
              level == 0
                  ? "sharp"
                  : "noise " + (level == Math.rint(level) ? "" + (int) level : "" + level),
              alarms,
              damages);
    }
    return figure;
  }

  private static GentleCheck check(int copies, double p, double position, double noise) {
    double deviation = Math.sqrt(copies * p * (1 - p));
    return new GentleCheck(
        copies, copies * p + position * deviation, Math.max(NONE, noise * deviation));
  }

  private static double damage(GentleCheck.Passage passage) {
    return passage.disturbance() / Math.sqrt(1 - passage.alarm());
  }
}
