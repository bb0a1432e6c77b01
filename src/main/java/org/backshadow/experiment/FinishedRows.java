package org.backshadow.experiment;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.function.Supplier;
import org.backshadow.experiment.Contender.Outcome;

/**
 * The rows of a comparison as they are finished. A method that fails has a row that says so, and
 * the others go on; an interrupt loses none, for the next read begins after the last. What a row
 * holds depends on its seeds alone, so that nothing else shows whether it was kept.
 *
 * @param <K> what tells the rows apart
 */
final class FinishedRows<K extends Object> {
  private final Map<K, ComparisonRow> rows = new LinkedHashMap<>();
  private final Map<K, RuntimeException> failures = new LinkedHashMap<>();

  /**
   * The row of a method, run if it is not there.
   *
   * @throws CancellationException if interrupted
   */
  ComparisonRow row(K key, String method, boolean exact, Supplier<List<Outcome>> runs) {
    ComparisonRow known = rows.get(key);
    if (known == null) {
      known = run(key, method, exact, runs);
      rows.put(key, known);
    }
    return known;
  }

  private ComparisonRow run(K key, String method, boolean exact, Supplier<List<Outcome>> runs) {
    try {
      return ComparisonRow.of(method, exact, runs.get());
    } catch (CancellationException e) {
      throw e;
    } catch (RuntimeException e) {
      failures.put(key, e);
      return ComparisonRow.failed(method, e);
    }
  }

  /** Throws the first failure if there is no row but of failures: then nothing is lost by it. */
  void requireAnyOf(List<K> keys) {
    if (!keys.isEmpty() && failures.keySet().containsAll(keys)) {
      throw failures.values().iterator().next();
    }
  }

  /** What to throw when an interrupt ends a comparison of so many methods. */
  CancellationException interrupted(int of) {
    return new CancellationException(
        "compare: interrupted; %d of %d methods are finished and kept: show it again to go on"
            .formatted(rows.size(), of));
  }
}
