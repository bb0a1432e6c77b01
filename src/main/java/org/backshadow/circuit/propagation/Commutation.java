package org.backshadow.circuit.propagation;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.backshadow.circuit.Angle;
import org.backshadow.circuit.Circuit;
import org.backshadow.circuit.Operation;
import org.backshadow.circuit.propagation.PauliRotations.Rotation;
import org.backshadow.pauli.LieAlgebra;
import org.ejml.simple.SimpleMatrix;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * Which generators of a circuit commute, and the blocks whose derivatives share one circuit (see
 * {@link PauliRotations#blocks}). Strings are compared in the output frame. Immutable.
 *
 * <p>A cell shows it as a picture, blocks outlined.
 *
 * <pre>{@code
 * var c = commutation(circuit(2).rx(0, param("a")).rx(1, param("b")).rz(0, param("c")));
 * c.commute(0, 1) // true
 * c.blocks() // 2
 * }</pre>
 */
public final class Commutation {
  private final PauliRotations rotations;
  private final Circuit circuit;
  private final int[] block;
  private final int blocks;

  private Commutation(Circuit circuit, PauliRotations rotations) {
    this.circuit = circuit;
    this.rotations = rotations;
    this.block = new int[rotations.list().size()];
    Arrays.fill(block, -1);
    List<List<Integer>> found = rotations.blocks();
    this.blocks = found.size();
    for (int b = 0; b < blocks; b++) {
      for (int j : found.get(b)) {
        block[j] = b;
      }
    }
  }

  /**
   * Of the rotations of a circuit, with or without values for its parameters.
   *
   * @throws IllegalArgumentException if the circuit is not made of Pauli rotations and Clifford
   *     gates
   */
  public static Commutation of(Circuit circuit) {
    return new Commutation(circuit, PauliRotations.of(circuit, "commutation"));
  }

  /** The number of rotations, fixed ones included. */
  public int size() {
    return block.length;
  }

  /** The number of blocks. */
  public int blocks() {
    return blocks;
  }

  /** The block of a rotation, -1 for one without a parameter. */
  public int block(int rotation) {
    return block[rotation];
  }

  /** True if the generators of two rotations commute. */
  public boolean commute(int one, int other) {
    return rotations.list().get(one).output().commutesWith(rotations.list().get(other).output());
  }

  /** 1 where two generators commute, -1 where they anticommute: rotations x rotations. */
  public SimpleMatrix matrix() {
    var matrix = new SimpleMatrix(size(), size());
    for (int i = 0; i < size(); i++) {
      for (int j = 0; j < size(); j++) {
        matrix.set(i, j, commute(i, j) ? 1 : -1);
      }
    }
    return matrix;
  }

  /** The dimension of the Lie algebra that the generators with parameters have. */
  public int dimension() {
    return LieAlgebra.of(
            rotations.list().stream().filter(Rotation::parametrized).map(Rotation::output).toList())
        .dimension();
  }

  /** What a rotation is called: its string in the output frame, and the angle. */
  public String label(int rotation) {
    Rotation r = rotations.list().get(rotation);
    String string = r.output().toString();
    return string + " " + angle(r);
  }

  private String angle(Rotation rotation) {
    Operation operation = circuit.operations().get(rotation.gate());
    return operation.angles().stream().map(Angle::toString).collect(Collectors.joining(", "));
  }

  /** A row a rotation: rotation | gate | angle | string | in the output frame | block | turns. */
  public Table table() {
    List<Rotation> list = rotations.list();
    return Table.create(
        toString(),
        IntColumn.create("rotation", IntStream.range(0, size()).toArray()),
        IntColumn.create("gate", list.stream().mapToInt(Rotation::gate).toArray()),
        StringColumn.create("angle", list.stream().map(this::angle).toList()),
        StringColumn.create("string", list.stream().map(r -> r.string().toString()).toList()),
        StringColumn.create(
            "in the output frame",
            list.stream().map(r -> (r.sign() < 0 ? "-" : "") + r.output()).toList()),
        StringColumn.create(
            "block",
            IntStream.of(block).mapToObj(b -> b < 0 ? "fixed" : Integer.toString(b)).toList()),
        IntColumn.create(
            "later ones that anticommute",
            IntStream.range(0, size()).map(j -> rotations.flips(j).cardinality()).toArray()));
  }

  /** The view in words, for who cannot see the picture. */
  public String alt() {
    long pairs = (long) size() * (size() - 1) / 2;
    long commuting = 0;
    for (int i = 0; i < size(); i++) {
      for (int j = 0; j < i; j++) {
        commuting += commute(i, j) ? 1 : 0;
      }
    }
    return String.format(
        Locale.ROOT, "%s; %,d of %,d pairs of generators commute", this, commuting, pairs);
  }

  @Override
  public String toString() {
    return "%d %s in %d %s"
        .formatted(
            size(),
            size() == 1 ? "rotation" : "rotations",
            blocks,
            blocks == 1 ? "block" : "blocks");
  }
}
