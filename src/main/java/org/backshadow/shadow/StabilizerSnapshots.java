package org.backshadow.shadow;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.backshadow.pauli.PauliString;
import org.backshadow.pauli.PauliSum;
import org.backshadow.pauli.SignedPauli;
import org.backshadow.resources.Interrupts;

/**
 * Snapshots as stabilizer states: n commuting strings with signs each, and a string is read where
 * it is a product of them. {@code 16 n} bytes a snapshot.
 */
final class StabilizerSnapshots implements Snapshots {
  private static final int MAX_DENSE = 10;
  private final int qubits;
  private final List<StabilizerGroup> groups;

  StabilizerSnapshots(int qubits, List<List<SignedPauli>> generators) {
    this(generators.stream().map(StabilizerGroup::of).toList(), qubits);
  }

  StabilizerSnapshots(List<StabilizerGroup> groups, int qubits) {
    this.qubits = qubits;
    this.groups = groups;
  }

  @Override
  public int qubits() {
    return qubits;
  }

  @Override
  public int size() {
    return groups.size();
  }

  @Override
  public void forEach(PauliString string, Reading reading) {
    for (int t = 0; t < groups.size(); t++) {
      if ((t & 1023) == 0) {
        Interrupts.check();
      }
      int sign = groups.get(t).sign(string);
      if (sign != 0) {
        reading.at(t, sign);
      }
    }
  }

  /** Goes over the members of each group where these are fewer than the terms. */
  @Override
  public void addTo(double[] values, PauliSum sum) {
    if (qubits > MAX_DENSE || sum.terms().size() <= 1 << qubits) {
      Snapshots.super.addTo(values, sum);
      return;
    }
    double[] coefficient = new double[1 << 2 * qubits];
    for (PauliSum.Term term : sum.terms()) {
      coefficient[(int) (term.string().x() << qubits | term.string().z())] = term.coefficient();
    }
    for (int t = 0; t < groups.size(); t++) {
      Interrupts.check();
      int at = t;
      groups
          .get(t)
          .forEachMember((x, z, sign) -> values[at] += sign * coefficient[(int) (x << qubits | z)]);
    }
  }

  @Override
  public long[] signSums() {
    long[] sums = new long[1 << 2 * qubits];
    for (StabilizerGroup group : groups) {
      Interrupts.check();
      group.forEachMember((x, z, sign) -> sums[(int) (x << qubits | z)] += sign);
    }
    return sums;
  }

  @Override
  public Snapshots then(Snapshots more) {
    var all = new ArrayList<>(groups);
    all.addAll(((StabilizerSnapshots) more).groups);
    return new StabilizerSnapshots(all, qubits);
  }

  @Override
  public String text(int t) {
    return groups.get(t).generators().stream()
        .map(SignedPauli::toString)
        .collect(Collectors.joining(" "));
  }
}
