package dev.deco.internal.views;

import java.util.ConcurrentModificationException;

/**
 * What one task has read of a collection and done to it; or several, one after the other, that nothing comes between.
 *
 * <p>While tasks with views of it run, the original stays as it is, so that all that a task reads belongs to one state,
 * that before some earlier task's replay. When the task's turn in program order comes, what it has read is compared
 * with the original by value (as in NOrec by Dalessandro, Spear and Scott, PPoPP 2010): if it is the same still, the
 * task has done what it would have done in the serial program, and its changes are made on the original.
 *
 * <p>The usual operations are told apart key by key; they are logged, and a replay does them again. All others work on
 * a private copy, in full: then the task has read everything, and its replay makes the original equal to the copy.
 *
 * <p><b>Concurrency:</b> {@link #stale} and {@link #replay} are called on the scope's thread when the task has ended.
 * What reads the original is synchronized, so that a nested scope's tasks can share a view as their original.
 */
public abstract class Changes<C> {
  final C original;
  private final Origin origin;
  private final long seen;     // the version of the original that the task sees
  private volatile C copy;     // not null: all that the task does is done here
  private boolean groups;      // what is put into collections of it waits for the task's turn
  private boolean onlyRead;    // the task changes nothing
  private volatile boolean whole; // it has looked at all there is
  Read failed;                 // not null: a change that the task took to be made has failed when it looked
  private int tasks = 1;
  private boolean made;        // the turn of the first task has come, and with it that of all changes
  private Read stale;          // not null: it has come, and the tasks are to be run again

  /** The task begins. */
  Changes(Origin origin) {
    this(origin, null);
  }

  @SuppressWarnings("unchecked")
  Changes(Origin origin, C copy) {
    this.origin = origin;
    this.original = (C) origin.original();
    this.copy = copy;
    seen = origin.version();
  }

  public final Origin origin() {
    return origin;
  }

  /** A copy in which nothing can be told from the given original. */
  abstract C twin(C original);

  /** Does the logged changes to a collection. Returns whether there were any. */
  abstract boolean apply(C target);

  /** Makes a collection equal to the copy, which was a twin of it once. Returns whether it was not. */
  abstract boolean restore(C target, C copy);

  /** The first thing read that is not as it was, or {@code null}. */
  abstract Read changedSinceRead();

  /** Whether these are changes of what another task has read. */
  abstract boolean changed(Read read);

  final boolean copied() {
    return copy != null;
  }

  /**
   * Whether nothing of the collection has been looked at, so that changes by the next task may be added to these: they
   * will be made as they are, whatever earlier tasks do.
   */
  public boolean isBlind() {
    return !copied() && !onlyRead && failed == null;
  }

  /** The next task goes on here. */
  public final void join() {
    tasks++;
  }

  /** Whether these are the changes of several tasks, and the turn of none has come. */
  public final boolean isShared() {
    return tasks > 1 && !made && stale == null;
  }

  /** How many tasks' changes these are. */
  final int tasks() {
    return tasks;
  }

  /** Whether the task changes nothing. */
  public final boolean isOnlyRead() {
    return onlyRead;
  }

  /** What the task puts into collections of this one waits for its turn. Before it begins. */
  final void groups() {
    groups = true;
  }

  final boolean isGrouping() {
    return groups;
  }

  /** The task changes nothing, so that the original itself is as good as a copy. Before it begins. */
  final void onlyRead() {
    onlyRead = copy == null;
  }

  /** The private copy; made now unless it is there. From now on everything is done to it. */
  final C copy() {
    C made = copy;
    if (made == null && onlyRead) {
      whole = true;
      return inner();
    }
    return made != null ? made : makeCopy();
  }

  private synchronized C makeCopy() {
    if (copy == null) {
      C made = twin(inner());
      try {
        apply(made);
      } catch (Throwable t) {
        failed = Read.of("its content");
        throw t;
      }
      copy = made;
    }
    return copy;
  }

  /** The original; if that is a view itself, its copy. */
  @SuppressWarnings("unchecked")
  final C inner() {
    return original instanceof View view ? (C) view.changes().copy() : original;
  }

  /** A change of a key cannot be made before the task's turn: the task is to be run again. To be thrown. */
  final RuntimeException failed(Object key) {
    failed = Read.of("its key", key);
    return new ConcurrentModificationException("a change that waits for the task's turn");
  }

  /** What a change depends on that the task took to be made, and that fails; {@code null}: all can be made. */
  Read failed() {
    return failed;
  }

  /**
   * What the task has read and an earlier one has changed since, or where it has gone on after a change that would have
   * failed; {@code null} if it has done what it would have done in its turn.
   */
  public final Read stale() {
    if (!made && stale == null) {
      stale = compared();
    }
    return stale;
  }

  private Read compared() {
    Read failed = failed();
    if (failed != null || seen == origin.version()) {
      return failed;
    }
    return copied() || whole ? Read.of("its content") : changedSinceRead();
  }

  /**
   * Makes the changes on the original, unless that has been done in the turn of an earlier task. Throws what the original
   * throws.
   *
   * @param by whose changes they are, to be named in messages
   */
  public final void replay(Object by) {
    if (made) {
      return;
    }
    made = true;
    boolean changed = copied() ? restore(inner(), copy) : apply(original);
    if (changed) {
      origin.changed();
    }
    origin.replayed(this, by);
  }
}
