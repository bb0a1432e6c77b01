/**
 * Bell measurements: copies are measured two at a time and thrown away. Squares of all Pauli
 * strings come from one set of pairs; signs take more copies.
 */
@NullMarked
package org.backshadow.shadow.bell;

import org.jspecify.annotations.NullMarked;
