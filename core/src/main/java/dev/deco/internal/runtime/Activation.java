package dev.deco.internal.runtime;

import dev.deco.InterruptedScopeException;
import dev.deco.internal.engine.Counters;
import dev.deco.internal.engine.Worker;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Arrays;
import java.util.List;

/**
 * One activation of a synchronized method: its scope.
 *
 * <p><b>Concurrency:</b> everything is called on the scope's own thread, except where it says so. Only {@link #sync},
 * {@link #close}, {@link #fail}, {@link #settle}, a force, and {@link #added} when the backlog is full, wait; a thread
 * that waits runs tasks.
 */
public final class Activation {
  private static final VarHandle CUTOFF;
  private static final long NONE = Long.MAX_VALUE;
  private static final long NOTHING = -1;
  private static final long ENDLESS = Long.MAX_VALUE;
  private static final int MAX_ENTRIES = 1 << 15;     // of the log: beyond, the scope waits for its oldest rows
  private static final int MAX_SLOTS = 1 << 21;       // of batches sent: likewise
  private static final int SURPLUS = 3;               // untaken tasks that keep thieves busy for a while
  private static final int DEEP = 256;                // nested scopes of a thread beyond which nothing more is spawned
  private static final int FINE_PROBE_NANOS = 1_000_000; // how long fine tasks run in place between measurements

