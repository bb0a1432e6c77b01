package org.backshadow.pauli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.backshadow.testing.Samples;
import org.junit.jupiter.api.Test;

class GroupingTest {
  @Test
  void groups_cover_every_term_but_the_identity_exactly_once() {
    Samples.each(
        200,
        1,
        samples -> {
          var sum = samples.pauliSum(samples.between(1, 6), 30);

          var covered =
              Grouping.qubitWise(sum).stream().flatMap(group -> group.terms().stream()).toList();

          assertThat(covered)
              .containsExactlyInAnyOrderElementsOf(
                  sum.terms().stream().filter(t -> !t.string().isIdentity()).toList());
        });
  }

  @Test
  void the_members_of_a_group_share_its_measurement_basis() {
    Samples.each(
        200,
        1,
        samples -> {
          for (PauliGroup group : Grouping.qubitWise(samples.pauliSum(5, 30))) {
            for (int q = 0; q < 5; q++) {
              char basis = group.basis().letter(q);
              boolean looked = false;
              for (PauliSum.Term term : group.terms()) {
                char letter = term.string().letter(q);
                looked |= letter != 'I';
                assertThat(letter).as("%s in %s", term, group.basis()).isIn(basis, 'I');
              }
              assertThat(basis != 'I').as("qubit %d of %s", q, group).isEqualTo(looked);
            }
          }
        });
  }

  @Test
  void no_group_could_be_merged_into_an_earlier_one_term_by_term() {
    Samples.each(
        100,
        1,
        samples -> {
          var groups = Grouping.qubitWise(samples.pauliSum(4, 25));
          for (int later = 1; later < groups.size(); later++) {
            var first = groups.get(later).terms().get(0).string();
            for (PauliGroup earlier : groups.subList(0, later)) {
              assertThat(earlier.basis().qubitWiseCommutesWith(first))
                  .as("%s in %s", first, earlier.basis())
                  .isFalse();
            }
          }
        });
  }

  @Test
  void commuting_groups_hold_each_term_once_and_commute() {
    Samples.each(
        100,
        1,
        samples -> {
          var sum = samples.pauliSum(samples.between(1, 5), 30);

          var groups = Grouping.commuting(sum);

          var covered = groups.stream().flatMap(group -> group.terms().stream()).toList();
          assertThat(covered)
              .containsExactlyInAnyOrderElementsOf(
                  sum.terms().stream().filter(t -> !t.string().isIdentity()).toList());
          for (PauliSum group : groups) {
            for (PauliSum.Term a : group.terms()) {
              for (PauliSum.Term b : group.terms()) {
                assertThat(a.string().commutesWith(b.string())).as("%s, %s", a, b).isTrue();
              }
            }
          }
        });
  }

  /** By hand: XX and ZZ commute though not qubit by qubit; 2*ZI comes before the lighter terms. */
  @Test
  void commuting_groups_are_filled_by_weight() {
    var sum = PauliSum.parse("0.5*XX + 7*II - 3*ZZ + 2*ZI + YY");

    assertThat(Grouping.commuting(sum)).hasToString("[-3.0*ZZ + 2.0*ZI, YY + 0.5*XX]");
    assertThat(Grouping.commuting(PauliSum.parse("XX + ZZ + YY"))).hasToString("[XX + ZZ + YY]");
  }

  @Test
  void the_same_sum_always_gives_the_same_groups() {
    Samples.each(
        50,
        1,
        samples -> {
          var sum = samples.pauliSum(5, 30);

          assertThat(Grouping.qubitWise(PauliSum.parse(sum.toString())))
              .isEqualTo(Grouping.qubitWise(sum));
        });
  }

  @Test
  void hydrogen_needs_five_settings() {
    var h2 = Hamiltonians.hydrogen(0.7414);

    var groups = Grouping.qubitWise(h2);

    assertThat(groups)
        .extracting(group -> group.basis().toString())
        .containsExactlyInAnyOrder("ZZZZ", "XXYY", "XYYX", "YXXY", "YYXX");
    assertThat(groups.stream().mapToDouble(PauliGroup::oneNorm).sum() + Math.abs(h2.constant()))
        .isCloseTo(h2.oneNorm(), org.assertj.core.api.Assertions.within(1e-12));
  }

  @Test
  void groups_are_a_table_with_a_row_a_group() {
    var table = PauliSum.parse("0.5*ZZI - 1.2*XII + IYX + 3*IIZ + 7").groups();

    assertThat(table.columnNames()).containsExactly("group", "basis", "terms", "sum of |c|");
    assertThat(table.stringColumn("basis").asList()).isEqualTo(List.of("XIZ", "IYX", "ZZI"));
    assertThat(table.stringColumn("terms").asList()).isEqualTo(List.of("IIZ, XII", "IYX", "ZZI"));
    assertThat(table.doubleColumn("sum of |c|").asList()).isEqualTo(List.of(4.2, 1.0, 0.5));
    assertThat(table.intColumn("group").asList()).isEqualTo(List.of(0, 1, 2));
  }
}
