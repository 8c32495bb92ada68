package dev.deco.internal.runtime;

import dev.deco.internal.engine.Worker;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/**
 * The end of a row, which later rows of the scope may have to wait for: no thread does, they are told.
 *
 * <p><b>Concurrency:</b> whoever ends the row reaches it, once; others ask at any time. What happened before it is
 * reached happens-before what those do that are told, or have found it reached.
 */
class Completion {
  private static final VarHandle WAITING;
  private static final Waiting REACHED = new Waiting(null, null);

  static {
    try {
      WAITING = MethodHandles.lookup().findVarHandle(Completion.class, "waiting", Waiting.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  /** A {@link Batch} or a {@link Join}, and those that asked before. */
  private record Waiting(Object who, Waiting next) {}

  private volatile Waiting waiting;
  /** The longest chain up to it, where somebody wants to know; written before it is reached. */
  volatile Path path;
  /** The number of the task in a graph that is recorded; -1: it is not in it. */
  int node = -1;
  /** Who asked last, so that nobody asks twice in a row; the scope's thread's. */
  Object asked;

  /** Whether it has been reached. A true answer is an acquire. */
  final boolean reached() {
    return waiting == REACHED;
  }

  /** Makes it tell a batch that one of its inputs is complete; false if that is so already. */
  final boolean informs(Batch batch) {
    return adds(batch);
  }

  /** The same for a join. */
  final boolean informs(Join join) {
    return adds(join);
  }

  private boolean adds(Object who) {
    for (;;) {
      Waiting head = waiting;
      if (head == REACHED) {
        return false;
      }
      if (WAITING.compareAndSet(this, head, new Waiting(who, head))) {
        return true;
      }
    }
  }

  /**
   * The row has ended: tells all that wait.
   *
   * @param worker who ran the last of it
   * @param pushes whether that worker may push onto its own deque
   */
  final void reach(Worker worker, boolean pushes) {
    Join joins = null;
    for (Completion done = this; done != null; ) {
      for (Waiting w = (Waiting) WAITING.getAndSet(done, REACHED); w != null; w = w.next) {
        if (w.who instanceof Batch batch) {
          if (batch.course != null) {
            batch.course.after(done.path);
          }
          if (batch.inputComplete()) {
            batch.activation.ready(batch, worker, pushes);
          }
        } else if (w.who instanceof Join join) {
          if (done.path != null) {
            join.after(done.path);
          }
          if (join.inputComplete()) {
            join.next = joins;
            joins = join;
          }
        }
      }
      done = joins;
      joins = joins == null ? null : joins.next;
    }
  }

  /** Nobody can be waiting yet. */
  final void reachAtOnce() {
    waiting = REACHED;
  }
}
