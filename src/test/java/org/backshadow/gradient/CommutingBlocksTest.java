package org.backshadow.gradient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.backshadow.circuit.Angle;
import org.backshadow.circuit.Circuit;
import org.backshadow.circuit.ansatz.Ansatz;
import org.backshadow.circuit.propagation.PauliRotations;
import org.backshadow.circuit.propagation.PauliRotations.Rotation;
import org.backshadow.pauli.Hamiltonians;
import org.backshadow.pauli.PauliSum;
import org.backshadow.resources.Seed;
import org.backshadow.state.Simulator;
import org.backshadow.state.StateVector;
import org.backshadow.testing.ExactDoor;
import org.backshadow.testing.NaiveMatrix;
import org.backshadow.testing.Samples;
import org.junit.jupiter.api.Test;

class CommutingBlocksTest implements GradientMethodContract {
  @Override
  public CommutingBlocks method() {
    return Gradients.commutingBlocks();
  }

  @Override
  public SampledGradient seeded(SampledGradient method, long seed) {
    return ((CommutingBlocks) method).seed(seed);
  }

  @Override
  public Model anyModel(Samples samples) {
    return RotationModels.any(samples);
  }

  /** Every kind of gate that is a product of rotations, shared parameters and expressions. */
  @Override
  public Model richModel() {
    Angle a = Angle.parameter("a");
    Angle b = Angle.parameter("b");
    Circuit circuit =
        Circuit.of(4)
            .h(0)
            .t(0)
            .rx(0, a)
            .ry(1, a.times(2).plus(0.3))
            .crx(0, 1, b)
            .sx(2)
            .cp(1, 2, a)
            .cx(0, 3)
            .rz(2, 0.4)
            .singleExcitation(1, 2, b.sin())
            .doubleExcitation(0, 1, 2, 3, a.times(b))
            .pauliRotation("XYZX", b)
            .rzz(0, 3, a.minus(b))
            .controlled(3, Circuit.of(4).cry(0, 1, a).p(2, b))
            .iswap(1, 3);
    return new Model(circuit, PauliSum.parse("YIII"), new double[] {0.7, -0.4});
  }

  /** What is read of a told circuit, in the states that the door prepares instead. */
  @Override
  public double[] targetUnderLie(Model model, Circuit lie) {
    double[] target = new double[model.theta().length];
    for (SharedCircuit shared :
        SharedCircuit.of(model, PauliRotations.of(model.circuit(), "test"))) {
      StateVector lied =
          Simulator.run(shared.circuit().then(lie.widened(shared.circuit().qubits())));
      for (int k = 0; k < target.length; k++) {
        target[k] += lied.expectation(shared.sums().get(k));
      }
    }
    return target;
  }

  /**
   * Plain, by hand: a and c are one block, since only the last gate anticommutes with YX and ZZ; b
   * is another. in both XI and IY share a circuit and ZZ has its own. Rich: one term, so a circuit
   * a block.
   */
  @Override
  public long circuits(Model model) {
    return model.circuit().qubits() == 2 ? 4 : naiveBlocks(model);
  }

  /** Different sets of later generators that anticommute, by matrices in the output frame. */
  private static long naiveBlocks(Model model) {
    var rotations = PauliRotations.of(model.circuit(), "test").list();
    var turning = rotations.stream().map(Rotation::gate).collect(Collectors.toSet());
    var generators = new ArrayList<NaiveMatrix>();
    for (Rotation rotation : rotations) {
      NaiveMatrix generator = NaiveMatrix.of(rotation.string());
      for (int gate = rotation.gate() + 1; gate < model.circuit().size(); gate++) {
        if (!turning.contains(gate)) {
          NaiveMatrix u = NaiveMatrix.of(model.bound().operations().get(gate), 4);
          generator = u.times(generator).times(u.adjoint());
        }
      }
      generators.add(generator);
    }
    var sets = new HashSet<Set<Integer>>();
    for (int i = 0; i < generators.size(); i++) {
      var flips = new HashSet<Integer>();
      for (int j = i + 1; j < generators.size(); j++) {
        NaiveMatrix product = generators.get(i).times(generators.get(j));
        NaiveMatrix swapped = generators.get(j).times(generators.get(i));
        if (product.distance(swapped) > 1e-9) {
          flips.add(j);
        }
      }
      if (rotations.get(i).parametrized()) {
        sets.add(flips);
      }
    }
    return sets.size();
  }

  @Override
  public long copies(Model model) {
    return circuits(model) * 4000;
  }

  @Test
  void exact_values_give_the_exact_gradient() {
    GradientMethodContract.exact(accurate(), Targets::gradient, RotationModels::any);
  }

  private static final List<List<String>> BLOCKS =
      List.of(
          List.of("XIII", "IXII", "IIXI", "IIIX"),
          List.of("ZZZZ"),
          List.of("XXXI", "XXIX", "XIXX", "IXXX"),
          List.of("ZZZZ"),
          List.of("XIII", "IXII", "IIXI", "IIIX"));

  /** Angles and derivatives of exp(-i theta P), from extras.json, commuting_block. */
  private static final double[] THETA = {
    0.7404984079401693, -0.42636558182488926, 0.20629630010312372, 0.5550681658403576,
    0.43214925920713054, 0.8307602409810151, 0.7207872983657693, 0.8364752580975248,
    -0.9468245310648056, -0.12550399974098259, -0.03011134604542387, -0.869691605259785,
    -0.9887478986412142, 0.661242873942514
  };