  static {
    try {
      CUTOFF = MethodHandles.lookup().findVarHandle(Activation.class, "cutoff", long.class);
      for (Class<?> late : List.of(Split.class, Failures.class, SpawnPlace.class, InterruptedScopeException.class)) {
        MethodHandles.lookup().ensureInitialized(late); // loading them on a full stack would fail
      }
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  private final Worker worker;
  private final boolean sequential;
  private final int depth;
  private final Counters counters;         // the worker's
  private Log log = Log.EMPTY;
  private long next;                       // place of the next row in program order
  private long budget;                     // nanoseconds that may yet be spent in place; NOTHING if rows are outstanding
  private long granted;                    // what the budget was when it was given
  private boolean fresh = true;            // the budget has not been given out since the log was last empty
  private Batch recent;                    // the open batch that was asked for last
  private Batch[] open = NO_BATCHES;       // all open batches
  private int opens;
  private InFlightObjects inFlight;        // what unsynced rows hold; made when first needed
  private Throwable thrown;                // the failure that this activation has thrown already
  private volatile long cutoff = NONE;     // rows at or after this place do not start; workers lower it
  private Grain leader;                    // of the first row since the last sync
  private long backlog;                    // slots of batches that were sent and not yet replayed
  private boolean helped;                  // another worker ran some of the rows; written by workers

  private static final Batch[] NO_BATCHES = {};

  private Activation(Worker worker) {
    this.worker = worker;
    this.sequential = worker.engine.sequential || worker.careful;
    this.budget = sequential ? ENDLESS : NOTHING;
    this.counters = worker.counters;
    this.depth = ++worker.depth;
    worker.opened = true;
  }

  /** Opens the scope of one activation of a woven method. */
  public static Activation enter() {
    Worker worker = Worker.current();
    return new Activation(worker != null ? worker : Engines.bind());
  }

  /**
   * Whether a call of this site is to run in place now, its statement at once. Only when nothing is outstanding.
   */
  public boolean direct(Site s) {
    long left = budget - s.grain.nanos;
    if (left >= 0) {
      budget = left;
      counters.inlined += s.tasks;
      return true;
    }
    return allowsDirect(s, s.grain.nanos);
  }

  private boolean allowsDirect(Site s, int cost) {
    if (!log.isEmpty()) {
      return false;
    }
    if (s.tasks == 0) {
      return true;
    }
    if (sequential) {
      budget = ENDLESS;
      counters.inlined++;
      return true;
    }
    if (depth > DEEP || worker.shuffle != null && worker.shuffle.oneIn(4)) {
      counters.inlined++;
      return true;
    }
    if (worker.shuffle != null) {
      return false;
    }
    if (cost == Grain.UNKNOWN) {
      return false;
    }
    if (fresh) {
      fresh = false;
      leader = s.grain;
      budget = s.grain.trusted() ? s.grain.lead : 0;
    } else if (cost <= Grain.FINE_NANOS && s.grain.trusted()) {
      budget = FINE_PROBE_NANOS;
    }
    granted = budget;
    if (budget < cost) {
      budget = NOTHING;
      granted = 0;
      return false;
    }
    budget -= cost;
    counters.inlined++;
    return true;
  }

  /** Takes back what is left of the budget, and counts the rest as time in tasks, unless a task's time includes it. */
  private void spend() {
    if (granted > 0) {
      if (worker.running == 0) {
        counters.taskNanos += granted - Math.max(0, budget);
      }
      granted = 0;
    }
    budget = NOTHING;
  }

  /** Whether a call with a pending value is to run in place now. Rows may be outstanding. */
  public boolean inPlace(Site s) {
    if (sequential || worker.surplus() >= SURPLUS && cutoff == NONE && worker.shuffle == null && !s.prints) {
      counters.inlined++;
      return true;
    }
    return allowsInPlace(s);
  }

  /** The same where nothing that is outstanding may come to light later: a handler would see what the call has changed. */
  public boolean inPlaceAlone(Site s) {
    return log.isEmpty() && inPlace(s);
  }

  private boolean allowsInPlace(Site s) {
    if (cutoff != NONE || s.keepsOutput() && !log.isEmpty()) {
      return false;
    }
    boolean here;
    if (worker.shuffle != null) {
      here = depth > DEEP || worker.shuffle.oneIn(2);
    } else {
      Grain grain = s.grain;
      here = depth > DEEP || grain.nanos < Grain.TASK_NANOS && !grain.nests && grain.trusted();
    }
    if (here) {
      counters.inlined++;
    }
    return here;
  }

  /** A batch of a site with room for one more row. */
  public Batch open(Site s) {
    Batch batch = recent;
    return batch != null && batch.site == s ? batch : openAnother(s);
  }

  private Batch openAnother(Site s) {
    for (int i = 0; i < opens; i++) {
      if (open[i].site == s) {
        return recent = open[i];
      }
    }
    Batch batch = BatchCache.of(worker).take(s, s.tasks == 0 ? s.grain.maxRows() : s.grain.rows(Grain.BATCH_NANOS));
    batch.activation = this;
    batch.open = true;
    batch.limit = limit(batch);
    batch.checkpoint = s.dependent ? 1 : batch.limit;
    if (opens == open.length) {
      open = Arrays.copyOf(open, Math.max(2, 2 * opens));
    }
    open[opens++] = batch;
    return recent = batch;
  }

  private int limit(Batch batch) {
    Site s = batch.site;
    if (worker.shuffle != null) {
      return 1 + worker.shuffle.below(Math.min(5, batch.capacity));
    }
    if (s.tasks == 0) {
      return batch.capacity;
    }
    return Math.min(batch.capacity, s.grain.rows(Grain.BATCH_NANOS));
  }

  /** A new pending value of a site. */
  public Task task(Site s) {
    Task task = new Task(s);
    task.activation = this;
    task.open = true;
    task.checkpoint = 1;
    task.limit = 1;
    return task;
  }

  /** The row after the last one of {@code b} is filled: it takes its place in program order. */
  public void added(Batch b) {
    if (b != log.last()) {
      begin(b);
    }
    next++; // no call between the log and the counts: a full stack must not come between them
    if (++b.rows >= b.checkpoint || cutoff != NONE) {
      consider(b);
    }
  }

  private void begin(Batch b) {
    if (next == 0) {
      Worker.headroom(); // then all of this class has room: it is called from about this depth
      log = new Log();
    }
    spend();
    b.placed(b.rows, next);
    log.begin(b);
  }

  private void consider(Batch b) {
    if (cutoff != NONE) {
      raise();
    }
    if (b.rows >= b.limit || b.site.dependent && b.unfinishedInput()) {
      send(b);
      trim();
    }
  }

  /** Hands a batch to the workers, or to this thread. */
  private void send(Batch b) {
    if (!(b instanceof Task)) {
      unlist(b);
    }
    Site s = b.site;
    b.seal();
    if (s.tasks == 0) {
      return;
    }
    backlog += b.slots();
    if (s.dependent && awaitsInputs(b)) {
      return;
    }
    int cost = s.grain.nanos;
    boolean here;
    if (worker.shuffle != null) {
      here = worker.shuffle.oneIn(4) && !(b instanceof Task);
    } else if (b instanceof Task) {
      here = false;
    } else {
      here = cost <= Grain.FINE_NANOS || worker.surplus() >= 2 * worker.engine.workers;
    }
    if (cost == Grain.UNKNOWN) {
      s.grain.tried();
    }
    if (here) {
      worker.run(b, true);
    } else {
      push(b, (long) cost * b.rows >= Grain.WAKE_NANOS || s.grain.nests);
    }
  }

  private void push(Batch b, boolean wake) {
    try {
      worker.push(b);
    } catch (OutOfMemoryError e) { // no room in the deque: whoever is sealed must run
      worker.run(b, false);
      return;
    }
    if (wake) {
      worker.engine.signal();
    }
  }

  private static boolean awaitsInputs(Batch b) {
    try {
      return b.awaitsInputs();
    } catch (OutOfMemoryError e) { // it will never be ready, but it must be done
      b.lost(e);
      return true;
    }
  }

  private void unlist(Batch b) {
    if (recent == b) {
      recent = null;
    }
    for (int i = 0; i < opens; i++) {
      if (open[i] == b) {
        open[i] = open[--opens];
        open[opens] = null;
        return;
      }
    }
  }

  /** Replays the finished prefix; waits for it when the backlog is full. */
  private void trim() {
    while (!log.isEmpty()) {
      Batch b = log.firstBatch();
      if (!b.complete()) {
        if (log.size() < MAX_ENTRIES && backlog < MAX_SLOTS) {
          return;
        }
        sendOpen();
        await(b);
        if (cutoff != NONE) {
          raise();
        }
      }
      Throwable failure = replayFirst();
      if (failure != null) {
        raise(abandon(failure));
      }
    }
    landed();
    budget = NOTHING;
  }

  /** Slots of batches that were sent and not yet replayed. */
  long backlog() {
    return backlog;
  }

  boolean sequential() {
    return sequential;
  }

  int workers() {
    return worker.engine.workers;
  }

  /** The row that is being stored holds {@code object} under the weaver's {@code key}. */
  public void touch(Object object, int key) {
    inFlight().add(key, object);
  }

  /** The same for an object whose content counts: a collection may be a view of another one. */
  public void touchContent(Object object, int key) {
    inFlight().addContent(key, object);
  }

  /** The row that is being stored holds, under the weaver's {@code key}, all elements of an array of objects. */
  public void touchElements(Object array, int key) {
    inFlight().addElements(key, (Object[]) array);
  }

  private InFlightObjects inFlight() {
    if (inFlight == null) {
      inFlight = new InFlightObjects();
    }
    return inFlight;
  }

  /** Syncs if a row since the last sync holds {@code object} under {@code key}. */
  public void syncIfInFlight(Object object, int key) {
    if (inFlight != null && inFlight.contains(key, object)) {
      sync();
    }
  }

  /** Syncs if a row since the last sync holds {@code object}, or what may share its content, under {@code key}. */
  public void syncIfContentInFlight(Object object, int key) {
    if (inFlight != null && inFlight.containsContent(key, object)) {
      sync();
    }
  }

  /** Syncs if a row since the last sync holds an element of an array of objects under {@code key}. */
  public void syncIfElementInFlight(Object array, int key) {
    if (inFlight != null && inFlight.containsElementOf(key, (Object[]) array)) {
      sync();
    }
  }

  /** The same for an array whose elements the row that is about to be stored will hold. */
  public void syncIfHeldElementInFlight(Object array, int key) {
    if (inFlight != null && inFlight.containsElementOfHeld(key, (Object[]) array)) {
      sync();
    }
  }

  /** A concurrent method runs as a plain call here. */
  public void ranInPlace() {
    counters.inlined++;
  }

  /** Waits for all tasks so far and replays all deferred statements so far. Throws the scope's first failure. */
  public void sync() {
    if (log.isEmpty()) {
      return;
    }
    counters.syncs++;
    Throwable failure = drain();
    if (failure != null) {
      raise(failure);
    }
  }

  /** Syncs and leaves the scope. If it throws, {@link #fail} is to follow. */
  public void close() {
    sync();
    leave();
  }

  /** The scope ends by {@code t}. Returns what to throw instead: the first failure in program order. Never throws. */
  public Throwable fail(Throwable t) {
    Throwable first = t;
    try {
      first = settle(t);
    } catch (Throwable broken) { // no stack or no memory is left to help with, perhaps enough to wait with
      cutOff(Long.MIN_VALUE);
      try {
        abandon(t);
      } catch (Throwable hopeless) {
        // What has not started will not start.
      }
    }
    leave();
    return first;
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
    boolean careful = worker.careful;
    worker.careful = true;
    Throwable failure;
    try {
      failure = drain();
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
    return failure;
  }

  private void leave() {
    spend();
    worker.depth = depth - 1;
    counters.scopes++;
    if (next != 0 && depth == 1) {
      worker.rest();
    }
  }

  /** Waits for a task; throws if the scope failed up to and including it. */
  void force(Task task) {
    counters.forces++;
    if (!task.done()) {
      await(task);
    }
    if (cutoff != NONE && cutoff <= task.first) {
      raise();
    }
  }

  /** Throws what has made the scope fail. */
  private void raise() {
    Throwable failure = drain();
    if (failure != null) {
      raise(failure);
    }
  }

  private void raise(Throwable failure) {
    thrown = failure;
    throw Failures.sneaky(failure);
  }

  private void await(Batch b) {
    if (!worker.await(b)) {
      raise(interrupted());
    }
  }

  private void sendOpen() {
    while (opens > 0) {
      Batch b = open[opens - 1];
      if (b.rows == 0) {
        unlist(b);
        BatchCache.of(worker).put(b);
      } else {
        send(b);
      }
    }
  }

  /** Runs and replays everything so far. Returns the first failure, later ones suppressed in it; or null. */
  private Throwable drain() {
    sendOpen();
    while (!log.isEmpty()) {
      Batch b = log.firstBatch();
      if (!b.complete() && !worker.await(b)) {
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
    Site s = b.site;
    int from = b.replayed;
    int to = from + log.firstRows();
    int failed = b.failedRow();
    int end = Math.min(to, failed);
    try {
      if (b.keepsOutput()) {
        replayWithOutput(b, from, end);
      } else if (s.replay != null && from < end) {
        s.replay.apply(b, from, end);
      }
    } catch (Throwable t) {
      return Failures.mark(t, s);
    }
    if (s.replay != null) {
      counters.deferred += end - from;
    }
    if (failed < to) {
      if (b.keepsOutput()) {
        b.writeOutput(failed, worker);
      }
      return Failures.mark(b.failure(), s);
    }
    b.replayed = to;
    log.removeFirst();
    if (to == b.rows) {
      retire(b);
    }
    return null;
  }

  /** Row by row: first what its task printed, then its statement. */
  private void replayWithOutput(Batch b, int from, int to) throws Throwable {
    for (int row = from; row < to; row++) {
      b.writeOutput(row, worker);
      if (b.site.replay != null) {
        b.site.replay.apply(b, row, row + 1);
      }
    }
  }

  /** All rows of a batch have been replayed. */
  private void retire(Batch b) {
    if (b.site.tasks != 0) {
      counters.spawned += b.rows;
      backlog -= b.slots();
    }
    if (b instanceof Task) {
      return;
    }
    b.clear();
    if (!b.open) {
      b.activation = null;
      BatchCache.of(worker).put(b);
    }
  }

  /** The first entry of the log failed: drops it and all that follows, and waits until nothing of it runs. */
  private Throwable abandon(Throwable first) {
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
        if (b.site.tasks != 0) {
          counters.spawned += b.rows;
        }
        if (b.open) {
          unlist(b);
        }
      }
    }
    emptied();
    backlog = 0;
    cutoff = NONE;
    return first;
  }

  private Throwable interrupted() {
    Throwable failure = abandon(new InterruptedScopeException());
    Thread.currentThread().interrupt();
    return failure;
  }

  /** Nothing is in flight any more. */
  private void landed() {
    if (inFlight != null) {
      inFlight.clear();
    }
  }

  private void emptied() {
    landed();
    if (leader != null) {
      leader.learn(helped);
      leader = null;
      helped = false;
    }
    fresh = true;
    budget = NOTHING;
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

  /** How far a range of rows of a batch may start. On any thread. */
  int admits(Batch b, int from, int to) {
    long limit = cutoff;
    int end = to;
    while (limit != NONE && end > from && b.place(end - 1) >= limit) {
      end--;
    }
    return end;
  }

  /** A batch has become ready. On any thread. */
  void ready(Batch b) {
    worker.ready(b);
  }
}
