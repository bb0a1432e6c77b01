package org.backshadow.experiment.spark;

import java.io.Serializable;
import java.util.List;

/** A trial as it is sent: its number, the values of its point, its seed. */
record Task(int number, List<Object> values, long seed) implements Serializable {}
