/** How numbers grow: laws fitted to means over repeats, and which law the data speak for. */
@NullMarked
package org.backshadow.experiment.fit;

import org.jspecify.annotations.NullMarked;
