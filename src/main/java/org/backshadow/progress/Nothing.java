package org.backshadow.progress;

/** What takes the place of a live display that has served: it is drawn as nothing. */
public enum Nothing {
  SHOWN;

  @Override
  public String toString() {
    return "";
  }
}
