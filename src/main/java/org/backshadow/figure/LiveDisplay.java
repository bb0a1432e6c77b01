package org.backshadow.figure;

/** Shows a value now, in the middle of a cell, and replaces it later; found by ServiceLoader. */
public interface LiveDisplay {
  /** Shows the value and returns the identifier by which {@link #update} replaces it. */
  String display(Object value);

  /** Replaces what {@link #display} showed under the identifier. */
  void update(String id, Object value);
}
