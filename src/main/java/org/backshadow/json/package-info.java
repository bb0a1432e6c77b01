/** JSON in and out, strictly: what files hold, and nothing that could run. */
@NullMarked
package org.backshadow.json;

import org.jspecify.annotations.NullMarked;
