package org.backshadow.pauli;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * Sorts the terms of an observable into groups that are measured together.
 *
 * <pre>{@code
 * Grouping.qubitWise(pauliSum("XX + YY + ZZ + ZI")).size() // 3
 * Grouping.commuting(pauliSum("XX + YY + ZZ + ZI")).size() // 2
 * }</pre>
 */
public final class Grouping {
  private Grouping() {}

  /**
   * Qubit-wise commuting groups by first fit, largest coefficients first; the identity is left out,
   * since it needs no measurement. The same sum always gives the same groups.
   */
  public static List<PauliGroup> qubitWise(PauliSum sum) {
    var bases = new ArrayList<PauliString>();
    var members = new ArrayList<List<PauliSum.Term>>();
    var byWeight = new ArrayList<>(sum.terms());
    byWeight.sort(Comparator.comparingDouble(t -> -Math.abs(t.coefficient())));
    for (PauliSum.Term term : byWeight) {
      if (term.string().isIdentity()) {
        continue;
      }
      int group = 0;
      while (group < bases.size() && !bases.get(group).qubitWiseCommutesWith(term.string())) {
        group++;
      }
      if (group == bases.size()) {
        bases.add(term.string());
        members.add(new ArrayList<>());
      } else {
        bases.set(group, union(bases.get(group), term.string()));
      }
      members.get(group).add(term);
    }
    var groups = new ArrayList<PauliGroup>();
    for (int g = 0; g < bases.size(); g++) {
      groups.add(new PauliGroup(bases.get(g), members.get(g)));
    }
    return List.copyOf(groups);
  }

  /**
   * Groups whose strings all commute, though not qubit by qubit, as sums: by first fit, largest
   * coefficients first; the identity is left out. Never finer than needed but not always the fewest
   * possible, which is hard to find. One circuit of Clifford gates reads a group.
   */
  public static List<PauliSum> commuting(PauliSum sum) {
    var members = new ArrayList<List<PauliSum.Term>>();
    var byWeight = new ArrayList<>(sum.terms());
    byWeight.sort(Comparator.comparingDouble(t -> -Math.abs(t.coefficient())));
    for (PauliSum.Term term : byWeight) {
      if (term.string().isIdentity()) {
        continue;
      }
      members.stream()
          .filter(group -> group.stream().allMatch(t -> t.string().commutesWith(term.string())))
          .findFirst()
          .ifPresentOrElse(
              group -> group.add(term), () -> members.add(new ArrayList<>(List.of(term))));
    }
    return members.stream().map(group -> PauliSum.of(sum.qubits(), group)).toList();
  }

  static Table table(List<PauliGroup> groups) {
    var number = IntColumn.create("group");
    var basis = StringColumn.create("basis");
    var terms = StringColumn.create("terms");
    var weight = DoubleColumn.create("sum of |c|");
    for (int g = 0; g < groups.size(); g++) {
      PauliGroup group = groups.get(g);
      number.append(g);
      basis.append(group.basis().toString());
      terms.append(
          group.terms().stream().map(t -> t.string().toString()).collect(Collectors.joining(", ")));
      weight.append(group.oneNorm());
    }
    return Table.create("qubit-wise commuting groups", number, basis, terms, weight);
  }

  private static PauliString union(PauliString a, PauliString b) {
    return new PauliString(a.qubits(), a.x() | b.x(), a.z() | b.z());
  }
}
