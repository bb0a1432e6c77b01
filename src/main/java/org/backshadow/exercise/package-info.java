/** Exercises that check themselves, offline, and say what is different about a wrong answer. */
@NullMarked
package org.backshadow.exercise;

import org.jspecify.annotations.NullMarked;
