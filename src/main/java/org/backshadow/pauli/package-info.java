/**
 * Pauli strings and Hermitian sums of them: observables, Hamiltonians, and the groups that one
 * circuit measures. Qubit 0 is the first character of a string and the most significant bit of
 * every mask.
 */
@NullMarked
package org.backshadow.pauli;

import org.jspecify.annotations.NullMarked;
