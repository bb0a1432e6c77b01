package org.backshadow.experiment.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.backshadow.json.Json;
import org.junit.jupiter.api.Test;

class ColumnsTest {
  enum Basis {
    X,
    Z
  }

  record Everything(
      int qubits,
      long copies,
      short s,
      byte b,
      double error,
      float f,
      String name,
      boolean held,
      Basis basis,
      Double boxed,
      List<Double> errors,
      List<List<Integer>> groups,
      List<Basis> bases) {}

  private static final List<Everything> ROWS =
      List.of(
          new Everything(
              3,
              Long.MAX_VALUE,
              (short) -2,
              (byte) 7,
              0.1,
              0.1f,
              "a \"b\"\n\u00e4",
              true,
              Basis.Z,
              -0.0,
              List.of(1.0, Double.NaN),
              List.of(List.of(1, 2), List.of()),
              List.of(Basis.X, Basis.Z)),
          new Everything(
              0,
              -(1L << 53) - 1,
              (short) 0,
              (byte) 0,
              Double.NEGATIVE_INFINITY,
              Float.MIN_VALUE,
              "",
              false,
              Basis.X,
              Double.MIN_VALUE,
              List.of(),
              List.of(),
              List.of()));

  @Test
  void records_go_through_a_file_and_come_back_equal() {
    Columns columns = Columns.of(Everything.class);
    Columns read = Columns.ofWords((Map<?, ?>) parse(Json.write(columns.words())));

    assertThat(read).isEqualTo(columns);
    for (Everything row : ROWS) {
      String line = Json.write(columns.json(columns.values(row)));
      var values = List.of(read.ofJson((Map<?, ?>) parse(line)));
      assertThat(read.records(Everything.class, values)).containsExactly(row);
    }
  }

  private static Object parse(String text) {
    return Objects.requireNonNull(Json.parse(text));
  }

  record Nothing() {}

  record Arrays(double[] values) {}

  record Nested(Everything inner) {}

  record Boxed(String text) {}

  @Test
  void what_cannot_stand_in_a_table_is_refused() {
    assertThatThrownBy(() -> Columns.of(Nothing.class))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Nothing has no components; they are the columns");
    assertThatThrownBy(() -> Columns.of(Arrays.class))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "Arrays: the component values is of type double[]; components are numbers, strings,"
                + " booleans, enums, or lists of them such as List<Double>");
    assertThatThrownBy(() -> Columns.of(Nested.class)).hasMessageContaining("inner is of type");
    assertThatThrownBy(() -> Columns.of(Boxed.class).values(new Boxed(null)))
        .hasMessage("Boxed[text=null]: the component text is null");
    assertThatThrownBy(() -> Columns.of(Boxed.class).records(Nested.class, List.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void a_record_of_other_components_is_refused() {
    record Row(double error) {}
    record Other(double error, long copies) {}

    assertThatThrownBy(() -> Columns.of(Row.class).records(Other.class, List.of(List.of(0.5))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the rows have {error: number} but Other has {error: number, copies: whole}");
  }
}
