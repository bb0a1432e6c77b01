package org.backshadow.gradient;

import java.util.List;
import org.backshadow.circuit.propagation.PauliRotations;
import org.backshadow.measure.Copies;
import org.backshadow.pauli.PauliString;
import org.backshadow.resources.Seed;

/**
 * Gradient block by block: the components of a block of generators that commute, from one circuit.
 *
 * <p><b>Formula</b>: let W be what stands behind a block, and V the same with those rotations
 * turned backwards that anticommute with the block. Then {@code dF/da = 2 Re <W psi| iGO |V psi>}
 * where the generator G and the string O anticommute, and {@code 2 Im <W psi| GO |V psi>} where
 * they commute; an ancilla chooses between W and V and is read in X or Y together with {@code iGO}
 * or {@code GO}. The last block needs no ancilla.
 *
 * <p>Blocks are found in the circuit: rotations belong together if the same later rotations
 * anticommute with them. {@code commutation(circuit)} shows them.
 *
 * <p><b>Cost</b>: B circuits for B blocks and each term of the observable, fewer where terms share
 * one; the {@code 2B - 1} of the paper measures the two kinds of components of a block apart, which
 * is not needed since they commute. One ancilla, no gate more than the circuit has but a readout of
 * up to {@code 2n^2} Clifford gates. <b>Error</b>: at most {@code sum |c| / sqrt(shots)} for a
 * Pauli rotation: a shot is worth +-1 for a string O, its variance is {@code 1 - (dF/da)^2}.
 *
 * <p><b>Where it does not help</b>: in a circuit without structure each rotation is a block of its
 * own, B = M, and nothing is gained over {@code hadamardTest()}. Layers of generators that commute
 * are not enough: six layers of the Ising chain on 6 qubits have 61 blocks for 66 parameters, since
 * each rotation anticommutes with others behind it.
 *
 * <p><b>Source</b>: Bowles, Wierichs, Park, arXiv:2306.14962.
 *
 * <pre>{@code
 * var circuit = circuit(2).rx(0, param("a")).rx(1, param("b")).rzz(0, 1, param("c"));
 * var f = expectation(circuit, pauliSum("YI"));
 * f.at(0.4, 0.9, 0.2).gradient(commutingBlocks().shots(2000).seed(7)).values()
 * // [-0.876, -0.01, 0.128]
 * }</pre>
 *
 * @param shots of each circuit; 0 leaves it open
 * @param seed of the outcomes
 */
public record CommutingBlocks(long shots, long seed) implements SampledGradient {
  /** As many shots of each circuit. */
  public CommutingBlocks shots(long shots) {
    return new CommutingBlocks(Shots.require(name(), shots), seed);
  }

  /** The same method with another seed. */
  public CommutingBlocks seed(long seed) {
    return new CommutingBlocks(shots, seed);
  }

  @Override
  public String name() {
    return "commutingBlocks";
  }

  @Override
  public void requireApplicable(Model model) {
    rotations(model);
  }

  private PauliRotations rotations(Model model) {
    int qubits = model.circuit().qubits();
    if (qubits == PauliString.MAX_QUBITS) {
      throw new IllegalArgumentException(
          "commutingBlocks: no room for an ancilla beside %d qubits; use parameterShift()"
              .formatted(qubits));
    }
    return PauliRotations.of(model.circuit(), name());
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
    PauliRotations rotations = rotations(model);
    List<SharedCircuit> circuits = SharedCircuit.of(model, rotations);
    int blocks = rotations.blocks().size();
    String note =
        "%d %s, %d %s"
            .formatted(
                blocks,
                blocks == 1 ? "block" : "blocks",
                circuits.size(),
                circuits.size() == 1 ? "circuit" : "circuits");
    return SharedCircuit.measure(
        circuits, model.theta().length, copies, Shots.orDefault(shots), note);
  }
}
