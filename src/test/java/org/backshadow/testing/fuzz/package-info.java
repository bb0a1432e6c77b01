/** Everything that reads a file or a text, fed with what it does not expect. */
@NullMarked
package org.backshadow.testing.fuzz;

import org.jspecify.annotations.NullMarked;
