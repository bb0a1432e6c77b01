package org.backshadow.pauli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.backshadow.json.Json;
import org.backshadow.testing.RealEmbedding;
import org.junit.jupiter.api.Test;

/** The stored LiH against the files of OpenFermion; the resources' SOURCES.md names them. */
class LithiumHydrideTest {
  private static final String FULL = "lih_sto3g_1.45_jw12.json";
  private static final String ACTIVE = "lih_sto3g_1.45_active2e3o_jw6.json";

  @Test
  void the_terms_are_those_of_the_peer() throws Exception {
    var full = Hamiltonians.lithiumHydride();
    var active = Hamiltonians.lithiumHydrideActiveSpace();

    assertThat(full.qubits()).isEqualTo(12);
    assertThat(full.terms()).hasSize(631);
    assertThat(active.qubits()).isEqualTo(6);
    assertThat(active.terms()).hasSize(118);
    assertThat(full).isEqualTo(Hamiltonians.read(file(FULL)));
    assertThat(active).isEqualTo(Hamiltonians.read(file(ACTIVE)));
  }

  @Test
  void hartree_fock_has_the_peer_s_energy() throws Exception {
    assertThat(energy(Hamiltonians.lithiumHydride(), occupied(FULL)))
        .isCloseTo(number(FULL, "hf_energy_from_terms"), within(1e-10))
        .isCloseTo(-7.8625677857, within(1e-9));
    assertThat(energy(Hamiltonians.lithiumHydrideActiveSpace(), occupied(ACTIVE)))
        .isCloseTo(number(ACTIVE, "hf_energy_from_terms"), within(1e-10));
  }

  @Test
  void the_active_space_has_the_peer_s_ground_energy() throws Exception {
    PauliSum active = Hamiltonians.lithiumHydrideActiveSpace();
    int dimension = 1 << active.qubits();
    double[] re = new double[dimension * dimension];
    double[] im = new double[dimension * dimension];
    PauliEntries.add(active, re, im);

    double ground = RealEmbedding.eigenvalues(dimension, re, im)[0];

    assertThat(ground)
        .isCloseTo(number(ACTIVE, "ground_energy"), within(1e-8))
        .isCloseTo(-7.8795847450, within(1e-8));
  }

  /** Orbitals are frozen at Hartree-Fock, so both Hamiltonians give it the same energy. */
  @Test
  void freezing_orbitals_keeps_the_energy_of_hartree_fock() throws Exception {
    assertThat(energy(Hamiltonians.lithiumHydride(), occupied(FULL)))
        .isCloseTo(
            energy(Hamiltonians.lithiumHydrideActiveSpace(), occupied(ACTIVE)), within(1e-10));
  }

  /** In a basis state only the strings of I and Z count, with their parities. */
  private static double energy(PauliSum sum, String bits) {
    long state = Long.parseLong(bits, 2);
    return sum.terms().stream()
        .filter(term -> term.string().x() == 0)
        .mapToDouble(
            term ->
                (Long.bitCount(term.string().z() & state) & 1) == 0
                    ? term.coefficient()
                    : -term.coefficient())
        .sum();
  }

  private static String occupied(String name) throws Exception {
    var occupation = (List<?>) Objects.requireNonNull(json(name).get("hf_occupation"));
    return occupation.stream()
        .map(value -> String.valueOf(((Number) Objects.requireNonNull(value)).intValue()))
        .collect(Collectors.joining());
  }

  private static double number(String name, String key) throws Exception {
    return ((Number) Objects.requireNonNull(json(name).get(key))).doubleValue();
  }

  private static Map<?, ?> json(String name) throws Exception {
    return (Map<?, ?>) Objects.requireNonNull(Json.parse(Files.readString(file(name))));
  }

  private static Path file(String name) throws Exception {
    return Path.of(Objects.requireNonNull(LithiumHydrideTest.class.getResource(name)).toURI());
  }
}
