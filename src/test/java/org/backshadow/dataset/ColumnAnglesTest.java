package org.backshadow.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

class ColumnAnglesTest {
  private static Table table() {
    var gaps = IntColumn.create("b", 2, 4, 10);
    gaps.setMissing(1);
    return Table.create(
        "t",
        DoubleColumn.create("a", -1.0, 0.0, 3.0),
        gaps,
        StringColumn.create("c", "x", "y", "z"),
        IntColumn.create("d", 5, 5, 5));
  }

  @Test
  void the_smallest_value_becomes_low_and_the_largest_high() {
    Table before = table();

    Table angles = Datasets.angles(before, 0, Math.PI, "a", "b");

    assertThat(angles.doubleColumn("a").asDoubleArray())
        .containsExactly(new double[] {0, Math.PI / 4, Math.PI}, within(1e-15));
    assertThat(angles.doubleColumn("b").getDouble(2)).isEqualTo(Math.PI);
    assertThat(angles.doubleColumn("b").isMissing(1)).isTrue();
    assertThat(angles.columnNames()).containsExactly("a", "b", "c", "d");
    assertThat(before.doubleColumn("a").getDouble(2)).isEqualTo(3);
  }

  @Test
  void columns_without_a_scale_are_refused() {
    assertThatThrownBy(() -> Datasets.angles(table(), 0, 1, "e"))
        .hasMessage("angles: the table has no column e; it has a, b, c, d");
    assertThatThrownBy(() -> Datasets.angles(table(), 0, 1, "c"))
        .hasMessage("angles: column c has no numbers but values of type STRING");
    assertThatThrownBy(() -> Datasets.angles(table(), 0, 1, "d"))
        .hasMessage(
            "angles: column d has the same value in all rows, which tells them not apart; leave it"
                + " out");
  }
}
