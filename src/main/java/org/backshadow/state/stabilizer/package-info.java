/** Clifford states without amplitudes: rows of signed Pauli strings. */
@NullMarked
package org.backshadow.state.stabilizer;

import org.jspecify.annotations.NullMarked;
