/**
 * What the tests measure the library against: an obvious simulator with full matrices, the gate
 * table of the textbooks, and seeded random inputs.
 */
@NullMarked
package org.backshadow.testing;

import org.jspecify.annotations.NullMarked;
