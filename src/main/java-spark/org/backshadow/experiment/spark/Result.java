package org.backshadow.experiment.spark;

import java.io.Serializable;
import java.util.List;

/** A trial's result as it comes back: its number, its record and the values of that. */
record Result(int number, Class<? extends Record> type, List<Object> values)
    implements Serializable {}
