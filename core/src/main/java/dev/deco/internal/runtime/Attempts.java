package dev.deco.internal.runtime;

import dev.deco.InterruptedScopeException;
import dev.deco.internal.engine.Worker;
import java.util.ArrayList;
import java.util.List;

/**
 * The runs of one call under a {@link Limit}.
 *
 * <p><b>Concurrency:</b> on the thread that makes the call.
 */
public final class Attempts {
  private final Limit limit;
  private final Worker worker = Worker.current(); // null outside any scope, as in a function that has escaped
  private final Deadline outer = worker == null ? null : (Deadline) worker.deadline;
  private int left;
  private Deadline deadline;             // of the run under way; null if there is none
  private List<Exception> earlier;       // what earlier runs threw

  Attempts(Limit limit) {
    this.limit = limit;
    this.left = limit.retries;
  }

  /** A run of the call begins. */
  public void begin() {
    if (limit.nanos == 0) {
      return;
    }
    Worker.headroom(); // a run that has begun must have room to end
    Deadline begun = new Deadline(limit, outer);
    if (worker != null) {
      worker.deadline = begun;
    }
    deadline = begun;
    begun.start();
  }

  /** The call has returned. Throws if that took too long. */
  public void end() {
    Deadline ended = deadline;
    if (ended != null && !finish(ended)) {
      throw ended.exceeded();
    }
  }

  /** The call has thrown. Returns if it is to be run again; else throws what the call fails with. */
  public void failed(Throwable thrown) throws Throwable {
    Throwable failure = thrown;
    Deadline ended = deadline;
    if (ended != null && !finish(ended)) {
      failure = ended.exceeded();
      failure.initCause(thrown);
    }
    if (left > 0 && failure instanceof Exception exception && !isToStop(failure == thrown ? thrown : null)) {
      left--;
      if (earlier == null) {
        earlier = new ArrayList<>();
      }
      earlier.add(exception);
      return;
    }
    if (earlier != null) {
      for (Exception other : earlier) {
        Failures.suppress(failure, other);
      }
    }
    throw failure;
  }

  /** Whether somebody wants this thread to stop, which another run would make light of. */
  private boolean isToStop(Throwable thrown) {
    return Thread.currentThread().isInterrupted() || outer != null && outer.hasPassed()
        || thrown instanceof InterruptedException || thrown instanceof InterruptedScopeException;
  }

  /** The run is over; false if it took too long. */
  private boolean finish(Deadline ended) {
    deadline = null;
    if (worker != null) {
      worker.deadline = outer;
    }
    boolean inTime = ended.stop();
    if (!inTime && outer != null && outer.hasPassed()) {
      Thread.currentThread().interrupt(); // one status for both: what was cleared may have been the outer one's
    }
    return inTime;
  }
}
