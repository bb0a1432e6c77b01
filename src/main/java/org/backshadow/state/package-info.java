/**
 * Exact simulation: state vectors, the simulator that makes them, and what can be read off a state.
 * Nothing here is sampled by a learner: learners go through {@code measure}.
 */
@NullMarked
package org.backshadow.state;

import org.jspecify.annotations.NullMarked;
