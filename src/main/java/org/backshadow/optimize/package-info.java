/**
 * Minimization of expectation values, and of losses over data, by optimizers with and without
 * gradients, with any gradient method and every copy counted.
 */
@NullMarked
package org.backshadow.optimize;

import org.jspecify.annotations.NullMarked;
