/**
 * Gradients of expectation values. A gradient is M expectation values; a method is a choice of
 * circuits or observables and of an estimator. Exact methods take the simulator and say so; sampled
 * methods get a {@link org.backshadow.gradient.Model} and a counted door, nothing else.
 */
@NullMarked
package org.backshadow.gradient;

import org.jspecify.annotations.NullMarked;
