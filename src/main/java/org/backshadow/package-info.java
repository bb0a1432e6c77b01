/** The one static import of a notebook. */
@NullMarked
package org.backshadow;

import org.jspecify.annotations.NullMarked;
