package org.backshadow.testing;

import java.lang.management.ManagementFactory;

/** Time that a busy machine does not change: what this thread has spent on a processor. */
public final class CpuTime {
  private CpuTime() {}

  /** Seconds that some work takes the thread that calls this. */
  public static double seconds(Runnable work) {
    var threads = ManagementFactory.getThreadMXBean();
    long start = threads.getCurrentThreadCpuTime();
    work.run();
    return (threads.getCurrentThreadCpuTime() - start) / 1e9;
  }
}
