/**
 * Classical shadows: non-adaptive; copies are measured one at a time in random bases and thrown
 * away, and what to estimate is chosen afterwards. (Shadow <i>tomography</i> is adaptive, joint and
 * gentle: {@code org.backshadow.tomography}.)
 */
@NullMarked
package org.backshadow.shadow;

import org.jspecify.annotations.NullMarked;
