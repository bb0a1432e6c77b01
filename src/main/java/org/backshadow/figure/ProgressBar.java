package org.backshadow.figure;

/** How far a long task is: {@code done} of {@code total}, and the time left in words. */
public record ProgressBar(String task, long done, long total, String timeLeft) {}
