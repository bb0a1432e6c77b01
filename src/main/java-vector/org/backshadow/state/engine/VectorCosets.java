package org.backshadow.state.engine;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorShuffle;
import jdk.incubator.vector.VectorSpecies;

/** Takes cosets out of a state and puts them back, vector by vector. */
final class VectorCosets {
  private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;
  private static final int W = SPECIES.length();
  private final VectorShuffle<Double>[] flips;

  /** With the exchange of lanes by each mask. */
  VectorCosets(VectorShuffle<Double>[] flips) {
    this.flips = flips;
  }

  void gather(double[] from, double[] into, int intoRow, Coset coset, int start) {
    int run = coset.run();
    for (int v = 0; v < coset.rows(); v += run) {
      int at = start ^ coset.offset(v);
      int skew = at & (W - 1);
      int block = at ^ skew;
      int to = (intoRow + v) * W;
      if (skew == 0) {
        System.arraycopy(from, block, into, to, run * W);
      } else {
        VectorShuffle<Double> flip = flips[skew];
        for (int i = 0; i < run * W; i += W) {
          DoubleVector.fromArray(SPECIES, from, block + i).rearrange(flip).intoArray(into, to + i);
        }
      }
    }
  }

  void scatter(double[] from, int fromRow, double[] into, Coset coset, int start, double factor) {
    int run = coset.run();
    for (int v = 0; v < coset.rows(); v += run) {
      int at = start ^ coset.offset(v);
      int skew = at & (W - 1);
      int block = at ^ skew;
      int row = (fromRow + v) * W;
      if (skew == 0) {
        for (int i = 0; i < run * W; i += W) {
          DoubleVector.fromArray(SPECIES, from, row + i).mul(factor).intoArray(into, block + i);
        }
      } else {
        VectorShuffle<Double> flip = flips[skew];
        for (int i = 0; i < run * W; i += W) {
          DoubleVector.fromArray(SPECIES, from, row + i)
              .mul(factor)
              .rearrange(flip)
              .intoArray(into, block + i);
        }
      }
    }
  }

  void scatterAdd(double[] from, int fromRow, double[] into, Coset coset, int start) {
    int run = coset.run();
    for (int v = 0; v < coset.rows(); v += run) {
      int at = start ^ coset.offset(v);
      int skew = at & (W - 1);
      int block = at ^ skew;
      int row = (fromRow + v) * W;
      VectorShuffle<Double> flip = flips[skew];
      for (int i = 0; i < run * W; i += W) {
        DoubleVector.fromArray(SPECIES, from, row + i)
            .rearrange(flip)
            .add(DoubleVector.fromArray(SPECIES, into, block + i))
            .intoArray(into, block + i);
      }
    }
  }
}
