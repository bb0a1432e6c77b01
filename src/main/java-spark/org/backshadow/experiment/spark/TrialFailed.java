package org.backshadow.experiment.spark;

/** The failure of a trial as it comes back, in words: what it threw may not be fit to be sent. */
final class TrialFailed extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final int number;

  TrialFailed(int number, Throwable cause) {
    super(cause.toString());
    this.number = number;
    setStackTrace(cause.getStackTrace());
  }

  int number() {
    return number;
  }

  @Override
  public String toString() {
    return String.valueOf(getMessage());
  }
}
