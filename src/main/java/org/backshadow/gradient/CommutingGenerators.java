package org.backshadow.gradient;

import java.util.List;
import org.backshadow.circuit.propagation.PauliRotations;
import org.backshadow.circuit.propagation.PauliRotations.Rotation;
import org.backshadow.measure.Copies;
import org.backshadow.resources.Seed;

/**
 * The whole gradient from one circuit, where all generators commute.
 *
 * <p><b>Formula</b>: {@code dF/da = <i[G, O]>} in the output state. For a Pauli string O it is
 * {@code 2 <iGO>} if G and O anticommute and 0 otherwise, and all {@code iGO} commute: one Clifford
 * readout serves every component.
 *
 * <p>Applies to Pauli rotations, and gates that are products of such, if no later rotation
 * anticommutes with an earlier one that has a parameter. Any state preparation may stand before
 * them, Clifford gates between and behind them.
 *
 * <p><b>Cost</b>: one circuit for each term of the observable, fewer where terms share it, whatever
 * M is; no ancilla, a readout of up to {@code 2n^2} Clifford gates. <b>Error</b>: at most {@code
 * sum |c| / sqrt(shots)} for a Pauli rotation. <b>Where it does not help</b>: a circuit whose
 * generators all commute is no universal circuit, and the more of them commute the fewer directions
 * it can move in (arXiv:2406.18316, {@link TradeOff}).
 *
 * <p><b>Source</b>: Bowles, Wierichs, Park, arXiv:2306.14962.
 *
 * <pre>{@code
 * var f = expectation(circuit(2).rx(0, param("a")).rx(1, param("b")), pauliSum("ZZ"));
 * f.at(0.4, 0.9).gradient(commutingGenerators().shots(2000).seed(7)).values() // [-0.259, -0.703]
 * }</pre>
 *
 * @param shots of each circuit; 0 leaves it open
 * @param seed of the outcomes
 */
public record CommutingGenerators(long shots, long seed) implements SampledGradient {
  /** As many shots of each circuit. */
  public CommutingGenerators shots(long shots) {
    return new CommutingGenerators(Shots.require(name(), shots), seed);
  }

  /** The same method with another seed. */
  public CommutingGenerators seed(long seed) {
    return new CommutingGenerators(shots, seed);
  }

  @Override
  public String name() {
    return "commutingGenerators";
  }

  @Override
  public void requireApplicable(Model model) {
    rotations(model);
  }

  private PauliRotations rotations(Model model) {
    PauliRotations rotations = PauliRotations.of(model.circuit(), name());
    List<Rotation> list = rotations.list();
    for (int j = 0; j < list.size(); j++) {
      int later = rotations.flips(j).nextSetBit(0);
      if (list.get(j).parametrized() && later >= 0) {
        int blocks = rotations.blocks().size();
        throw new IllegalArgumentException(
            "commutingGenerators: generators %d (%s) and %d (%s) do not commute; use commutingBlocks() (%d %s) or parameterShift()"
                .formatted(
                    j,
                    list.get(j).output(),
                    later,
                    list.get(later).output(),
                    blocks,
                    blocks == 1 ? "block" : "blocks"));
      }
    }
    return rotations;
  }

  @Override
  public SampledGradient within(Model model, long copies) {
    return shots == Shots.OPEN
        ? shots(Shots.within(name(), SharedCircuit.of(model, rotations(model)).size(), copies))
        : this;
  }

  @Override
  public SampledGradient atShots(long each) {
    return shots == Shots.OPEN ? shots(each) : this;
  }

  @Override
  public Components differentiate(Model model, Copies copies, Seed seed) {
    List<SharedCircuit> circuits = SharedCircuit.of(model, rotations(model));
    int parameters = model.theta().length;
    return SharedCircuit.measure(
        circuits, parameters, copies, Shots.orDefault(shots), note(parameters, circuits.size()));
  }

  private static String note(int parameters, int circuits) {
    return "%d %s from %d %s"
        .formatted(
            parameters,
            parameters == 1 ? "component" : "components",
            circuits,
            circuits == 1 ? "circuit" : "circuits");
  }
}
