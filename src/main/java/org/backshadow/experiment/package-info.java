/**
 * Experiments: methods compared at equal budgets, costs against sizes with fits, all from seeds and
 * the same on any number of threads.
 */
@NullMarked
package org.backshadow.experiment;

import org.jspecify.annotations.NullMarked;
