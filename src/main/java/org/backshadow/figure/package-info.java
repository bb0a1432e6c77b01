/** Charts as values, drawn with XChart or as Vega-Lite, and the progress of long work. */
@NullMarked
package org.backshadow.figure;

import org.jspecify.annotations.NullMarked;
