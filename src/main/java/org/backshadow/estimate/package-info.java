/**
 * What a measured number is worth: means, standard errors, intervals at a confidence, and how many
 * digits to show.
 */
@NullMarked
package org.backshadow.estimate;

import org.jspecify.annotations.NullMarked;
