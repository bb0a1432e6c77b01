package org.backshadow.state.engine;

import java.util.List;
import java.util.Optional;

/**
 * What is applied between two matrices of a circuit: the matrix in front, if there is one, then
 * rotations, made ready in batches.
 *
 * @param before the gate that is applied first
 * @param batches the rotations, numbered from 0 within the segment
 */
record Segment(Optional<BlockGate> before, List<Batch> batches) {}