  private static final double[] DERIVATIVES = {
    0.47531005090208767, -0.10918976261818843, -0.10418346265692938, 0.0873879070137576,
    0.24890490002990406, 0.28178057696463954, 0.8390445972805263, -0.09492377920375834,
    -0.03683448395371135, -0.33331487605615273, 0.48836651695943883, 0.10253360786991474,
    -0.24762718096561476, -0.028892264344253772
  };

  private static Model reference() {
    Circuit circuit = Circuit.of(4);
    double[] theta = THETA.clone();
    int k = 0;
    for (List<String> block : BLOCKS) {
      for (String string : block) {
        theta[k] *= 2;
        circuit = circuit.pauliRotation(string, Angle.parameter("w" + k++));
      }
    }
    return new Model(circuit, PauliSum.parse("YZZZ"), theta);
  }

  @Test
  void five_circuits_serve_the_fourteen_parameters_of_the_reference() {
    Model model = reference();
    PauliRotations rotations = PauliRotations.of(model.circuit(), "test");

    assertThat(rotations.blocks())
        .containsExactly(
            List.of(0, 1, 2, 3),
            List.of(4),
            List.of(5, 6, 7, 8),
            List.of(9),
            List.of(10, 11, 12, 13));
    List<SharedCircuit> circuits = SharedCircuit.of(model, rotations);
    assertThat(circuits).hasSize(5);
    assertThat(circuits).extracting(c -> c.circuit().qubits()).containsExactly(5, 5, 5, 5, 4);

    double[] values = accurate().differentiate(model, new ExactDoor(), new Seed(0)).values();
    for (int k = 0; k < values.length; k++) {
      assertThat(values[k]).as("w%d", k).isCloseTo(DERIVATIVES[k] / 2, within(1e-12));
    }
  }

  /**
   * A shot is worth +-1, so its variance is 1 - g^2; over 100,000 shots the sample's deviation is
   * that to g / sqrt(N) at most: five of those.
   */
  @Test
  void the_variance_of_one_shot_is_that_of_a_sign() {
    long shots = 100_000;
    Components measured =
        method()
            .shots(shots)
            .differentiate(reference(), GradientMethodContract.door(4), new Seed(1));

    for (int k = 0; k < DERIVATIVES.length; k++) {
      double g = DERIVATIVES[k] / 2;
      assertThat(measured.standardErrors()[k] * Math.sqrt(shots))
          .as("w%d", k)
          .isCloseTo(Math.sqrt(1 - g * g), within(5 / Math.sqrt(2.0 * shots)));
    }
  }

  @Test
  void a_circuit_without_structure_has_as_many_blocks_as_parameters() {
    Circuit circuit = Circuit.of(1);
    for (int k = 0; k < 6; k++) {
      Angle angle = Angle.parameter("w" + k);
      circuit = k % 2 == 0 ? circuit.rx(0, angle) : circuit.rz(0, angle);
    }

    var gradient = Expectation.of(circuit, PauliSum.parse("Y")).at(new double[6]).gradient(quick());

    assertThat(gradient.note()).isEqualTo("6 blocks, 6 circuits");
    assertThat(gradient.cost().qubits()).isEqualTo(2);
  }

  /** Five layers of 6 + 5 rotations with sets of their own; in the last all 6 X have none. */
  @Test
  void layers_of_an_ising_chain_are_no_blocks() {
    Circuit circuit = Ansatz.hamiltonianVariational(Hamiltonians.transverseFieldIsing(6, 1, 1), 6);

    assertThat(PauliRotations.of(circuit, "test").list()).hasSize(66);
    assertThat(PauliRotations.of(circuit, "test").blocks()).hasSize(5 * 11 + 5 + 1);
  }

  @Test
  void fixed_gates_must_keep_strings_whole() {
    Circuit circuit = Circuit.of(2).rx(0, Angle.parameter("a")).ch(0, 1);

    assertThatThrownBy(
            () -> Expectation.of(circuit, PauliSum.parse("XX")).at(0.3).gradient(method()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "commutingBlocks: the generator of gate 0 (XI) becomes a sum of Pauli strings behind the"
                + " fixed gate ch, which is no Clifford gate; use parameterShift() or"
                + " hadamardTest()");
  }

  @Test
  void one_block_and_one_circuit_are_said_in_the_singular() {
    Circuit circuit = Circuit.of(1).rx(0, Angle.parameter("a"));

    var gradient = Expectation.of(circuit, PauliSum.parse("Z")).at(0.3).gradient(quick());

    assertThat(gradient.note()).isEqualTo("1 block, 1 circuit");
  }

  @Test
  void a_register_that_leaves_no_room_for_the_ancilla_is_refused() {
    Circuit circuit = Circuit.of(62).rx(0, Angle.parameter("a"));
    var model = new Model(circuit, PauliSum.parse("Z".repeat(62)), new double[] {0.3});

    assertThatThrownBy(() -> method().requireApplicable(model))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "commutingBlocks: no room for an ancilla beside 62 qubits; use parameterShift()");
  }
}
