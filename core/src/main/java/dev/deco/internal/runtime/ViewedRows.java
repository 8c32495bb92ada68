package dev.deco.internal.runtime;

import dev.deco.DependentTaskException;
import dev.deco.internal.engine.Worker;
import dev.deco.internal.views.Origins;
import dev.deco.internal.views.Read;
import dev.deco.internal.views.View;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * The rows of a scope whose tasks have views of collections. While one of these tasks runs no row is replayed that may
 * change an original, so that tasks read originals without a lock. How many rows are taken on before they are waited
 * for and replayed depends on how many of their tasks had to be run again: the next ones see what these have done.
 *
 * <p><b>Concurrency:</b> on the scope's own thread.
 */
final class ViewedRows {
  private static final int FEWEST = 1 << 5;
  private static final int FIRST = 1 << 8;
  private static final int MOST = 1 << 15;
  private static final int RARE = 16;  // one in so many rows run again: take on more
  private static final int OFTEN = 4;  // one in so many: take on fewer

  private final Origins origins;
  private final Deque<Batch> running = new ArrayDeque<>(); // sent and not known to be complete
  private int limit = FIRST;
  private int rows;       // sent since all were at rest
  private int sharing;    // likewise, of sites whose tasks have not looked at the collections lately
  private int settled;    // whose turn has come since then
  private int again;      // of these, run again
  private int serial;     // so many tasks more run alone: every second one had to run again
  private int penalty = FIRST;

  ViewedRows(Object scope) {
    origins = new Origins(scope);
  }

  /** What a row is to hold for a collection that its task may change; {@code null}: the task must run alone. */
  Object admit(Object collection, Class<?> declared) {
    if (serial > 0) {
      serial--;
      return null;
    }
    return origins.admit(collection, declared);
  }

  /** The same for a collection that its task only looks at. */
  Object read(Object collection, Class<?> declared) {
    return origins.read(collection, declared, InFlightObjects.isItsOwn(collection));
  }

  void sent(Batch b) {
    running.add(b);
    if (b.site.joins) {
      sharing += b.rows;
    } else {
      rows += b.rows;
    }
  }

  /** A batch whose task has not ended, or {@code null}. */
  Batch running() {
    while (!running.isEmpty() && running.peek().complete()) {
      running.poll();
    }
    return running.peek();
  }

  /** Whether it is time to replay. */
  boolean full() {
    return rows >= limit || sharing >= MOST;
  }

  /** All are at rest; replays begin. */
  void rested() {
    if (settled >= limit) {
      limit = again * OFTEN > settled ? Math.max(FEWEST, limit / 2)
          : again * RARE < settled ? Math.min(MOST, limit * 2) : limit;
      if (limit == FEWEST && again * 2 > settled) {
        serial = penalty;
        penalty = Math.min(MOST, penalty * 2);
      } else {
        penalty = FIRST;
      }
      settled = 0;
      again = 0;
    }
    rows = 0;
    sharing = 0;
  }

  /** Nothing is outstanding. */
  void forget() {
    running.clear();
    rows = 0;
    sharing = 0;
    origins.forget();
  }

  /**
   * The turn of a row in program order: its task's changes are made on the originals; if the task has read what has
   * changed since, it is run again. Returns what the task fails with, or {@code null}.
   */
  Throwable settle(Batch b, int row, Worker worker) {
    settled++;
    boolean reads = RowViews.reads(b, row);
    boolean first = RowViews.isFirstOfSeveral(b, row);
    View stale = RowViews.stale(b, row);
    if (first) {
      b.site.sharing.settled(stale != null);
    }
    if (reads) {
      b.site.hindsight.settled(stale != null);
    }
    if (stale != null && !b.site.canRunAgain()) {
      return dependent(b, row, stale);
    }
    if (stale != null) {
      again++;
      worker.counters.reruns++;
      RowViews.drop(b, row);
      b.runAgain(row);
    } else {
      if (b.keepsOutput()) {
        b.writeOutput(row, worker);
      }
      RowViews.replay(b, row);
    }
    return b.ended(row);
  }

  private static Throwable dependent(Batch b, int row, View view) {
    Site s = b.site;
    Read stale = view.changes().stale();
    Object earlier = view.changes().origin().lastToChange(stale);
    DependentTaskException e = new DependentTaskException(s + " has read " + stale.what() + " of a collection, which "
        + (earlier == null ? "an earlier task" : "the earlier task " + earlier) + " has changed since. It cannot be run "
        + "again, since it may have changed more than collections that it was given. Let it change nothing else, or "
        + "call Deco.sync() between the two.");
    if (b.ended(row) != null) {
      e.addSuppressed(b.ended(row));
    }
    return e;
  }
}
