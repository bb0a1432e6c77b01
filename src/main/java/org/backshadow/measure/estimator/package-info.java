/** Expectation values of Pauli sums from shots, and how the shots are shared among circuits. */
@NullMarked
package org.backshadow.measure.estimator;

import org.jspecify.annotations.NullMarked;
