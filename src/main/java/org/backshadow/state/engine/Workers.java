package org.backshadow.state.engine;

/** How many threads share the loops of a call. */
record Workers(int threads) {
  /** As many as processors, or the number in the system property {@code backshadow.threads}. */
  static Workers standard() {
    int processors = Runtime.getRuntime().availableProcessors();
    return new Workers(Math.max(1, Integer.getInteger("backshadow.threads", processors)));
  }

  Crew crew() {
    return new Crew(threads);
  }
}
