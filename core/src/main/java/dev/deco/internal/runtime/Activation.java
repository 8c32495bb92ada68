package dev.deco.internal.runtime;

import dev.deco.InterruptedScopeException;
import dev.deco.internal.engine.Place;
import dev.deco.internal.engine.Worker;
import dev.deco.internal.views.Viewed;
import java.lang.invoke.MethodHandles;
import java.util.Arrays;
import java.util.List;

/**
 * One activation of a synchronized method: its scope. Here is decided which calls go to workers, when, and how many at
 * a time; which run in place is {@link InPlace}, and what becomes of the others {@link Outstanding}.
 *
 * <p><b>Concurrency:</b> everything is called on the scope's own thread, except where it says so. Only {@link #sync},
 * {@link #close}, {@link #fail}, {@link #settle}, a force, and {@link #added} when the backlog is full, wait; a thread
 * that waits runs tasks.
 */
public final class Activation extends InPlace {
  private static final int MOST_SHUFFLED = 5;             // rows of a range, where decisions are shuffled
  private static final int AHEAD_NANOS = 4 * Grain.WAKE_NANOS;
  private static final int MOST_AHEAD = 64;              // tasks whose results nobody may ask for

  static {
    try {
      for (Class<?> late : List.of(Split.class, Failures.class, SpawnPlace.class, Contexts.class,
          InterruptedScopeException.class)) {
        MethodHandles.lookup().ensureInitialized(late); // loading them on a full stack would fail
      }
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  private Batch recent;                    // the open batch that was asked for last
  private Batch[] open = NO_BATCHES;       // all open batches
  private int opens;
  private boolean alone;                   // the next row's task is to run when nothing else is outstanding

  private static final Batch[] NO_BATCHES = {};

  private final Recursion recursion;       // what it is an activation of; null if that is none
  private final int outerLevel;            // of the code that has opened the scope
  private final long outerPlainSince;      // likewise
  private final long begin;                // by the clock, of a recursion's activation
  final int level;                         // of its tasks

  private Activation(Worker worker, boolean byHand) {
    super(worker, byHand);
    worker.opened = true;
    recursion = (Recursion) worker.entering;
    worker.entering = null;
    outerLevel = worker.level;
    outerPlainSince = worker.plainSince;
    worker.plainSince = 0;
    level = recursion == null ? 0 : outerLevel + 1;
    begin = recursion == null ? 0 : worker.nanos();
    worker.level = level;
    if (strands != null) {
      strands.entered(depth);
    }
  }

  /** Opens the scope of one activation of a woven method. */
  public static Activation enter() {
    Worker worker = Worker.current();
    return new Activation(worker != null ? worker : Engines.bind(), false);
  }

  /** Opens a scope whose user has asked for it, and is told so if its thread is interrupted while it waits. */
  public static Activation enterByHand() {
    Worker worker = Worker.current();
    return new Activation(worker != null ? worker : Engines.bind(), true);
  }

  /**
   * What the next row is to hold for a collection that its task may change. If the task can have no view of it, it
   * holds the collection itself, and runs alone: when all before it has been replayed, and nothing after it has begun.
   */
  public Object viewed(Object collection, Class<?> declared) {
    Object held = collection == null || alone ? collection : viewed().admit(collection, declared);
    if (held == null && collection != null) {
      runAlone();
      return collection;
    }
    return held;
  }

  /**
   * The same for a task that puts something into collections of it, which only a view keeps until the task's turn: a
   * constant map is shared by tasks, but what it holds is not.
   */
  public Object viewedToGroup(Object collection, Class<?> declared) {
    Object held = viewed(collection, declared);
    if (held == collection && held != null && !alone) {
      runAlone();
    }
    return held;
  }

  /**
   * The same for a collection that the task only looks at: it has a view of it while tasks before it change that, unless
   * it had better wait for them. To be called before {@link #viewed} is, for the same row.
   */
  public Object viewedToRead(Object collection, Class<?> declared, Site s) {
    Object held = collection == null || alone || !hasViews() ? collection : viewed().read(collection, declared);
    if (held instanceof Viewed && (worker.shuffle != null ? worker.shuffle.oneIn(3) : s.hindsight.waits())) {
      sync();
      return collection;
    }
    if (held == null && collection != null) {
      runAlone();
      return collection;
    }
    return held;
  }

  /** The next row's task also has another collection, as it is: if that may be, or show, one it changes, it runs alone. */
  public void beside(Object collection, Object changed) {
    if (collection != null && changed != null && InFlightObjects.mayShare(collection, changed)) {
      runAlone();
    }
  }

  private void runAlone() {
    sync();
    alone = true;
  }

  /** A batch of a site with room for one more row. */
  public Batch open(Site s) {
    Batch batch = recent;
    return batch != null && batch.site == s ? batch : openAnother(s);
  }

  private Batch openAnother(Site s) {
    if (s.ordered) {
      return openOne(s);
    }
    for (int i = 0; i < opens; i++) {
      if (open[i].site == s) {
        return recent = open[i];
      }
    }
    Batch batch = BatchCache.of(worker).take(s, s.tasks == 0 ? s.grain.maxRows() : rows(s));
    batch.activation = this;
    batch.open = true;
    batch.openedAt = worker.nanos();
    batch.limit = Math.min(limit(batch), s.grain.gathers);
    batch.checkpoint = s.dependent || s.views ? 1 : batch.limit;
    if (opens == open.length) {
      open = Arrays.copyOf(open, Math.max(2, 2 * opens));
    }
    open[opens++] = batch;
    return recent = batch;
  }

  /** A batch for one row only, which others may wait for. */
  private Batch openOne(Site s) {
    Batch batch = BatchCache.of(worker).take(s, 1);
    batch.activation = this;
    batch.completion = new Completion();
    if (strands != null) {
      batch.course = new Course(); // what ends before this is sent comes before it
    }
    note(batch);
    batch.open = true;
    batch.limit = 1;
    batch.checkpoint = 1;
    return batch;
  }

  private int limit(Batch batch) {
    Site s = batch.site;
    if (worker.shuffle != null) {
      return 1 + worker.shuffle.below(Math.min(5, batch.capacity));
    }
    if (s.tasks == 0) {
      return batch.capacity;
    }
    Place place = place(s);
    if (place == Place.HERE || place == Place.VIRTUAL && s.grain.nanos == Grain.UNKNOWN) {
      return 1;
    }
    return s.grain.recurs ? 1 : Math.min(batch.capacity, rows(s));
  }

  /** How many tasks make a batch. */
  private static int rows(Site s) {
    return s.joins ? s.grain.sharing() : s.grain.rows(Grain.BATCH_NANOS);
  }

  /** Whether a batch has gathered rows for so long, while others have nothing to do, that it is to be sent as it is. */
  private boolean lingers(Batch b, long now) {
    return b.site.joins && now - b.openedAt > Grain.BATCH_NANOS && worker.surplus() <= 0 && worker.engine.hungry();
  }

  /**
   * How many rows a loop may store at once, from the round on that has its counter at {@code at} and that adds {@code step}
   * to it, to {@code bound} at most; 0: it is to go on as it does.
   */
  public int range(Site s, int at, int bound, int step) {
    boolean behind = !log.isEmpty();
    int cost = s.grain.nanos;
    if (at >= bound || !behind && leads(cost) || failed()) {
      return 0;
    }
    long left = ((long) bound - at + step - 1) / step;
    if (worker.shuffle != null) {
      boolean stored = !s.prints && worker.shuffle.observer() == null && worker.shuffle.oneIn(2);
      return stored ? (int) Math.min(left, 1 + worker.shuffle.below(MOST_SHUFFLED)) : 0;
    }
    if (left * cost < (behind ? Grain.LEAST_RANGE_NANOS : Grain.FIRST_RANGE_NANOS) || cost == Grain.UNKNOWN
        || (s.ranges.refs == 0 ? s.grain.isFineInRange() : s.isFine(cost)) || s.prints || s.grain.recurs
        || Coverage.IS_COUNTED || graph != null || Contexts.ANY || place(s) != Place.WORKERS || s.ranges.hindsight.waits()) {
      return 0;
    }
    return (int) Math.min(left, s.grain.range());
  }

  /** Whether no row of a range would meet what is in flight, or another one: what has been asked says so. */
  public boolean isFree(Site s) {
    boolean free = isFree();
    s.ranges.hindsight.settled(!free);
    return free;
  }

  /** A batch for so many rows of a range. */
  public Batch openRange(Site s, int rows) {
    sendOpen();
    Batch batch = BatchCache.of(worker).take(s.ranges, Math.max(rows, s.grain.range()));
    batch.activation = this;
    return batch;
  }

  /** The rows of the range are stored, the next ones in program order. */
  public void storedRange(Batch b, int rows) {
    if (rows == 0) {
      b.clear();
      BatchCache.of(worker).put(b);
      return;
    }
    begin(b);
    b.rows = rows;
    next += rows;
    hand(b);
  }

  /** A new pending value of a site. */
  public Task task(Site s) {
    Task task = new Task(s);
    task.activation = this;
    task.open = true;
    task.checkpoint = 1;
    task.limit = 1;
    note(task);
    return task;
  }

  /** The row after the last one of {@code b} is filled: it takes its place in program order. */
  public void added(Batch b) {
    if (Contexts.ANY) {
      b.carryContext();
    }
    if (b != log.last()) {
      begin(b);
    }
    if (graph != null && b.site.tasks != 0) {
      record(b);
    }
    next++; // no call between the log and the counts: a full stack must not come between them
    if (++b.rows >= b.checkpoint || failed()) {
      consider(b);
    }
  }

  /** The task of the row that a batch will have is recorded, if any are. */
  private void note(Batch batch) {
    if (graph != null) {
      batch.completion.node = graph.task(batch.site);
    }
  }

  /** The row that is being added is recorded, and whose results it takes. */
  private void record(Batch b) {
    int node = b.completion != null ? b.completion.node : graph.task(b.site);
    b.recorded(node);
    for (int i = b.rows * b.site.refs; b.site.dependent && i < (b.rows + 1) * b.site.refs; i++) {
      if (b.refs[i] instanceof Task task) {
        TaskGraph.recording().edge(task.completion.node, node, "result");
      }
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
    if (failed()) {
      raise();
    }
    if (alone) {
      RowViews.none(b, b.rows - 1);
    }
    boolean views = b.site.views;
    long now = views ? worker.nanos() : 0;
    if (alone || b.rows >= b.limit || b.site.dependent && b.unfinishedInput() || views && lingers(b, now)) {
      hand(b);
    }
    if (views) {
      takeTurns(b.site, now);
    }
  }

  private void hand(Batch b) {
    if (strands == null) {
      sendNow(b);
    } else {
      strands.pause();
      sendNow(b);
      strands.goOn();
    }
  }

  private void sendNow(Batch b) {
    if (b.openedAt != 0) {
      b.site.grain.gathered(b.rows, b.limit, worker.nanos() - b.openedAt);
    }
    send(b);
    if (alone) {
      alone = false;
      sync();
    } else {
      trim();
    }
    spend();
  }

  /** Hands a batch to the workers, or to this thread. */
  private void send(Batch b) {
    if (strands != null && b.site.tasks != 0) {
      strands.sends(b);
    }
    if (!(b instanceof Task)) {
      unlist(b);
    }
    Site s = b.site;
    b.seal();
    if (b.keepsOutput()) {
      keepsOutput();
    }
    backlog += b.slots;
    if (s.tasks == 0) {
      return;
    }
    if (s.views) {
      viewed().sent(b);
    }
    if ((s.dependent || s.ordered) && awaitsInputs(b)) {
      return;
    }
    int cost = s.grain.nanos;
    Place place = place(s);
    if (place != Place.WORKERS) {
      if (place == Place.HERE || !worker.engine.start(b)) {
        worker.run(b, false);
      }
      return;
    }
    boolean here;
    if (worker.shuffle != null) {
      here = worker.shuffle.oneIn(4) && !(b instanceof Task);
    } else if (b instanceof Task) {
      here = false;
    } else {
      here = s.grain.recurs ? worker.surplus() >= SURPLUS
          : s.isFine(cost) || worker.surplus() >= Math.max(2 * worker.engine.workers, ahead(s, cost));
    }
    if (cost == Grain.UNKNOWN && !s.keepsOutput()) { // what a task has printed is not to wait for others of its batch
      s.grain.tried();
    }
    long waiting = s.ordered ? worker.surplus() + 1 : b.rows; // ordered rows are not gathered
    boolean wake = cost * waiting >= Grain.WAKE_NANOS || s.grain.nests;
    if (!here) {
      push(b, wake);
      return;
    }
    if (wake && worker.surplus() > 0 && worker.engine.hungry()) {
      worker.engine.signal(); // what is untaken was not worth that
    }
    worker.run(b, true);
  }

  /** How many tasks of ordered sites, a row each, may wait: as much work as batches would hold. */
  private int ahead(Site s, int cost) {
    return s.ordered && cost > 0 ? AHEAD_NANOS / cost : 0;
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

  @Override
  void unlist(Batch b) {
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

  /** In program order, since what fails first need not run beside what comes after it. */
  @Override
  void sendOpen() {
    while (opens > 0) {
      Batch first = open[0];
      for (int i = 1; i < opens; i++) {
        if (open[i].rows == 0 || first.rows != 0 && open[i].first < first.first) {
          first = open[i];
        }
      }
      if (first.rows == 0) {
        unlist(first);
        BatchCache.of(worker).put(first);
      } else {
        send(first);
      }
    }
  }

  /** How many tasks it takes to keep the engine busy. */
  int workers() {
    return Math.min(worker.engine.workers, MOST_AHEAD);
  }

  /** Syncs and leaves the scope. If it throws, {@link #fail} is to follow. */
  public void close() {
    sync(Wait.Kind.END);
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

  private void leave() {
    spend();
    if (strands != null) {
      account(Wait.Kind.END);
      strands.left(depth);
    }
    worker.depth = depth - 1;
    worker.level = outerLevel;
    worker.plainSince = outerPlainSince;
    if (recursion != null) {
      recursion.took(outerLevel, worker.nanos() - begin);
    }
    counters.scopes++;
    if (next != 0 && depth == 1) {
      worker.rest();
    }
  }
}
