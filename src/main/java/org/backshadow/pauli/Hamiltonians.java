package org.backshadow.pauli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Observables that others have named: molecules inside the library, spin models by formula, files.
 */
public class Hamiltonians {
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
   * The transverse-field Ising model on an open chain: {@code -coupling sum Z_q Z_q+1 - field sum
   * X_q}.
   */
  public static PauliSum transverseFieldIsing(int qubits, double coupling, double field) {
    if (qubits < 2 || qubits > PauliString.MAX_QUBITS) {
      throw new IllegalArgumentException(
          "a chain has 2 to " + PauliString.MAX_QUBITS + " qubits, not " + qubits);
    }
    var terms = new ArrayList<PauliSum.Term>();
    for (int q = 0; q + 1 < qubits; q++) {
      long pair = 3L << (qubits - 2 - q);
      terms.add(new PauliSum.Term(-coupling, new PauliString(qubits, 0, pair)));
    }
    for (int q = 0; q < qubits; q++) {
      long bit = 1L << (qubits - 1 - q);
      terms.add(new PauliSum.Term(-field, new PauliString(qubits, bit, 0)));
    }
    return PauliSum.of(qubits, terms);
  }

  /**
   * Reads a Hamiltonian from a file: CSV with the columns {@code coeff} and {@code pauli}, or JSON
   * with {@code {"terms": [{"coeff": -0.5, "pauli": "ZZ"}, ...]}}.
   *
   * @throws IllegalArgumentException with file and place if it is neither
   */
  public static PauliSum read(String file) {
    return read(Path.of(file));
  }

  /** As {@link #read(String)}. */
  public static PauliSum read(Path file) {
    try {
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
