package org.backshadow.progress;

/**
 * A place that shows values while work goes on, such as the output of a notebook cell.
 *
 * <pre>{@code
 * class Lines implements LiveDisplay {
 *   public String display(Object value) {
 *     System.out.println(value);
 *     return "1";
 *   }
 *   public void update(String id, Object value) {
 *     System.out.println(value);
 *   }
 * }
 * }</pre>
 */
public interface LiveDisplay {
  /** Shows a value and returns the id under which it can be replaced. */
  String display(Object value);

  /** Replaces the value shown under this id. */
  void update(String id, Object value);
}
