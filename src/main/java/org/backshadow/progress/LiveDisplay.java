package org.backshadow.progress;

/** A place that shows values while work goes on, such as the output of a notebook cell. */
public interface LiveDisplay {
  /** Shows a value and returns the id under which it can be replaced. */
  String display(Object value);

  /** Replaces the value shown under this id. */
  void update(String id, Object value);
}
