package org.backshadow.shadow;

import org.backshadow.resources.Cost;
import org.jspecify.annotations.Nullable;

/** What was measured, and what it took. */
record ShadowRun(Snapshots snapshots, @Nullable ReadoutCalibration calibration, Cost cost) {}
