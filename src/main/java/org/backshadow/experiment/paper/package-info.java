/**
 * What "On quantum backpropagation, information reuse, and cheating measurement collapse"
 * (arXiv:2305.13362) says, as experiments of a call each, with the curve that is expected.
 */
@NullMarked
package org.backshadow.experiment.paper;

import org.jspecify.annotations.NullMarked;
