/** Rows of records in files that survive a crash: one JSON line a row, resumed where they end. */
@NullMarked
package org.backshadow.experiment.checkpoint;

import org.jspecify.annotations.NullMarked;
