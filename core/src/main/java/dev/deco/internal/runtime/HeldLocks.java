package dev.deco.internal.runtime;

import dev.deco.internal.engine.Worker;

/**
 * How many locks woven code holds. A scope that is entered with a lock held runs serially: its thread would wait, lock
 * in hand, for tasks that may want that lock, where the serial program, whose calls all run on one thread, has it.
 *
 * <p><b>Concurrency:</b> each thread counts its own.
 */
public final class HeldLocks {
  private HeldLocks() {}

  /** This thread has taken a lock. */
  public static void taken() {
    worker().locks++;
  }

  /** This thread has tried to take a lock. */
  public static void tried(boolean taken) {
    if (taken) {
      taken();
    }
  }

  /** This thread gives a lock back. */
  public static void released() {
    Worker worker = worker();
    worker.locks = Math.max(0, worker.locks - 1); // it may have been taken in code that is not woven
  }

  private static Worker worker() {
    Worker worker = Worker.current();
    return worker != null ? worker : Engines.bind();
  }
}
