package org.backshadow.optimize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.backshadow.circuit.ansatz.Ansatz;
import org.backshadow.gradient.Expectation;
import org.backshadow.pauli.Hamiltonians;
import org.backshadow.pauli.PauliSum;
import org.backshadow.resources.Seed;
import org.backshadow.testing.NaiveMatrix;
import org.junit.jupiter.api.Test;

/** Ground energies, against the smallest eigenvalues that EJML finds of the whole matrices. */
class GroundEnergyTest {
  private static final double REACHED = 1e-6;

  @Test
  void the_smallest_eigenvalues_are_the_published_ones() {
    assertThat(ground(Hamiltonians.hydrogen(0.7414))).isCloseTo(-1.1372701746, within(1e-9));
    assertThat(ground(Hamiltonians.lithiumHydrideActiveSpace()))
        .isCloseTo(-7.879584744982674, within(1e-9));
    assertThat(ground(Hamiltonians.transverseFieldIsing(4, 1, 1)))
        .isCloseTo(-4.7587704831436355, within(1e-9));
    assertThat(ground(Hamiltonians.transverseFieldIsing(6, 1, 1)))
        .isCloseTo(-7.296229810558756, within(1e-9));
  }

  private static double ground(PauliSum hamiltonian) {
    return NaiveMatrix.of(hamiltonian).smallestEigenvalue();
  }

  @Test
  void molecules_reach_theirs_by_coupled_cluster_and_every_exact_optimizer() {
    var hydrogen =
        Expectation.of(Ansatz.unitaryCoupledCluster(4, 2), Hamiltonians.hydrogen(0.7414));
    var lithium =
        Expectation.of(
            Ansatz.unitaryCoupledCluster(6, 2), Hamiltonians.lithiumHydrideActiveSpace());

    for (Expectation model : new Expectation[] {hydrogen, lithium}) {
      Minimization plan = Minimization.of(model);
      double ground = ground(model.observable());
      for (Minimization way :
          new Minimization[] {
            plan.bfgs(),
            plan.nelderMead().steps(500),
            plan.naturalGradient(0.2),
            plan.gradientDescent(0.3),
            plan.adam(0.05).steps(400)
          }) {
        assertThat(way.run().value()).as(way.toString()).isCloseTo(ground, within(REACHED));
      }
    }
  }

  @Test
  void ising_chains_reach_theirs_by_the_variational_ansatz_and_bfgs() {
    for (int sites = 4; sites <= 6; sites++) {
      var chain = Hamiltonians.transverseFieldIsing(sites, 1, 1);
      var model = Expectation.of(Ansatz.hamiltonianVariational(chain, sites), chain);
      double[] theta = new double[model.parameters().size()];
      Arrays.fill(theta, 0.3);

      Training training = Minimization.of(model).from(theta).bfgs().steps(400).run();

      assertThat(training.value()).isCloseTo(ground(chain), within(REACHED));
      assertThat(training.value()).isGreaterThan(ground(chain) - 1e-10);
      assertThat(training.end()).isEqualTo("bfgs finds nothing lower");
    }
  }

  /** A wrong gradient, or a line search that accepts a step uphill, would show here. */
  @Test
  void bfgs_ends_where_the_gradient_is_zero_and_never_goes_up() {
    for (int seed = 0; seed < 40; seed++) {
      int sites = 2 + seed % 3;
      var chain = Hamiltonians.transverseFieldIsing(sites, 1, 1);
      var model = Expectation.of(Ansatz.hardwareEfficient(sites, 2), chain);
      double[] theta = new Seed(seed).random().gaussians(model.parameters().size(), 2);

      Training training = Minimization.of(model).from(theta).bfgs().steps(500).run();

      for (double slope : model.at(training.theta()).gradient().values()) {
        assertThat(slope).isCloseTo(0, within(1e-5));
      }
      var points = training.points();
      for (int k = 1; k < points.size(); k++) {
        assertThat(points.get(k).loss()).isLessThanOrEqualTo(points.get(k - 1).loss());
      }
    }
  }
}
