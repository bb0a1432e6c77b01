/**
 * Shadow tomography: adaptive, joint and gentle; many copies are checked together, only an alarm is
 * read, and a hypothesis is corrected when it was wrong. (Classical <i>shadows</i> are non-adaptive
 * and throw copies away: {@code org.backshadow.shadow}.)
 */
@NullMarked
package org.backshadow.tomography;

import org.jspecify.annotations.NullMarked;
