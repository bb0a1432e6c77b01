/**
 * The eigenvalues and eigenvectors of dense complex Hermitian matrices, and functions of such
 * matrices, by one thread and with the same bits on every machine.
 */
@NullMarked
package org.backshadow.linear;

import org.jspecify.annotations.NullMarked;
