package org.backshadow.state;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.backshadow.pauli.PauliSum;
import org.backshadow.resources.Interrupts;

/**
 * The strings of an observable that flip the same bits x, as one factor for each index: together
 * they take {@code |j>} to {@code (re(j) + i im(j)) |j ^ x>}. So one sweep over the amplitudes
 * serves them all, however many they are.
 *
 * <p>Factors are made for a block of indices at a time. Where strings are many, they are first
 * added up by their signs within the block, then one fast Walsh-Hadamard transform turns the sums
 * into factors.
 */
final class PauliFactors {
  private static final int BLOCK = 1 << 10;

  /** Up to so many strings are added up index by index in less time than a transform takes. */
  private static final int FEW = 8;

  private final int x;
  private final List<PauliSum.Term> terms;

  private PauliFactors(int x, List<PauliSum.Term> terms) {
    this.x = x;
    this.terms = terms;
  }

  /** One for each set of bits that some string flips. */
  static List<PauliFactors> of(PauliSum observable) {
    Map<Integer, List<PauliSum.Term>> byFlips = new TreeMap<>();
    for (PauliSum.Term term : observable.terms()) {
      byFlips.computeIfAbsent((int) term.string().x(), x -> new ArrayList<>()).add(term);
    }
    return byFlips.entrySet().stream()
        .map(entry -> new PauliFactors(entry.getKey(), entry.getValue()))
        .toList();
  }

  /** {@code <psi|O|psi>} for these strings; both arrays are read. */
  double expectation(double[] re, double[] im) {
    double[] factorRe = new double[Math.min(re.length, BLOCK)];
    double[] factorIm = new double[factorRe.length];
    double total = 0;
    for (int start = 0; start < re.length; start += factorRe.length) {
      fill(start, factorRe, factorIm);
      for (int k = 0; k < factorRe.length; k++) {
        int j = start + k;
        int i = j ^ x;
        total += factorRe[k] * (re[i] * re[j] + im[i] * im[j]);
        total -= factorIm[k] * (re[i] * im[j] - im[i] * re[j]);
      }
    }
    return total;
  }

  /** Adds {@code O psi} for these strings to a sum, which is overwritten; psi is read. */
  void addProduct(double[] sumRe, double[] sumIm, double[] re, double[] im) {
    double[] factorRe = new double[Math.min(re.length, BLOCK)];
    double[] factorIm = new double[factorRe.length];
    for (int start = 0; start < re.length; start += factorRe.length) {
      fill(start, factorRe, factorIm);
      for (int k = 0; k < factorRe.length; k++) {
        int j = start + k;
        sumRe[j ^ x] += factorRe[k] * re[j] - factorIm[k] * im[j];
        sumIm[j ^ x] += factorRe[k] * im[j] + factorIm[k] * re[j];
      }
    }
  }

  private void fill(int start, double[] factorRe, double[] factorIm) {
    Interrupts.check();
    Arrays.fill(factorRe, 0);
    Arrays.fill(factorIm, 0);
    boolean real = false;
    boolean imaginary = false;
    for (PauliSum.Term term : terms) {
      int z = (int) term.string().z();
      int ys = Integer.bitCount(x & z) & 3;
      // i^ys is 1, i, -1, -i; the signs at the block's start are those of its high bits.
      boolean minus = ys >= 2 ^ (Integer.bitCount(z & start) & 1) == 1;
      double signed = minus ? -term.coefficient() : term.coefficient();
      boolean odd = (ys & 1) == 1;
      double[] factor = odd ? factorIm : factorRe;
      if (terms.size() <= FEW) {
        add(factor, z, signed);
        continue;
      }
      factor[z & factor.length - 1] += signed;
      imaginary |= odd;
      real |= !odd;
    }
    if (real) {
      transform(factorRe);
    }
    if (imaginary) {
      transform(factorIm);
    }
  }

  private static void add(double[] factor, int z, double coefficient) {
    for (int k = 0; k < factor.length; k++) {
      factor[k] += (1 - 2 * (Integer.bitCount(k & z) & 1)) * coefficient;
    }
  }

  /** Overwrites {@code a[z]} by {@code a'[k] = sum over z of (-1)^parity(z & k) a[z]}. */
  private static void transform(double[] a) {
    for (int half = 1; half < a.length; half *= 2) {
      for (int base = 0; base < a.length; base += 2 * half) {
        for (int k = base; k < base + half; k++) {
          double first = a[k];
          double second = a[k + half];
          a[k] = first + second;
          a[k + half] = first - second;
        }
      }
    }
  }
}
