package org.backshadow.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.backshadow.circuit.Circuit;
import org.backshadow.circuit.Operation;
import org.backshadow.measure.Readout;
import org.backshadow.resources.Ledger;
import org.backshadow.testing.Samples;
import org.junit.jupiter.api.Test;

class MixedBellDistributionTest {
  @Test
  void pure_states_have_the_distribution_of_their_vectors() {
    Samples.each(
        50,
        1,
        samples -> {
          int n = samples.between(1, 4);
          Circuit one = samples.circuit(Samples.Shape.of(n, 12).bound());
          Circuit other = samples.circuit(Samples.Shape.of(n, 12).bound());

          double[] p = probabilities(one, other);

          double[] pure =
              BellDistribution.of(Simulator.run(one), Simulator.run(other)).probabilities();
          assertThat(p).containsExactly(pure, within(1e-12));
        });
  }

  @Test
  void noisy_states_have_the_distribution_of_the_whole_pair_after_the_readout() {
    Circuit one = Circuit.of(2).h(0).cx(0, 1).depolarize(0, 0.2).ry(1, 0.7).s(0);
    Circuit other = Circuit.of(2).ry(0, 1.1).amplitudeDamping(0, 0.3).cx(0, 1).rx(1, 0.4);

    double[] p = probabilities(one, other);

    Circuit pair = Circuit.of(4);
    for (Operation operation : one.operations()) {
      pair = pair.then(operation);
    }
    for (Operation operation : other.operations()) {
      var moved = operation.qubits().stream().map(q -> q + 2).toList();
      pair = pair.then(new Operation(operation.instruction(), moved, operation.angles()));
    }
    double[] whole = DensityMatrix.of(pair.then(Readout.bell(2))).probabilities().values();
    assertThat(p).containsExactly(whole, within(1e-12));
  }

  private static double[] probabilities(Circuit one, Circuit other) {
    return MixedBellDistribution.probabilities(
        new MixedSimulator(Ledger.unlimited()).forward(one, 1),
        new MixedSimulator(Ledger.unlimited()).forward(other, 1));
  }
}
