/** How values look in a notebook, and the adapters to the Java kernels that show them. */
@NullMarked
package org.backshadow.notebook;

import org.jspecify.annotations.NullMarked;
