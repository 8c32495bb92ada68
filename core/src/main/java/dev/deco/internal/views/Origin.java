package dev.deco.internal.views;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * A collection that tasks of one scope have views of.
 *
 * <p><b>Concurrency:</b> changed on the scope's thread, and only while no task with a view of it runs.
 */
public final class Origin {
  private static final int MOST = 1 << 10;

  private record Replayed(Changes<?> changes, Object by) {
    int tasks() {
      return changes == null ? 1 : changes.tasks();
    }
  }

  private final Object scope;
  private final Object original;
  private final Deque<Replayed> replayed = new ArrayDeque<>(); // the last ones
  private int tasks;    // whose changes these are
  private long version; // how often a replay has changed the original

  Origin(Object scope, Object original) {
    this.scope = scope;
    this.original = original;
  }

  /** The scope whose tasks have the views. */
  public Object scope() {
    return scope;
  }

  public Object original() {
    return original;
  }

  long version() {
    return version;
  }

  void changed() {
    version++;
  }

  /** Notes whose changes have been replayed, so that a message can name it. */
  void replayed(Changes<?> changes, Object by) {
    Replayed last = new Replayed(changes, by);
    tasks += last.tasks();
    while (tasks > MOST && !replayed.isEmpty()) {
      tasks -= replayed.removeLast().tasks();
    }
    replayed.addFirst(last);
  }

  /** A task has been run again, on the original itself: it may have changed anything. */
  public void ranAgain(Object by) {
    changed();
    replayed(null, by);
  }

  /** Who made the last change of what was read, as far as that is known. */
  public Object lastToChange(Read read) {
    return replayed.stream().filter(earlier -> earlier.changes == null || earlier.changes.changed(read))
        .map(Replayed::by).findFirst().orElse(null);
  }
}
