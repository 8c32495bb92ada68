package dev.deco.internal.runtime;

import java.util.concurrent.atomic.AtomicInteger;

/** The end of many rows, so that each of those that wait for all of them has only one to ask. */
final class Join extends Completion {
  private final AtomicInteger pending = new AtomicInteger(); // inputs not complete; below 0 until all are counted
  private int inputs;
  Join next; // in a list of joins that have been reached; of the thread that reaches them

  /** Waits for one more. On the scope's thread, before {@link #counted}. */
  void after(Completion earlier) {
    if (!earlier.reached() && earlier.informs(this)) {
      inputs++;
    } else if (earlier.path != null) {
      after(earlier.path);
    }
  }

  /** The end of a chain that it has waited for. On any thread. */
  synchronized void after(Path chain) {
    path = Path.later(path, chain);
  }

  /** All inputs are known. */
  void counted() {
    if (pending.addAndGet(inputs) == 0) {
      reachAtOnce(); // nobody has seen it yet, or all inputs were complete before
    }
  }

  /** One input is complete; true if it was the last. On any thread. */
  boolean inputComplete() {
    return pending.decrementAndGet() == 0;
  }
}
