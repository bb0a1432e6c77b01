/** The paper's statements as runnable experiments. */
@NullMarked
package org.backshadow.experiment.paper;

import org.jspecify.annotations.NullMarked;
