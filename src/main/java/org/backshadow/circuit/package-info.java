/**
 * Circuits as immutable values: the gate table, angles as expressions of named parameters, ansatze,
 * and the drawing of a circuit as text.
 */
@NullMarked
package org.backshadow.circuit;

import org.jspecify.annotations.NullMarked;
