package org.backshadow.state.engine;

import java.util.List;
import java.util.stream.IntStream;
import org.backshadow.circuit.Operation;
import org.backshadow.circuit.UnitaryForm;

/**
 * A gate without angles that is no product of rotations, given by its matrix, read through a frame
 * of relabelled basis states. Amplitudes that it mixes differ by sums of the targets' flips; which
 * row an amplitude belongs to is told by the parities that are the targets' bits. Immutable.
 */
final class BlockGate {
  private static final int MOST_CHUNKS = 64;

  private final UnitaryForm form;
  private final List<PhasedString> targetBits;
  private final List<PhasedString> controlBits;
  private final int[] offset;
  private final Subspace flips;

  private BlockGate(
      UnitaryForm form,
      List<PhasedString> targetBits,
      List<PhasedString> controlBits,
      List<PhasedString> targetFlips) {
    this.form = form;
    this.targetBits = targetBits;
    this.controlBits = controlBits;
    this.flips = new Subspace(0);
    this.offset = new int[1 << targetFlips.size()];
    for (int k = 0; k < targetFlips.size(); k++) {
      int x = (int) targetFlips.get(k).x();
      flips.add(x);
      int row = 1 << (targetFlips.size() - 1 - k);
      for (int m = 0; m < offset.length; m++) {
        offset[m] ^= (m & row) != 0 ? x : 0;
      }
    }
  }

  /** The frame must relabel basis states only. */
  static BlockGate of(Operation operation, Frame frame) {
    return new BlockGate(
        operation.form(),
        operation.targets().stream().map(frame::bitOf).toList(),
        operation.controls().stream().map(frame::bitOf).toList(),
        operation.targets().stream().map(frame::flipOf).toList());
  }

  /** Flips of stored basis states that the gate mixes, one for each target. */
  List<PhasedString> flips() {
    return IntStream.range(0, flips.dimension())
        .mapToObj(k -> new PhasedString(flips.vector(k), 0, 0))
        .toList();
  }

  /** Overwrites a state by the gate times it, or by the inverse gate times it. */
  void apply(Sweep.Parts psi, Crew crew, boolean inverse) {
    int mask = psi.re().length - 1;
    int free = mask & ~flips.pivots();
    int blocks = psi.re().length / offset.length;
    int chunks = Math.min(MOST_CHUNKS, blocks);
    Coset coset = Coset.of(Integer.bitCount(mask), 0, flips);
    double[] re = entries(inverse, false);
    double[] im = entries(inverse, true);
    crew.run(
        chunks,
        (chunk, worker) -> {
          var block = new Block(re, im, new double[offset.length], new double[offset.length]);
          int first = (int) ((long) blocks * chunk / chunks);
          int last = (int) ((long) blocks * (chunk + 1) / chunks);
          int start = coset.start(first);
          for (int k = first; k < last; k++) {
            if (all(controlBits, start)) {
              multiply(psi, block, start, row(start));
            }
            start = (start | ~free) + 1 & free; // the next number whose other bits are 0
          }
        });
  }

  /** The matrix, row by row, and room for the numbers of one block. */
  private record Block(double[] re, double[] im, double[] oldRe, double[] oldIm) {}

  private double[] entries(boolean inverse, boolean imaginary) {
    int dimension = offset.length;
    double[] entries = new double[dimension * dimension];
    for (int e = 0; e < entries.length; e++) {
      int row = inverse ? e % dimension : e / dimension;
      int column = inverse ? e / dimension : e % dimension;
      double entry = imaginary ? form.im(row, column) : form.re(row, column);
      entries[e] = imaginary && inverse ? -entry : entry;
    }
    return entries;
  }

  private static boolean bit(PhasedString bit, int index) {
    return ((Long.bitCount(bit.z() & index) & 1) == 1) ^ (bit.power() == 2);
  }

  private static boolean all(List<PhasedString> bits, int index) {
    for (PhasedString bit : bits) {
      if (!bit(bit, index)) {
        return false;
      }
    }
    return true;
  }

  private int row(int index) {
    int row = 0;
    for (PhasedString bit : targetBits) {
      row = 2 * row + (bit(bit, index) ? 1 : 0);
    }
    return row;
  }

  private void multiply(Sweep.Parts psi, Block block, int start, int startRow) {
    int dimension = offset.length;
    for (int m = 0; m < dimension; m++) {
      int i = start ^ offset[m ^ startRow];
      block.oldRe[m] = psi.re()[i];
      block.oldIm[m] = psi.im()[i];
    }
    for (int row = 0; row < dimension; row++) {
      double sumRe = 0;
      double sumIm = 0;
      for (int column = 0; column < dimension; column++) {
        double mr = block.re[row * dimension + column];
        double mi = block.im[row * dimension + column];
        sumRe += mr * block.oldRe[column] - mi * block.oldIm[column];
        sumIm += mr * block.oldIm[column] + mi * block.oldRe[column];
      }
      int i = start ^ offset[row ^ startRow];
      psi.re()[i] = sumRe;
      psi.im()[i] = sumIm;
    }
  }
}
