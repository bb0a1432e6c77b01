package org.backshadow.exercise;

/**
 * What a check says.
 *
 * @param id of the exercise
 * @param right whether the answer is right
 * @param words what is different about a wrong answer
 */
public record Verdict(String id, boolean right, String words) {
  @Override
  public String toString() {
    return id + ": " + words;
  }
}
