/**
 * The notebook a program runs in: adapters to the Java kernels, which show what {@code rendering}
 * makes.
 */
@NullMarked
package org.backshadow.notebook;

import org.jspecify.annotations.NullMarked;
