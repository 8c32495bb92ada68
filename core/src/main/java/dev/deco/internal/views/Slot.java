package dev.deco.internal.views;

/** What a task knows of one key: what the original has there, if it has looked, and what the view has. */
final class Slot {
  /** In the place of a value: there is no such key. */
  static final Object ABSENT = new Object();
  /** In the place of a value: nobody has looked. */
  static final Object UNKNOWN = new Object();

  Object was = UNKNOWN;
  Object now = UNKNOWN;

  /** The original has been looked at. */
  void learn(Object value) {
    was = value;
    if (now == UNKNOWN) {
      now = value;
    }
  }

  boolean written() {
    return now != was;
  }

  /** By how much the view's size differs from the original's on account of this key, of which both sides are known. */
  int growth() {
    return (now == ABSENT ? 0 : 1) - (was == ABSENT ? 0 : 1);
  }
}
