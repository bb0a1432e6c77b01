/**
 * Circuits as immutable values: the gate table, noise, angles as expressions of named parameters,
 * and the drawing of a circuit as text.
 */
@NullMarked
package org.backshadow.circuit;

import org.jspecify.annotations.NullMarked;
