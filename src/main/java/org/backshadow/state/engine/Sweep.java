package org.backshadow.state.engine;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Goes through a state piece by piece. Sums are made chunk by chunk and then in the order of the
 * chunks, so that they have the same bits for any number of threads.
 */
final class Sweep {
  /** A chunk is one piece up to 25 qubits, as an interrupt is seen between chunks only. */
  private static final int MOST_CHUNKS = 1024;

  private final Kernels kernels;
  private final Crew crew;
  private final double[] @Nullable [] pieces;

  Sweep(Kernels kernels, Workers workers) {
    this.kernels = kernels;
    this.crew = workers.crew();
    this.pieces = new double[2 * workers.threads()][];
  }

  /** A state of n qubits in two arrays. */
  record Parts(double[] re, double[] im) {
    static Parts zero(int qubits) {
      return new Parts(new double[1 << qubits], new double[1 << qubits]);
    }
  }

  /** A worker's own room for a piece, kept from one pass to the next. */
  private double[] piece(int worker, int which, Coset coset) {
    int k = 2 * worker + which;
    double[] piece = pieces[k];
    if (piece == null || piece.length < numbers(coset)) {
      piece = new double[numbers(coset)];
      pieces[k] = piece;
    }
    return piece;
  }

  private int numbers(Coset coset) {
    return 2 * coset.rows() * kernels.width();
  }

  /** Overwrites a state by a gate times it, or by the inverse gate times it. */
  void apply(BlockGate gate, Parts psi, boolean inverse) {
    gate.apply(psi, crew, inverse);
  }

  void forward(List<Batch> batches, Weights weights, Parts psi) {
    for (Batch batch : batches) {
      var steps = new PieceSteps(kernels, weights, batch);
      int[] starts = batch.starts();
      int chunks = Math.min(MOST_CHUNKS, starts.length);
      crew.run(
          chunks,
          (chunk, worker) -> {
            double[] u = piece(worker, 0, batch.coset());
            for (int k = first(chunk, chunks, starts.length);
                k < first(chunk + 1, chunks, starts.length);
                k++) {
              gather(psi, u, batch.coset(), starts[k]);
              double factor = steps.forward(u, starts[k]);
              scatter(u, psi, batch.coset(), starts[k], factor);
            }
          });
    }
  }

  private static int first(int chunk, int chunks, int count) {
    return (int) ((long) count * chunk / chunks);
  }

  private void gather(Parts state, double[] u, Coset coset, int start) {
    kernels.gather(state.re, u, 0, coset, start);
    kernels.gather(state.im, u, coset.rows(), coset, start);
  }

  private void scatter(double[] u, Parts state, Coset coset, int start, double factor) {
    kernels.scatter(u, 0, state.re, coset, start, factor);
    kernels.scatter(u, coset.rows(), state.im, coset, start, factor);
  }

  /** {@code <psi|O|psi>}. */
  double expectation(ObservablePlan plan, Parts psi) {
    double total = 0;
    for (ObservablePlan.Part part : plan.parts()) {
      Coset coset = part.coset();
      int chunks = Math.min(MOST_CHUNKS, coset.count());
      double[] sums = new double[chunks];
      crew.run(
          chunks,
          (chunk, worker) -> {
            double[] u = piece(worker, 0, coset);
            for (int k = first(chunk, chunks, coset.count());
                k < first(chunk + 1, chunks, coset.count());
                k++) {
              int start = coset.start(k);
              gather(psi, u, coset, start);
              sums[chunk] += expectation(part, u, start);
            }
          });
      for (double sum : sums) {
        total += sum;
      }
    }
    return total;
  }

  private double expectation(ObservablePlan.Part part, double[] u, int start) {
    double sum = 0;
    for (ObservablePlan.Product product : part.products()) {
      sum +=
          kernels.product(
              u,
              part.coset().rows(),
              product.rowFlips(),
              product.laneFlips(),
              product.keys(),
              product.flip(start),
              product.factors());
    }
    for (ObservablePlan.Pair pair : part.pairs()) {
      sum += pair.value(kernels, u, part.coset().rows(), start);
    }
    return sum;
  }

  /** Overwrites out by {@code O psi}; returns {@code <psi|O|psi>}. */
  double product(ObservablePlan plan, Parts psi, Parts out) {
    double total = 0;
    boolean first = true;
    for (ObservablePlan.Part part : plan.parts()) {
      Coset coset = part.coset();
      int chunks = Math.min(MOST_CHUNKS, coset.count());
      double[] sums = new double[chunks];
      boolean overwrite = first;
      crew.run(
          chunks,
          (chunk, worker) -> {
            for (int k = first(chunk, chunks, coset.count());
                k < first(chunk + 1, chunks, coset.count());
                k++) {
              sums[chunk] += product(part, psi, out, coset.start(k), worker, overwrite);
            }
          });
      first = false;
      for (double sum : sums) {
        total += sum;
      }
    }
    return total;
  }

  private double product(
      ObservablePlan.Part part, Parts psi, Parts out, int start, int worker, boolean overwrite) {
    Coset coset = part.coset();
    double[] u = piece(worker, 0, coset);
    double[] l = piece(worker, 1, coset);
    gather(psi, u, coset, start);
    multiply(part, u, l, start);
    if (overwrite) {
      scatter(l, out, coset, start, 1);
    } else {
      kernels.scatterAdd(l, 0, out.re, coset, start);
      kernels.scatterAdd(l, coset.rows(), out.im, coset, start);
    }
    return kernels.dot(u, l, numbers(coset));
  }

  private void multiply(ObservablePlan.Part part, double[] u, double[] l, int start) {
    Arrays.fill(l, 0, numbers(part.coset()), 0);
    for (ObservablePlan.Product product : part.products()) {
      kernels.addProduct(
          l,
          u,
          part.coset().rows(),
          product.rowFlips(),
          product.laneFlips(),
          product.keys(),
          product.flip(start),
          product.factors());
    }
    for (ObservablePlan.Pair pair : part.pairs()) {
      pair.add(kernels, l, u, part.coset().rows(), start);
    }
  }

  /** Takes psi and lambda back, adding {@code Im <lambda|P|psi>} at each rotation to the slopes. */
  void back(List<Batch> batches, Weights weights, Parts psi, Parts lambda, double[] slopes) {
    for (Batch batch : batches) {
      var steps = new PieceSteps(kernels, weights, batch);
      int[] starts = batch.starts();
      int chunks = Math.min(MOST_CHUNKS, starts.length);
      double[][] sums = new double[chunks][];
      crew.run(
          chunks,
          (chunk, worker) -> {
            double[] u = piece(worker, 0, batch.coset());
            double[] l = piece(worker, 1, batch.coset());
            var sum = new Slopes(batch, weights, kernels.width());
            for (int k = first(chunk, chunks, starts.length);
                k < first(chunk + 1, chunks, starts.length);
                k++) {
              gather(psi, u, batch.coset(), starts[k]);
              gather(lambda, l, batch.coset(), starts[k]);
              double factor = steps.back(u, l, starts[k], sum);
              scatter(u, psi, batch.coset(), starts[k], factor);
              scatter(l, lambda, batch.coset(), starts[k], factor);
            }
            steps.square(sum);
            sums[chunk] = sum.totals();
          });
      int[] turns = batch.turns();
      for (double[] sum : sums) {
        for (int t = 0; t < sum.length; t++) {
          slopes[turns[t]] += sum[t];
        }
      }
    }
  }
}
