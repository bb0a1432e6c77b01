package org.backshadow.tomography;

import org.backshadow.hypothesis.DenseObservable;
import org.backshadow.pauli.PauliString;

/**
 * A two-outcome observable that is asked for: as the copies are checked, and as the hypothesis
 * predicts it.
 *
 * <pre>{@code
 * var z = new Question(1, "Z", PauliString.of("Z"), 1, DenseObservable.of(pauliSum("Z")));
 * z.name() // Z
 * }</pre>
 *
 * @param layer where it stands in the run, from 1
 * @param name as it is written in tables
 * @param string that is counted on the copies
 * @param outcome of the string, 1 or -1, that counts as +1 of the observable
 * @param observable the same on the qubits of the hypothesis
 */
public record Question(
    int layer, String name, PauliString string, int outcome, DenseObservable observable) {}
