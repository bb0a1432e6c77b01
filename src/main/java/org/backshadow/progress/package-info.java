/** The progress of long work, shown while it runs. */
@NullMarked
package org.backshadow.progress;

import org.jspecify.annotations.NullMarked;
