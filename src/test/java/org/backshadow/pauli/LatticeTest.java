package org.backshadow.pauli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class LatticeTest {
  @Test
  void chains_and_rings_are_written_edge_by_edge() {
    assertThat(Lattice.chain(2).edges()).hasToString("[0-1]");
    assertThat(Lattice.chain(4).edges()).hasToString("[0-1, 1-2, 2-3]");
    assertThat(Lattice.ring(4).edges()).hasToString("[0-1, 1-2, 2-3, 3-0]");
    assertThat(Lattice.ring(3)).isEqualTo(Lattice.of(3, new int[][] {{0, 1}, {1, 2}, {2, 0}}));
    assertThat(Lattice.ring(62).edges()).hasSize(62);
  }

  /** Independent: two sites are neighbours if their coordinates differ by one step. */
  @Test
  void a_grid_joins_the_sites_one_step_apart() {
    for (int rows = 1; rows <= 4; rows++) {
      for (int columns = 2; columns <= 5; columns++) {
        var expected = new ArrayList<String>();
        for (int a = 0; a < rows * columns; a++) {
          for (int b = a + 1; b < rows * columns; b++) {
            int step = Math.abs(a / columns - b / columns) + Math.abs(a % columns - b % columns);
            if (step == 1) {
              expected.add(a + "-" + b);
            }
          }
        }
        var grid = Lattice.grid(rows, columns);
        assertThat(grid.sites()).isEqualTo(rows * columns);
        assertThat(grid.edges().stream().map(Lattice.Edge::toString).collect(Collectors.toList()))
            .as("%d x %d", rows, columns)
            .isEqualTo(expected);
      }
    }
    assertThat(Lattice.grid(2, 31).edges()).as("62 sites fit").hasSize(30 + 30 + 31);
    assertThat(Lattice.grid(1, 6)).isEqualTo(Lattice.chain(6)).isEqualTo(Lattice.grid(6, 1));
  }

  @Test
  void a_lattice_does_not_follow_its_arguments() {
    var edges = new ArrayList<>(List.of(new Lattice.Edge(0, 1)));
    var lattice = new Lattice(3, edges);

    edges.add(new Lattice.Edge(1, 2));

    assertThat(lattice.edges()).hasSize(1);
  }

  @Test
  void wrong_graphs_say_what_is_wrong() {
    Map<String, ThrowingCallable> refused = new LinkedHashMap<>();
    refused.put("a lattice has 1 to 62 sites, not 63", () -> Lattice.of(63, new int[0][]));
    refused.put("a lattice has 1 to 62 sites, not 0", () -> Lattice.of(0, new int[0][]));
    refused.put(
        "edge 1 (1-3): 3 is outside 0..2", () -> Lattice.of(3, new int[][] {{0, 1}, {1, 3}}));
    refused.put("edge 0 (-1-2): -1 is outside 0..2", () -> Lattice.of(3, new int[][] {{-1, 2}}));
    refused.put(
        "edge 1 (2-2) joins 2 with itself", () -> Lattice.of(3, new int[][] {{0, 1}, {2, 2}}));
    refused.put(
        "edge 2 (1-0) repeats edge 0 (0-1)",
        () -> Lattice.of(3, new int[][] {{0, 1}, {1, 2}, {1, 0}}));
    refused.put(
        "edge 0 has 3 ends; an edge is a pair such as {0, 1}",
        () -> Lattice.of(3, new int[][] {{0, 1, 2}}));
    refused.put("a chain has 2 to 62 qubits, not 1", () -> Lattice.chain(1));
    refused.put("a ring has 3 to 62 qubits, not 2", () -> Lattice.ring(2));
    refused.put("a grid has 2 to 62 qubits, not 8 x 8", () -> Lattice.grid(8, 8));
    refused.put("a grid has 2 to 62 qubits, not 1 x 1", () -> Lattice.grid(1, 1));
    refused.put("a grid has 2 to 62 qubits, not -2 x -3", () -> Lattice.grid(-2, -3));
    refused.put("a grid has 2 to 62 qubits, not 65536 x 65537", () -> Lattice.grid(65536, 65537));

    refused.forEach(
        (message, call) ->
            assertThatIllegalArgumentException().isThrownBy(call).withMessage(message));
  }
}
