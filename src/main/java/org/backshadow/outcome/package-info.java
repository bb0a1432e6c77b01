/**
 * What measurements return: counts of bit strings, and the exact draws that a simulator makes them
 * by.
 */
@NullMarked
package org.backshadow.outcome;

import org.jspecify.annotations.NullMarked;
