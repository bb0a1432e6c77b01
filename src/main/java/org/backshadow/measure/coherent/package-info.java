/**
 * What a door that keeps copies coherent can be asked: gentle checks, majority votes and weak
 * means, which leave the copies to be used again.
 */
@NullMarked
package org.backshadow.measure.coherent;

import org.jspecify.annotations.NullMarked;
