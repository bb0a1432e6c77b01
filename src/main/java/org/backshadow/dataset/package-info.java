/** Small data sets to classify, inside the library. */
@NullMarked
package org.backshadow.dataset;

import org.jspecify.annotations.NullMarked;
