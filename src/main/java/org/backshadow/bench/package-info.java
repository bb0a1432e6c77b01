/**
 * The workloads that this library is timed by beside other simulators: {@code ./backshadow bench}.
 */
@NullMarked
package org.backshadow.bench;

import org.jspecify.annotations.NullMarked;
