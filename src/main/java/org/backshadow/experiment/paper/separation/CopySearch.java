package org.backshadow.experiment.paper.separation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import org.backshadow.progress.Progress;
import org.backshadow.resources.Interrupts;
import org.backshadow.resources.Parallel;
import org.backshadow.resources.Seed;

/**
 * The smallest effort on the grid {@code 2^(k/4)} with which a learner succeeds in at least two
 * thirds of the trials, found by running: from where the size before ended, in steps until it works
 * or no longer works, then by bisection, which takes success to grow with the effort.
 */
final class CopySearch {
  /** Grid points of a step: a factor of 2. */
  private static final int STEP = 4;

  /** The last grid point, an effort of {@code 2^30}. */
  private static final int LAST = 120;

  /** One trial: whether it was right, and the copies that the ledger charged. */
  record Trial(boolean success, long copies) {}

  /** A way to learn, with an effort that it scales its numbers of copies by. */
  interface Learner {
    String name();

    /** The largest number of qubits that it is run for. */
    int mostQubits();

    /** The grid point that the first size begins at. */
    int start();

    /**
     * Runs a trial.
     *
     * @param instance the trial's own state, the same for every learner and effort
     * @param run the randomness of this run
     */
    Trial run(int qubits, double effort, Seed instance, Seed run);
  }

  private final List<Integer> sizes;
  private final int trials;
  private final long seed;
  private final int threads;

  CopySearch(List<Integer> sizes, int trials, long seed, int threads) {
    this.sizes = sizes;
    this.trials = trials;
    this.seed = seed;
    this.threads = threads;
  }

  /** All sizes with all learners; an interrupt ends it with the points that are finished. */
  CopiesNeeded run(String title, String remark, List<Learner> learners) {
    var points = new ArrayList<CopiesNeeded.Point>();
    int[] at = learners.stream().mapToInt(Learner::start).toArray();
    String words = String.format(Locale.ROOT, "%s; %d trials, seed %d", remark, trials, seed);
    try (Progress progress = Progress.of(title, (long) sizes.size() * learners.size())) {
      for (int qubits : sizes) {
        for (int l = 0; l < at.length; l++) {
          Interrupts.check();
          Learner learner = learners.get(l);
          if (qubits <= learner.mostQubits()) {
            at[l] = find(learner, qubits, at[l], points);
          }
          progress.advance(1);
        }
        progress.show(new CopiesNeeded(title, words, seed, points, false).plot());
      }
    } catch (CancellationException e) {
      return new CopiesNeeded(title, words, seed, points, false);
    }
    return new CopiesNeeded(title, words, seed, points, true);
  }

  /** The grid point found; adds its point. */
  private int find(Learner learner, int qubits, int start, List<CopiesNeeded.Point> points) {
    int high = start;
    List<Trial> found = trials(learner, qubits, high);
    int low = high;
    if (found.isEmpty()) {
      while (found.isEmpty()) {
        low = high;
        high += STEP;
        if (high > LAST) {
          throw new IllegalStateException(
              learner.name() + " does not succeed on " + qubits + " qubits with an effort of 2^30");
        }
        found = trials(learner, qubits, high);
      }
    } else {
      List<Trial> lower = found;
      while (!lower.isEmpty()) {
        found = lower;
        high = low;
        low -= STEP;
        lower = low < 0 ? List.of() : trials(learner, qubits, low);
      }
    }
    while (high - low > 1) {
      int middle = Math.floorDiv(low + high, 2);
      List<Trial> outcomes = middle < 0 ? List.of() : trials(learner, qubits, middle);
      if (outcomes.isEmpty()) {
        low = middle;
      } else {
        high = middle;
        found = outcomes;
      }
    }
    points.add(
        new CopiesNeeded.Point(
            learner.name(),
            qubits,
            found.stream().mapToLong(Trial::copies).average().orElse(0),
            (int) found.stream().filter(Trial::success).count(),
            trials));
    return high;
  }

  /** All trials with an effort, or none as soon as more than a third have failed. */
  private List<Trial> trials(Learner learner, int qubits, int grid) {
    double effort = StrictMath.pow(2, grid / 4.0);
    Seed instances = new Seed(seed).child("instances").child(qubits);
    Seed runs = new Seed(seed).child(learner.name()).child(qubits).child(grid);
    int allowed = trials / 3;
    var failed = new AtomicInteger();
    List<Optional<Trial>> outcomes =
        Parallel.map(
            trials,
            threads,
            t -> {
              if (failed.get() > allowed) {
                return Optional.empty();
              }
              Trial trial = learner.run(qubits, effort, instances.child(t), runs.child(t));
              if (!trial.success()) {
                failed.incrementAndGet();
              }
              return Optional.of(trial);
            });
    return failed.get() > allowed
        ? List.of()
        : outcomes.stream().flatMap(Optional::stream).toList();
  }
}
