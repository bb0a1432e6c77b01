package org.backshadow.exercise;

/** A learner's function threw something; the message says where and what. */
final class AnswerFailedException extends RuntimeException {
  private static final long serialVersionUID = 1;

  AnswerFailedException(String message, RuntimeException cause) {
    super(message, cause);
  }
}
