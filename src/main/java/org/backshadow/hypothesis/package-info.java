/**
 * What a learner believes about an unknown state: a density matrix of its own, from the maximally
 * mixed state on, that only outcomes change.
 */
@NullMarked
package org.backshadow.hypothesis;

import org.jspecify.annotations.NullMarked;
