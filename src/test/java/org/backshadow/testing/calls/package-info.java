/** Every public call of the library, with good and with bad arguments. */
@NullMarked
package org.backshadow.testing.calls;

import org.jspecify.annotations.NullMarked;
