package org.backshadow.exercise;

import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.backshadow.circuit.Circuit;
import org.backshadow.pauli.PauliSum;
import org.backshadow.state.StateVector;

/** An exercise whose answer is still to be said: which kind it is, and the right one. */
record Question(String id, String question) {
  Draft<Double> number(double answer) {
    return new Draft<>(this, new NumberKind(), answer);
  }

  /** Several numbers, in order. */
  Draft<double[]> numbers(double... answer) {
    return new Draft<>(this, new NumbersKind(), answer);
  }

  /** One of these statements, which are lettered a, b, c, ... */
  Draft<String> choice(String letter, String... statements) {
    return new Draft<>(this, new ChoiceKind(List.of(statements)), letter);
  }

  /** A state; any global phase is right. */
  Draft<StateVector> state(StateVector answer) {
    return new Draft<>(this, new StateKind(), answer);
  }

  /** A circuit, or any other one with the same unitary up to a global phase, for all angles. */
  Draft<Circuit> circuit(Circuit answer) {
    return new Draft<>(this, new CircuitKind(true), answer);
  }

  /** A circuit, or any other one that prepares the same state from {@code |0...0>}. */
  Draft<Circuit> circuitPreparing(Circuit answer) {
    return new Draft<>(this, new CircuitKind(false), answer);
  }

  Draft<PauliSum> observable(PauliSum answer) {
    return new Draft<>(this, new ObservableKind(), answer);
  }

  /** A function of one number, compared at these points. */
  Draft<DoubleUnaryOperator> function(DoubleUnaryOperator answer, double... points) {
    return new Draft<>(this, new FunctionKind(points), answer);
  }

  /** A way to the gradient of a function that can be evaluated, compared at these points. */
  Draft<GradientRule> gradientFunction(
      GradientRule answer, GradientRule.Model model, double[]... points) {
    return new Draft<>(this, new GradientKind(model, points), answer);
  }
}
