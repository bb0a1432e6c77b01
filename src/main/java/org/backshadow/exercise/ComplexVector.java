package org.backshadow.exercise;

import java.util.Arrays;
import java.util.List;
import org.backshadow.outcome.Counts;
import org.backshadow.state.StateVector;

/** Amplitudes, to be compared up to a global phase. */
record ComplexVector(double[] re, double[] im) {
  static ComplexVector of(StateVector state) {
    int size = 1 << state.qubits();
    var vector = new ComplexVector(new double[size], new double[size]);
    for (int i = 0; i < size; i++) {
      var amplitude = state.amplitude(Counts.bitString(i, state.qubits()));
      vector.re[i] = amplitude.re();
      vector.im[i] = amplitude.im();
    }
    return vector;
  }

  /** One after the other. */
  static ComplexVector joined(List<ComplexVector> parts) {
    return new ComplexVector(
        parts.stream().flatMapToDouble(part -> Arrays.stream(part.re)).toArray(),
        parts.stream().flatMapToDouble(part -> Arrays.stream(part.im)).toArray());
  }

  /** The largest distance of two entries, after the phase that brings the vectors together. */
  double distance(ComplexVector other) {
    double cos = 0;
    double sin = 0;
    for (int i = 0; i < re.length; i++) {
      cos += other.re[i] * re[i] + other.im[i] * im[i];
      sin += other.re[i] * im[i] - other.im[i] * re[i];
    }
    double size = Math.hypot(cos, sin);
    cos = size == 0 ? 1 : cos / size;
    sin = size == 0 ? 0 : sin / size;
    double largest = 0;
    for (int i = 0; i < re.length; i++) {
      double turnedRe = cos * other.re[i] - sin * other.im[i];
      double turnedIm = cos * other.im[i] + sin * other.re[i];
      largest = Math.max(largest, Math.hypot(re[i] - turnedRe, im[i] - turnedIm));
    }
    return largest;
  }

  double size(int i) {
    return Math.hypot(re[i], im[i]);
  }

  /** By how much the phase between two entries is another than in the other vector, 0 to pi. */
  double phaseDifference(ComplexVector other, int i, int k) {
    double here = Math.atan2(im[i], re[i]) - Math.atan2(im[k], re[k]);
    double there = Math.atan2(other.im[i], other.re[i]) - Math.atan2(other.im[k], other.re[k]);
    return Math.abs(Math.IEEEremainder(here - there, 2 * Math.PI));
  }
}
