package org.backshadow.resources;

/** The most that may be used; a request beyond it is refused before any work is done. */
public record Budget(long copies) {
  public static final Budget UNLIMITED = new Budget(Long.MAX_VALUE);

  public Budget {
    if (copies < 0) {
      throw new IllegalArgumentException("a budget of " + copies + " copies is negative");
    }
  }

  public static Budget copies(long copies) {
    return new Budget(copies);
  }
}
