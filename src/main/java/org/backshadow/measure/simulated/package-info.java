/**
 * The door for a simulated state: exact outcomes are drawn here, so here alone, of all that
 * measures, amplitudes are known.
 */
@NullMarked
package org.backshadow.measure.simulated;

import org.jspecify.annotations.NullMarked;
