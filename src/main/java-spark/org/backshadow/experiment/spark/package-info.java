/** Sweeps on Apache Spark; compiled in the Maven profile {@code spark} only. */
@NullMarked
package org.backshadow.experiment.spark;

import org.jspecify.annotations.NullMarked;
