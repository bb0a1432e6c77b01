/**
 * State vectors moved by Pauli rotations, many rotations at each pass over the memory.
 *
 * <p><b>1. Rotations.</b> A circuit becomes a list of rotations {@code exp(-i t P / 2)} and one
 * Clifford at the end, the {@code Frame}: Clifford gates are not applied, what follows them is read
 * through them. The angles stay open, so one list serves a whole training.
 *
 * <p><b>2. Pieces.</b> A string flips some bits of an index, and rotations whose flips lie in one
 * subspace keep its cosets apart. So the planner collects rotations, commuting ones changing
 * places, until their flips span a subspace whose cosets just fit into the cache; then each coset
 * is gathered, goes through all of them and is scattered back:
 *
 * <pre>
 *   state   |........|........|........|........|   2^n amplitudes in memory
 *             \    gather     /     one coset: start ^ offset[v] ^ lane
 *              [ piece, 2^d ]       rotate, rotate, phases, rotate ...
 *             /    scatter    \
 *   state   |........|........|........|........|   one pass for all of them
 * </pre>
 *
 * <p><b>3. One kernel.</b> The imaginary part stands after the real part, so {@code -i P} is a real
 * antisymmetric matrix J that moves rows and changes signs, whatever P is, and a rotation is {@code
 * cos (1 + tan J)}: one multiply-add a number, the cosines multiplied in once a piece. Up to three
 * rotations share a pass: of the rows that they mix, the loop starts at the one where no string has
 * a sign ({@link Orbits}). Diagonal rotations go through tables of phases, several at once.
 *
 * <p><b>4. Backwards.</b> For a gradient {@code psi} and {@code lambda = O psi} go back through the
 * same rotations together; each one's derivative {@code Im <lambda|P|psi>} is summed in the pass
 * that undoes it. Cosets that a state from {@code |0...0>} cannot have reached are left out.
 *
 * <p>A gate that is no product of rotations, such as a matrix on two qubits, is applied by its
 * matrix, block by block, between two segments of rotations; so far the frame takes up only what
 * relabels basis states.
 *
 * <p>Observables are read through the frame too; strings with the same flips share a pass. Sums are
 * made in fixed chunks, so any number of threads gives the same bits.
 */
@NullMarked
package org.backshadow.state.engine;

import org.jspecify.annotations.NullMarked;
