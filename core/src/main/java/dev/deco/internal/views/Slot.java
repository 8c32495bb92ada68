package dev.deco.internal.views;

/** What a task knows of one key: what the original has there, if it has looked, and what the view has. */
final class Slot {
  /** In the place of a value: there is no such key. */
  static final Object ABSENT = new Object();
  /** In the place of a value: nobody has looked. */
  static final Object UNKNOWN = new Object();

  Object was = UNKNOWN;
  Object now = UNKNOWN;
  private Later<?, ?> firstLater; // not null: changes that have not been decided, while now is UNKNOWN
  private Later<?, ?> lastLater;

  /** The original has been looked at. Throws what a function throws that has to be called now. */
  void learn(Object value) {
    Object present = value;
    for (Later<?, ?> change = firstLater; change != null; change = change.next()) {
      present = change.decide(present);
    }
    firstLater = null;
    lastLater = null;
    was = value;
    if (now == UNKNOWN) {
      now = present;
    }
  }

  void later(Later<?, ?> change) {
    if (lastLater == null) {
      firstLater = change;
    } else {
      lastLater.next(change);
    }
    lastLater = change;
  }

  /** The last change that has not been decided, or {@code null}. */
  Later<?, ?> lastLater() {
    return lastLater;
  }

  /** Whether there are changes that may fail when they are decided. */
  boolean mayFail() {
    Later<?, ?> change = firstLater;
    while (change != null && change.isCertain()) {
      change = change.next();
    }
    return change != null;
  }

  boolean written() {
    return lastLater != null || now != was;
  }

  /** By how much the view's size differs from the original's on account of this key, of which both sides are known. */
  int growth() {
    return (now == ABSENT ? 0 : 1) - (was == ABSENT ? 0 : 1);
  }
}
