package dev.deco.internal.views;

import java.util.ArrayList;
import java.util.List;

/** What a task knows of one key: what the original has there, if it has looked, and what the view has. */
final class Slot {
  /** In the place of a value: there is no such key. */
  static final Object ABSENT = new Object();
  /** In the place of a value: nobody has looked. */
  static final Object UNKNOWN = new Object();

  Object was = UNKNOWN;
  Object now = UNKNOWN;
  private List<Later<?, ?>> later; // not null: changes that have not been decided, while now is UNKNOWN

  /** The original has been looked at. Throws what a function throws that has to be called now. */
  void learn(Object value) {
    Object present = value;
    if (later != null) {
      for (Later<?, ?> change : later) {
        present = change.decide(present);
      }
      later = null;
    }
    was = value;
    if (now == UNKNOWN) {
      now = present;
    }
  }

  void later(Later<?, ?> change) {
    if (later == null) {
      later = new ArrayList<>(2);
    }
    later.add(change);
  }

  /** The last change that has not been decided, or {@code null}. */
  Later<?, ?> lastLater() {
    return later == null ? null : later.get(later.size() - 1);
  }

  /** Whether there are changes that may fail when they are decided. */
  boolean mayFail() {
    return later != null && !later.stream().allMatch(Later::isCertain);
  }

  boolean written() {
    return later != null || now != was;
  }

  /** By how much the view's size differs from the original's on account of this key, of which both sides are known. */
  int growth() {
    return (now == ABSENT ? 0 : 1) - (was == ABSENT ? 0 : 1);
  }
}
