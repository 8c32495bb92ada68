package dev.deco.internal.engine;

import java.util.function.LongSupplier;

/**
 * The clock of an engine whose time is measured, and for how long scopes have been open.
 *
 * <p><b>Concurrency:</b> any thread.
 */
public abstract class Timing {
  final LongSupplier clock;
  private int open;   // outermost scopes; guarded by this, as is all that follows
  private long since; // of the first of those
  private long before;

  /** @param clock nanoseconds from some start */
  protected Timing(LongSupplier clock) {
    this.clock = clock;
  }

  /** The times of a new worker, which counts with {@code counters}. */
  protected abstract Times times(Counters counters);

  /** A thread has opened its outermost scope. */
  protected final synchronized void opened(long now) {
    if (open++ == 0) {
      since = now;
    }
  }

  /** It has left it. */
  protected final synchronized void left(long now) {
    if (--open == 0) {
      before += now - since;
    }
  }

  /** Nanoseconds in which some scope was open. */
  public final synchronized long openNanos() {
    return open == 0 ? before : before + clock.getAsLong() - since;
  }
}
