/**
 * Pauli strings carried through circuits, which turns a circuit into Pauli rotations and tells
 * which of them commute.
 */
@NullMarked
package org.backshadow.circuit.propagation;

import org.jspecify.annotations.NullMarked;
