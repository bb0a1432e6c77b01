/** Minimization of expectation values with any gradient method, every copy counted. */
@NullMarked
package org.backshadow.optimize;

import org.jspecify.annotations.NullMarked;
