/** How many copies a learner needs who measures one or two at a time: where the numbers part. */
@NullMarked
package org.backshadow.experiment.paper.separation;

import org.jspecify.annotations.NullMarked;
