package dev.deco.internal.runtime;

import dev.deco.InterruptedScopeException;
import dev.deco.internal.engine.Observer;
import dev.deco.internal.engine.Observer.Event;
import dev.deco.internal.engine.Place;
import dev.deco.internal.engine.Worker;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.concurrent.locks.LockSupport;

/**
 * What a scope has outstanding: its rows in program order. Here is what becomes of them: they
 * are waited for, replayed, and, when one fails, dropped. Which of them go to workers, and when, is the
 * {@link Activation}'s to say.
 *
 * <p><b>Concurrency:</b> on the scope's own thread, except where it says so.
 */
public abstract sealed class Outstanding extends OutstandingObjects permits InPlace {
  private static final VarHandle CUTOFF;
  private static final long NONE = Long.MAX_VALUE;
  private static final long HOLD_NANOS = 100_000_000; // how long a row waits at most where the heap is tight
  private static final long LOOK_NANOS = 200_000;     // and how long until it looks again
  private static final int MAX_ENTRIES = 1 << 15;     // of the log: beyond, the scope waits for its oldest rows
  private static final int MAX_SLOTS = 1 << 21;       // of batches sent: likewise

  static {
    try {
      CUTOFF = MethodHandles.lookup().findVarHandle(Outstanding.class, "cutoff", long.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  final TaskGraph.Recorder graph = TaskGraph.recorder(); // null unless tasks are recorded
  final Strands strands;           // the worker's; null if nobody wants to know
  Log log = Log.EMPTY;
  long next;                       // place of the next row in program order
  long backlog;                    // slots of batches that were sent and not yet replayed
  private final boolean cancels;           // opened by hand: an interrupt of its thread ends it
  private ViewedRows viewed;               // rows whose tasks have views; made when first needed
  private Throwable thrown;                // the failure that this activation has thrown already
  private volatile long cutoff = NONE;     // rows at or after this place do not start; workers lower it
  private volatile long settledTo;         // all rows before this place have been replayed
  private volatile Batch awaited;          // what the scope's thread has waited for last
  private boolean replaying;               // statements of the first entry of the log are run
  private boolean keepsOutput;             // rows that are outstanding may have printed something
  /** What the row prints in which the scope was opened; null if it was in none, or nothing is kept. */
  final OrderedOutput.Printed enclosing;
  private boolean helped;                  // another worker ran some of the rows; written by workers
  private boolean wasHelped;               // the same of rows that have been replayed
  private Path replayed;                   // the longest chain up to the last replay; null if there is none, or nobody asks

  Outstanding(Worker worker, boolean byHand) {
    super(worker);
    cancels = byHand;
    this.strands = Strands.of(worker);
    this.enclosing = (OrderedOutput.Printed) worker.printed;
  }

  /** How many scopes are open on its thread, with it. */
  abstract int depth();

  /** Sends every batch that still gathers rows. */
  abstract void sendOpen();

  /** A batch gathers no more rows. */
  abstract void unlist(Batch b);

  /** Nothing is outstanding any more; whether another worker ran some of it. */
  abstract void emptied(boolean helped);

  /** Waits for all tasks so far and replays all deferred statements so far. Throws the scope's first failure. */
  @Override
  public void sync() {
    sync(Wait.Kind.SYNC);
  }

  final void sync(Wait.Kind kind) {
    if (log.isEmpty()) {
      account(kind);
      return;
    }
    counters.syncs++;
    observe(Event.SYNCED);
    Site first = log.firstBatch().site;
    boolean one = log.size() == 1 && log.firstRows() == 1;
    raise(kind);
    first.grain.waited(one && !wasHelped);
  }

  /**
   * The scope's own exception {@code t} is about to reach a handler inside the method. Syncs; returns the failure of an
   * earlier task, with {@code t} suppressed in it, or else {@code t}. Afterwards the scope is clean and empty.
   */
  public Throwable settle(Throwable t) {
    boolean known = t == thrown;
    thrown = null;
    if (log.isEmpty()) {
      return t;
    }
    counters.syncs++;
    observe(Event.SYNCED);
    boolean careful = worker.careful;
    worker.careful = true;
    Throwable failure;
    try {
      failure = drain(Wait.Kind.SYNC);
    } finally {
      worker.careful = careful;
    }
    if (failure == null || failure == t) {
      return t;
    }
    if (known) {
      Failures.suppress(t, failure);
      return t;
    }
    Failures.suppress(failure, t);
    return InitializerFailure.first(failure);
  }

  /** Waits for a task; throws if the scope failed up to and including it. */
  void force(Task task) {
    counters.forces++;
    observe(Event.FORCED);
    if (task.site.views) {
      raise(); // its result counts when its turn has come
      return;
    }
    while (!task.done() && HeapRoom.isMuch(log.size(), worker.engine.workers)) {
      settleFirst();
    }
    if (strands != null) {
      strands.pause();
    }
    if (!task.done() && !await(task, false)) {
      raise(interrupted());
    }
    if (strands != null) {
      strands.waited(task.course == null ? null : task.course.end(), Wait.Kind.FORCE, this);
      strands.goOn();
    }
    if (cutoff != NONE && cutoff <= task.first) {
      raise();
    }
  }

  /** Throws what has made the scope fail. */
  void raise() {
    raise(Wait.Kind.FORCE);
  }

  private void raise(Wait.Kind kind) {
    Throwable failure = drain(kind);
    if (failure != null) {
      raise(failure);
    }
  }

  private void raise(Throwable failure) {
    thrown = failure;
    if (strands != null) {
      strands.goOn();
    }
    throw Failures.sneaky(failure);
  }

  /**
   * Waits until a batch, which is sent, may be replayed; if its tasks have views, for all whose tasks have. False if the
   * thread is interrupted.
   */
  private boolean await(Batch b) {
    if (!b.complete() && !await(b, true)) {
      return false;
    }
    if (b.site.views) {
      for (Batch other = viewed.running(); other != null; other = viewed.running()) {
        if (!await(other, false)) {
          return false;
        }
      }
    }
    return true;
  }

  /**
   * Waits for work, the scope's oldest or not. False if the thread is interrupted and its scope was opened by hand; else
   * the work has the interrupt, as the call that blocks has it in the serial program.
   */
  private boolean await(Batch work, boolean oldest) {
    awaited = work;
    while (!(oldest ? worker.awaitOldest(work) : worker.await(work))) {
      if (cancels) {
        return false;
      }
      worker.passInterrupt(work);
    }
    return true;
  }

  /** Replays the finished prefix; waits for it when the backlog is full. */
  void trim() {
    boolean keeps = observer() != null;
    boolean tight = false;
    while (!log.isEmpty()) {
      Batch b = log.firstBatch();
      if (keeps || !b.complete() || b.site.views && viewed.running() != null) {
        boolean full = log.size() >= MAX_ENTRIES || backlog >= MAX_SLOTS || viewed != null && viewed.full();
        if (!full && !HeapRoom.isTight(log.size(), worker.engine.workers)) {
          if (notesMany(tight)) {
            raise();
          }
          return;
        }
        tight |= !full;
        settleFirst();
      } else {
        replayNext();
      }
    }
    landed(graph == null && strands == null); // what is recorded has edges from tasks that have ended, too
  }

  /** Waits for the first entry of the log, and replays it. */
  private void settleFirst() {
    sendOpen();
    if (!await(log.firstBatch())) {
      raise(interrupted());
    }
    if (cutoff != NONE) {
      raise();
    }
    replayNext();
  }

  private void replayNext() {
    Throwable failure = replayFirst();
    if (failure != null) {
      raise(abandon(failure));
    }
  }

  /** Runs and replays everything so far. Returns the first failure, later ones suppressed in it; or null. */
  private Throwable drain(Wait.Kind kind) {
    if (strands == null) {
      return drain();
    }
    strands.pause();
    try {
      return drain();
    } finally {
      account(kind);
      strands.goOn();
    }
  }

  /** What has been replayed so far comes before what the scope does now. */
  final void account(Wait.Kind kind) {
    if (replayed != null) {
      strands.pause();
      strands.waited(replayed, kind, this);
      strands.goOn();
      replayed = null;
    }
  }

  private Throwable drain() {
    sendOpen();
    while (!log.isEmpty()) {
      Batch b = log.firstBatch();
      if (!await(b)) {
        return interrupted();
      }
      Throwable failure = replayFirst();
      if (failure != null) {
        return abandon(failure);
      }
    }
    emptied();
    return null;
  }

  /** Replays the first entry of the log, which is complete, up to its first failure, which it returns, or null. */
  private Throwable replayFirst() {
    Batch b = log.firstBatch();
    replaying = true;
    try {
      return replayFirst(b);
    } finally {
      replaying = false;
    }
  }

  private Throwable replayFirst(Batch b) {
    if (strands == null) {
      return replay(b);
    }
    Site s = b.site;
    Path tasks = b.course == null ? null : b.course.end();
    strands.replays();
    try {
      return replay(b);
    } finally {
      replayed = strands.replayed(replayed, tasks, s);
    }
  }

  private Throwable replay(Batch b) {
    Site s = b.site;
    int from = b.replayed;
    int to = from + log.firstRows();
    int failed = b.failedRow();
    int end = Math.min(to, failed);
    if (s.views) {
      return replayViewed(b, from, to);
    }
    try {
      if (b.keepsOutput()) {
        replayWithOutput(b, from, end);
      } else if (s.replay != null && from < end) {
        long begin = s.isRange() ? worker.nanos() : 0;
        b.replay(from, end);
        if (s.isRange()) {
          s.grain.replayed(end - from, worker.nanos() - begin);
        }
      }
    } catch (Throwable t) {
      return Failures.mark(t, s);
    }
    if (s.replay != null) {
      counters.deferred += end - from;
      observe(Event.DEFERRED, s, end - from);
    }
    if (failed < to) {
      if (b.keepsOutput()) {
        b.writeOutput(failed, worker);
      }
      return Failures.mark(b.failure(), s);
    }
    replayed(b, to);
    return null;
  }

  private void replayed(Batch b, int to) {
    settledTo = b.place(to - 1) + 1;
    b.replayed = to;
    log.removeFirst();
    if (to == b.rows) {
      retire(b);
    }
  }

  /** Row by row: first what its task did to views, then its statement. */
  private Throwable replayViewed(Batch b, int from, int to) {
    Site s = b.site;
    viewed.rested();
    long begin = worker.nanos();
    try {
      for (int row = from; row < to; row++) {
        Throwable failure = viewed.settle(b, row, worker);
        if (failure != null) {
          return Failures.mark(failure, s);
        }
        if (s.replay != null) {
          b.replay(row, row + 1);
          counters.deferred++;
          observe(Event.DEFERRED, s, 1);
        }
      }
    } catch (Throwable t) {
      return Failures.mark(t, s);
    }
    s.contest.replayed(to - from, worker.nanos() - begin);
    replayed(b, to);
    return null;
  }

  /** Row by row: first what its task printed, then its statement. */
  private void replayWithOutput(Batch b, int from, int to) throws Throwable {
    for (int row = from; row < to; row++) {
      b.writeOutput(row, worker);
      if (b.site.replay != null) {
        b.replay(row, row + 1);
      }
    }
  }

  /** All rows of a batch have been replayed. */
  private void retire(Batch b) {
    countSpawned(b);
    backlog -= b.slots;
    if (b instanceof Task task) {
      task.forgetArguments();
      return;
    }
    b.clear();
    if (!b.open) {
      b.activation = null;
      BatchCache.of(worker).put(b);
    }
  }

  private void countSpawned(Batch b) {
    if (b.site.tasks != 0) {
      counters.spawned += b.rows;
      observe(Event.SPAWNED, b.site, b.rows);
    }
  }

  /** The first entry of the log failed: drops it and all that follows, and waits until nothing of it runs. */
  Throwable abandon(Throwable first) {
    cutOff(Long.MIN_VALUE);
    while (!log.isEmpty()) {
      Batch b = log.firstBatch();
      if (!b.open && !b.complete()) {
        worker.drain(b);
      }
      b.replayed += log.firstRows();
      log.removeFirst();
      if (b.replayed == b.rows) {
        Failures.collect(b, first);
        if (b instanceof Task task) {
          task.dropped = true;
        }
        countSpawned(b);
        if (b.open) {
          unlist(b);
        }
      }
    }
    emptied();
    backlog = 0;
    cutoff = NONE;
    return InitializerFailure.first(first);
  }

  private Throwable interrupted() {
    Throwable failure = abandon(new InterruptedScopeException());
    Thread.currentThread().interrupt();
    return failure;
  }

  /** A batch is sent that keeps what its rows print. */
  final void keepsOutput() {
    if (!keepsOutput) {
      keepsOutput = true;
      ExitOutput.opened(this);
    }
  }

  /** The program exits: rows that have ended are written, and their statements run. False if one of them has failed. */
  final boolean settleRows(Batch b, int from, int to) {
    int end = Math.min(to, b.failedRow());
    try {
      for (int row = from; row < end; row++) {
        if (b.keepsOutput()) {
          b.writeOutput(row, Worker.current());
        }
        if (b.site.replay != null) {
          b.replay(row, row + 1);
        }
      }
    } catch (Throwable failed) {
      return false;
    }
    if (end < to && b.keepsOutput()) {
      b.writeOutput(end, Worker.current());
    }
    return end == to;
  }

  /** Whether the scope's thread waits for a batch, which does not end if one of its rows exits. On any thread. */
  final boolean awaits(Batch b) {
    return awaited == b;
  }

  /** Whether the scope's thread runs statements in their turn. */
  final boolean isReplaying() {
    return replaying;
  }

  private void emptied() {
    if (keepsOutput) {
      keepsOutput = false;
      ExitOutput.emptied(this);
    }
    if (graph != null) {
      graph.waited();
    }
    settledTo = next;
    landed(true);
    emptied(helped);
    wasHelped = helped;
    helped = false;
  }

  /** Nothing is in flight any more; {@code forgets}: what data the rows touched is not needed either. */
  private void landed(boolean forgets) {
    forget(forgets);
    if (viewed != null) {
      viewed.forget();
    }
  }

  /** Whether there may be tasks that have views. */
  final boolean hasViews() {
    return viewed != null;
  }

  /** What becomes of rows whose tasks have views. */
  final ViewedRows viewed() {
    if (viewed == null) {
      viewed = new ViewedRows(this);
    }
    return viewed;
  }

  private Observer observer() {
    return worker.shuffle == null ? null : worker.shuffle.observer();
  }

  /** The user's code that called has made something happen. */
  final void observe(Event event) {
    Observer observer = observer();
    StackWalker.StackFrame user = observer == null ? null : UserCode.frame();
    if (user != null) {
      observer.happened(event, user.getClassName(), user.getMethodName(), user.getLineNumber(), 1);
    }
  }

  private void observe(Event event, Site site, int times) {
    Observer observer = observer();
    if (observer != null && times > 0) {
      observer.happened(event, site.type(), null, site.line(), times);
    }
  }

  // Called by workers.

  /** Rows at or after a place are not to start. On any thread. */
  void cutOff(long place) {
    for (long now = cutoff; place < now; now = cutoff) {
      if (CUTOFF.compareAndSet(this, now, place)) {
        return;
      }
    }
  }

  /** Whether some row has failed. On any thread. */
  boolean failed() {
    return cutoff != NONE;
  }

  /** Another worker runs rows of this scope. On any thread. */
  void ranBy(Worker other) {
    if (other != worker) {
      helped = true;
    }
  }

  /**
   * A batch's row is about to run. While the heap is tight that waits, though not for ever, until the rows long before it
   * have been replayed: what it leaves would be kept until then. On any thread.
   */
  void holdBack(Batch b, int row, Worker by) {
    long end = System.nanoTime() + HOLD_NANOS;
    while (isFarAhead(b, row) && !(by == worker && log.firstBatch().complete()) && System.nanoTime() < end) {
      LockSupport.parkNanos(this, LOOK_NANOS);
    }
  }

  /** Whether a row is far from being replayed, for how tight the heap is. On any thread. */
  boolean isFarAhead(Batch b, int row) {
    long batches = (b.place(row) - settledTo) / b.rows;
    return HeapRoom.isTight((int) Math.min(batches, MAX_ENTRIES), worker.engine.workers) && !failed();
  }

  /** How far a range of rows of a batch may start. On any thread. */
  int admits(Batch b, int from, int to) {
    long limit = cutoff;
    int end = to;
    while (limit != NONE && end > from && b.place(end - 1) >= limit) {
      end--;
    }
    return end;
  }

  /** Slots of batches that were sent and not yet replayed. */
  long backlog() {
    return backlog;
  }

  /**
   * A batch has become ready. On any thread.
   *
   * @param by who made it so
   * @param pushes whether that worker may push onto its own deque
   */
  void ready(Batch b, Worker by, boolean pushes) {
    if (b.site.place(worker.engine) == Place.VIRTUAL && worker.engine.start(b)) {
      return;
    }
    if (pushes && (by.shuffle == null || by.shuffle.oneIn(2))) {
      by.pushReady(b);
    } else {
      worker.ready(b);
    }
  }
}
