package org.backshadow.exercise;

/** What a check says. */
public record Verdict(String id, boolean right, String words) {
  @Override
  public String toString() {
    return id + ": " + words;
  }
}
