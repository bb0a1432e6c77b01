/** Charts as values, drawn with XChart or as Vega-Lite. */
@NullMarked
package org.backshadow.figure;

import org.jspecify.annotations.NullMarked;
