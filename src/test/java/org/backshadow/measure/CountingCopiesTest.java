package org.backshadow.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.backshadow.circuit.ansatz.Ansatz;
import org.backshadow.gradient.Expectation;
import org.backshadow.gradient.Gradients;
import org.backshadow.gradient.Model;
import org.backshadow.gradient.SampledGradient;
import org.backshadow.measure.simulated.SimulatedCopies;
import org.backshadow.pauli.Hamiltonians;
import org.backshadow.resources.Ledger;
import org.backshadow.resources.Seed;
import org.junit.jupiter.api.Test;

class CountingCopiesTest {
  @Test
  void it_counts_what_a_simulated_door_charges_for_each_method() {
    Model model =
        Expectation.of(Ansatz.hardwareEfficient(3, 1), Hamiltonians.transverseFieldIsing(3, 1, 0.5))
            .at(0.1, 0.2, 0.3, 0.4, 0.5, 0.6)
            .model();
    for (SampledGradient method :
        List.of(
            Gradients.parameterShift().shots(30),
            Gradients.generalShift().shots(30),
            Gradients.hadamardTest().shots(30),
            Gradients.finiteDifference().shots(30),
            Gradients.spsa().directions(20),
            Gradients.classicalShadow().snapshots(500))) {
      var counting = new CountingCopies(Ledger.unlimited());
      var simulated = new SimulatedCopies(Ledger.unlimited(), new Seed(1));

      method.differentiate(model, counting, new Seed(2));
      method.differentiate(model, simulated, new Seed(2));

      assertThat(counting.ledger().cost().copies())
          .as(method.name())
          .isPositive()
          .isEqualTo(simulated.ledger().cost().copies());
    }
  }
}
