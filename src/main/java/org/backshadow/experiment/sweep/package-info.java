/** Sweeps: the same trial at many points, repeated; points and results are records. */
@NullMarked
package org.backshadow.experiment.sweep;

import org.jspecify.annotations.NullMarked;
