package org.backshadow.pauli;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Observables that others have named: molecules inside the library, spin models by formula, files.
 *
 * <pre>{@code
 * Hamiltonians.hydrogen(0.7414).terms().size() // 15
 * Hamiltonians.transverseFieldIsing(3, 1, 0.5) // -ZZI - IZZ - 0.5*XII - 0.5*IXI - 0.5*IIX
 * }</pre>
 */
public class Hamiltonians {
  /** Bytes of a file: a million terms of 50 qubits. */
  private static final long LARGEST = 1L << 26;

  /** Nested menus extend this class; there is nothing to construct. */
  protected Hamiltonians() {}

  /**
   * The hydrogen molecule in the STO-3G basis, Jordan-Wigner, on 4 qubits, in hartree.
   *
   * <p>Spin orbitals 0&alpha; 0&beta; 1&alpha; 1&beta; are qubits 0 to 3, so Hartree-Fock is {@code
   * |1100>}. At 0.7414 &Aring; its energy is -1.1166843869 and the ground energy -1.1372701746.
   * Source: molecular data shipped with OpenFermion 1.8.1.
   *
   * @param bondLength in &aring;ngstr&ouml;m, one of {@link #hydrogenBondLengths}
   * @throws IllegalArgumentException for other lengths, with the list
   */
  public static PauliSum hydrogen(double bondLength) {
    return HydrogenCurve.at(bondLength);
  }

  /** The bond lengths of {@link #hydrogen}, ascending, in &aring;ngstr&ouml;m. */
  public static List<Double> hydrogenBondLengths() {
    return HydrogenCurve.bondLengths();
  }

  /**
   * Lithium hydride at 1.45 &aring;ngstr&ouml;m in the STO-3G basis, Jordan-Wigner, on 12 qubits,
   * in hartree: 631 terms.
   *
   * <p>Spin orbitals 0&alpha; 0&beta; 1&alpha; ... are qubits 0 to 11, so Hartree-Fock is {@code
   * |111100000000>}. Its energy is -7.8625677857 and the ground energy -7.8809823148. Source:
   * molecular data shipped with OpenFermion 1.8.1.
   */
  public static PauliSum lithiumHydride() {
    return stored("lithium-hydride-sto3g.csv");
  }

  /**
   * Lithium hydride as {@link #lithiumHydride} with two electrons in three orbitals, on 6 qubits,
   * in hartree: 118 terms. Orbital 0 is frozen, orbitals 1, 2 and 5 are active.
   *
   * <p>Hartree-Fock is {@code |110000>}, its energy -7.8625677857; the ground energy is
   * -7.8795847450.
   */
  public static PauliSum lithiumHydrideActiveSpace() {
    return stored("lithium-hydride-active-sto3g.csv");
  }

  private static PauliSum stored(String resource) {
    return HamiltonianFile.parse(resource, String.join("\n", StoredLines.of(resource)));
  }

  /**
   * The transverse-field Ising model on an open chain: {@code -coupling sum Z_q Z_q+1 - field sum
   * X_q}.
   */
  public static PauliSum transverseFieldIsing(int qubits, double coupling, double field) {
    return transverseFieldIsing(Lattice.chain(qubits), coupling, field);
  }

  /**
   * The transverse-field Ising model: {@code -coupling sum Z_i Z_j - field sum X_i} over the edges
   * i-j and the sites i. A positive coupling is ferromagnetic.
   */
  public static PauliSum transverseFieldIsing(Lattice lattice, double coupling, double field) {
    return SpinModels.transverseFieldIsing(lattice, coupling, field);
  }

  /**
   * The Heisenberg (XYZ) model: {@code sum jx X_i X_j + jy Y_i Y_j + jz Z_i Z_j} over the edges
   * i-j; {@code jx == jy} is the XXZ model. Positive couplings are antiferromagnetic. In Pauli
   * matrices: for spins S = sigma/2 divide the couplings by 4.
   */
  public static PauliSum heisenberg(Lattice lattice, double jx, double jy, double jz) {
    return SpinModels.heisenberg(lattice, jx, jy, jz);
  }

  /**
   * The maximum cut of a graph as a cost to be minimized: {@code sum (Z_i Z_j - 1) / 2} over the
   * edges i-j. For a bit string it is minus the number of edges between the vertices with 0 and
   * those with 1, so the smallest eigenvalue is minus the maximum cut.
   *
   * @param edges pairs of vertices from 0, such as {@code {{0, 1}, {1, 2}}}; read
   * @throws IllegalArgumentException if an edge has an end outside the vertices, joins a vertex
   *     with itself, or repeats another in either direction
   */
  public static PauliSum maxCut(int vertices, int[][] edges) {
    return maxCut(Lattice.of(vertices, edges));
  }

  /**
   * The maximum cut with weights, {@code sum w_k (Z_i Z_j - 1) / 2}: minus the weight of the cut.
   *
   * @param weights one an edge, in the order of the edges; may be negative; read
   */
  public static PauliSum maxCut(int vertices, int[][] edges, double[] weights) {
    return SpinModels.maxCut(Lattice.of(vertices, edges), weights);
  }

  /** The maximum cut of a lattice, as {@link #maxCut(int, int[][])}. */
  public static PauliSum maxCut(Lattice graph) {
    double[] weights = new double[graph.edges().size()];
    Arrays.fill(weights, 1);
    return SpinModels.maxCut(graph, weights);
  }

  /**
   * Reads a Hamiltonian from a file: CSV with the columns {@code coeff} and {@code pauli}, or JSON
   * with {@code {"terms": [{"coeff": -0.5, "pauli": "ZZ"}, ...]}}.
   *
   * @throws IllegalArgumentException with file and place if it is neither
   */
  public static PauliSum read(String file) {
    requireNonNull(file, "file");
    return read(Path.of(file));
  }

  /** As {@link #read(String)}. */
  public static PauliSum read(Path file) {
    try {
      if (Files.size(file) > LARGEST) {
        throw new IllegalArgumentException(
            "%s: %,d bytes; at most %,d are read"
                .formatted(file.getFileName(), Files.size(file), LARGEST));
      }
      return HamiltonianFile.parse(String.valueOf(file.getFileName()), Files.readString(file));
    } catch (NoSuchFileException e) {
      throw new IllegalArgumentException(
          "no file " + file.toAbsolutePath() + "; give a path to a .csv or .json file", e);
    } catch (CharacterCodingException e) {
      throw new IllegalArgumentException(
          file.getFileName() + ": not text in UTF-8; a .csv or .json file is expected", e);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file + ": " + e.getMessage(), e);
    }
  }

  /** The lengths as text, for messages. */
  static String listed(List<Double> lengths) {
    return lengths.stream().map(String::valueOf).collect(Collectors.joining(", "));
  }
}
