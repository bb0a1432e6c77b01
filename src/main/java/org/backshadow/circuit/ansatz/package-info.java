/** Circuits of the field by name: layers, excitations, fixed preparations. */
@NullMarked
package org.backshadow.circuit.ansatz;

import org.jspecify.annotations.NullMarked;
