/**
 * Single shots of a state, each in a Pauli basis of its own. Internal: {@code
 * StateVector.snapshots} and {@code DensityMatrix.snapshots} are the way in.
 */
@NullMarked
package org.backshadow.state.snapshot;

import org.jspecify.annotations.NullMarked;
