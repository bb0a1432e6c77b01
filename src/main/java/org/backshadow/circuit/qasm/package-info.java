/**
 * OpenQASM 2 and 3: circuits from text that nobody vouches for, and circuits as text. Nothing here
 * opens a file but the one that the user names, and nothing runs for long: see {@link Limits}.
 */
@NullMarked
package org.backshadow.circuit.qasm;

import org.jspecify.annotations.NullMarked;
