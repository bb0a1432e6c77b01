package org.backshadow.exercise;

/**
 * What a check says.
 *
 * <pre>{@code
 * Verdict verdict = check("10.5", "a");
 * verdict.right() // false
 * verdict.words()
 * }</pre>
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
