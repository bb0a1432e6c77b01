/** Copies that are treated alike, exactly, in their symmetric subspace. */
@NullMarked
package org.backshadow.state.symmetric;

import org.jspecify.annotations.NullMarked;
