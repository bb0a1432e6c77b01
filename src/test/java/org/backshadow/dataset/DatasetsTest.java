package org.backshadow.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import tech.tablesaw.api.Table;

class DatasetsTest {
  /** Means and classes as scikit-learn's description of the data set prints them. */
  @Test
  void iris_has_the_published_means_and_classes() {
    Table iris = Datasets.iris();

    assertThat(iris.columnNames())
        .containsExactly("sepal_length", "sepal_width", "petal_length", "petal_width", "label");
    assertThat(iris.rowCount()).isEqualTo(150);
    assertThat(iris.doubleColumn("sepal_length").mean()).isCloseTo(5.84, within(0.005));
    assertThat(iris.doubleColumn("sepal_width").mean()).isCloseTo(3.05, within(0.01));
    assertThat(iris.doubleColumn("petal_length").mean()).isCloseTo(3.76, within(0.005));
    assertThat(iris.doubleColumn("petal_width").mean()).isCloseTo(1.20, within(0.005));
    assertThat(iris.doubleColumn("sepal_length").min()).isEqualTo(4.3);
    assertThat(iris.doubleColumn("petal_length").max()).isEqualTo(6.9);
    for (int row = 0; row < 150; row++) {
      assertThat(iris.intColumn("label").getInt(row)).isEqualTo(row / 50);
    }
  }

  /** Signs alone tell bars from dots, but for the noise: 2 of 200 patterns have a wrong pixel. */
  @Test
  void bars_have_two_borders_on_the_ring_and_dots_eight() {
    Table patterns = Datasets.barsAndDots();

    int clear = 0;
    for (int row = 0; row < patterns.rowCount(); row++) {
      int borders = 0;
      for (int x = 0; x < 8; x++) {
        double here = patterns.doubleColumn(x).getDouble(row);
        double next = patterns.doubleColumn((x + 1) % 8).getDouble(row);
        borders += here > 0 != next > 0 ? 1 : 0;
      }
      int label = patterns.intColumn("label").getInt(row);
      int ups = 0;
      for (int x = 0; x < 8; x++) {
        ups += patterns.doubleColumn(x).getDouble(row) > 0 ? 1 : 0;
      }
      clear += ups == 4 && borders == (label == 1 ? 2 : 8) ? 1 : 0;
    }
    assertThat(patterns.columnNames())
        .containsExactly("x0", "x1", "x2", "x3", "x4", "x5", "x6", "x7", "label");
    assertThat(patterns.rowCount()).isEqualTo(200);
    assertThat(clear).isEqualTo(198);
  }

  @Test
  void a_table_is_the_caller_s_own() {
    Datasets.iris().doubleColumn("sepal_length").set(0, -1.0);

    assertThat(Datasets.iris().doubleColumn("sepal_length").getDouble(0)).isEqualTo(5.1);
  }

  @Test
  void a_jar_without_the_data_says_so() {
    assertThatIllegalStateException()
        .isThrownBy(() -> StoredTable.read("none", "none.csv"))
        .withMessage("none.csv is missing from the library's jar");
  }
}
