/**
 * The counted door to quantum states. Whoever is allowed only quantum access gets a {@link
 * org.backshadow.measure.Copies}: it hands out outcomes, charges a ledger, and never shows an
 * amplitude.
 */
@NullMarked
package org.backshadow.measure;

import org.jspecify.annotations.NullMarked;
