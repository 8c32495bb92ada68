package dev.deco.internal.runtime;

/**
 * A place where scopes wait for tasks.
 *
 * <p><b>Concurrency:</b> any thread.
 */
final class Wait {
  /** What waits. */
  enum Kind { FORCE, SYNC, END }

  private static final int AGAIN = 3;

  final Kind kind;
  /** Where, or null: it did not take long enough to find that out. */
  final Line line;
  private int scope;       // of the last wait; guarded by this, as is all that follows
  private int times;       // in that scope
  private boolean repeats;
  private long count;

  Wait(Kind kind, Line line) {
    this.kind = kind;
    this.line = line;
  }

  /** A scope waits here. */
  synchronized void by(Outstanding waiting) {
    int id = System.identityHashCode(waiting);
    times = id == scope ? times + 1 : 1;
    scope = id;
    count++;
    repeats |= times == AGAIN;
  }

  /** How often scopes have waited here. */
  synchronized long count() {
    return count;
  }

  /** Whether one and the same scope waits here again and again. */
  synchronized boolean repeats() {
    return repeats;
  }
}
