package org.backshadow.progress;

/**
 * What takes the place of a live display that has served: it is drawn as nothing.
 *
 * <pre>{@code
 * Nothing.SHOWN.toString().isEmpty() // true
 * }</pre>
 */
public enum Nothing {
  /** The only one. */
  SHOWN;

  @Override
  public String toString() {
    return "";
  }
}
