/**
 * How values look in a notebook: a {@link org.backshadow.notebook.rendering.Rendering} makes a
 * value a bundle of HTML, pictures and text. The kernels that show them are in {@code notebook}.
 */
@NullMarked
package org.backshadow.notebook.rendering;

import org.jspecify.annotations.NullMarked;
