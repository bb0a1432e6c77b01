package org.backshadow.optimize;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.backshadow.estimate.Estimate;

/** The points of a run as they come, and the losses that were measured at them. */
final class Course {
  private record Visit(int step, double loss, long copies, double[] theta) {}

  private final List<Visit> visits = new ArrayList<>();
  private final Map<List<Double>, Estimate> measured = new HashMap<>();

  void add(int step, double loss, long copies, double[] theta) {
    visits.add(new Visit(step, loss, copies, theta.clone()));
  }

  /** A measured loss, which may belong to a point that comes later, or to none. */
  void measured(double[] theta, Estimate loss) {
    measured.put(place(theta), loss);
  }

  boolean isEmpty() {
    return visits.isEmpty();
  }

  /** The steps with what is known of them by now. */
  List<Training.Point> points() {
    return visits.stream()
        .map(
            visit ->
                new Training.Point(
                    visit.step(),
                    visit.loss(),
                    Optional.ofNullable(measured.get(place(visit.theta()))),
                    visit.copies(),
                    visit.theta()))
        .toList();
  }

  private static List<Double> place(double[] theta) {
    return Arrays.stream(theta).boxed().toList();
  }
}
