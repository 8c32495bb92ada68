package dev.deco.internal.runtime;

import dev.deco.TaskTimeoutException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * The end of the time that one run of a call has.
 *
 * <p><b>Concurrency:</b> started and stopped by the thread that runs the call; one daemon thread of the process rings.
 * Exactly one of the two wins, and the thread is not interrupted after {@link #stop} has returned.
 */
final class Deadline implements Runnable {
  private static final int RUNNING = 0;
  private static final int STOPPED = 1;
  private static final int RINGING = 2;
  private static final int PASSED = 3;
  private static final long LEAST_PATIENCE_NANOS = 1_000_000_000;
  private static final VarHandle STATE;

  static {
    try {
      STATE = MethodHandles.lookup().findVarHandle(Deadline.class, "state", int.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  /** The timer; its thread starts with the first call that has a limit. */
  private static final class Timer {
    static final ScheduledThreadPoolExecutor DAEMON = new ScheduledThreadPoolExecutor(1, work -> {
      Thread thread = new Thread(null, work, "deco-timer", 0, false);
      thread.setDaemon(true);
      return thread;
    });

    static {
      DAEMON.setRemoveOnCancelPolicy(true);
    }
  }

  private final Limit limit;
  private final Deadline outer;              // of a call that this one is a part of, on the same thread
  private final Thread thread = Thread.currentThread();
  private volatile int state;
  private volatile boolean ended;            // the call has ended, late or not
  private TaskTimeoutException exception;    // written before PASSED, read after
  private Future<?> bell;

  Deadline(Limit limit, Deadline outer) {
    this.limit = limit;
    this.outer = outer;
  }

  void start() {
    bell = Timer.DAEMON.schedule(this, limit.nanos, TimeUnit.NANOSECONDS);
  }

  /** The time is over. On the timer's thread. */
  @Override
  public void run() {
    if (!STATE.compareAndSet(this, RUNNING, RINGING)) {
      return;
    }
    try {
      TaskTimeoutException made = limit.exceeded();
      made.setStackTrace(thread.getStackTrace());
      exception = made;
    } finally {
      thread.interrupt();
      state = PASSED;
      Timer.DAEMON.schedule(this::complain, Math.max(limit.nanos, LEAST_PATIENCE_NANOS), TimeUnit.NANOSECONDS);
    }
  }

  private void complain() {
    if (!ended) {
      System.err.println(limit.holdsUp());
    }
  }

  /** The call has ended; true if that was in time. Otherwise the interrupt, unless the call took it, is taken back. */
  boolean stop() {
    ended = true;
    if (STATE.compareAndSet(this, RUNNING, STOPPED)) {
      if (bell != null) {
        bell.cancel(false);
      }
      return true;
    }
    while (state != PASSED) {
      Thread.onSpinWait();
    }
    Thread.interrupted();
    return false;
  }

  /** Whether this deadline, or one around it, has passed. */
  boolean hasPassed() {
    return state >= RINGING || outer != null && outer.hasPassed();
  }

  /** What the call fails with, if it was not in time. */
  TaskTimeoutException exceeded() {
    return exception != null ? exception : limit.exceeded(); // there was no memory to make it in time
  }
}
