package dev.deco.internal.runtime;

import dev.deco.InterruptedScopeException;
import dev.deco.internal.engine.Observer.Event;
import dev.deco.internal.engine.Place;
import dev.deco.internal.engine.Worker;
import dev.deco.internal.views.Viewed;
import java.lang.invoke.MethodHandles;
import java.util.Arrays;
import java.util.List;

/**
 * One activation of a synchronized method: its scope. Here is decided which calls run in place, and which go to workers,
 * when, and how many at a time; what becomes of those is {@link Outstanding}.
 *
 * <p><b>Concurrency:</b> everything is called on the scope's own thread, except where it says so. Only {@link #sync},
 * {@link #close}, {@link #fail}, {@link #settle}, a force, and {@link #added} when the backlog is full, wait; a thread
 * that waits runs tasks.
 */
public final class Activation extends Outstanding {
  private static final long NOTHING = -1;
  private static final long ENDLESS = Long.MAX_VALUE;
  static final int SURPLUS = 3;                          // untaken tasks that keep thieves busy for a while
  private static final int MOST_AHEAD = 64;              // tasks whose results nobody may ask for
  private static final int DEEP = 256;                   // nested scopes of a thread beyond which nothing is spawned
  private static final int FIRST_NANOS = 2_000;          // how long tasks run in place before the clock is looked at
  private static final int MOST_NANOS = 20_000;          // and how long at most
  private static final int MOST_CALLS = 4_000;            // and how many

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

  private final boolean sequential;
  private final int depth;
  private long budget;                     // nanoseconds that may yet be spent in place; NOTHING if rows are outstanding
  private long granted;                    // what the budget was when it was given
  private long grantedAt;                  // by the clock
  private int grantedCost;                 // of one call
  private Site grantee;                    // whose calls run in place
  private Contest viewer;                  // of the one whose tasks have views
  private long viewedAt;                   // since when, by the clock
  private int viewedRows;                  // how many
  private int stretch;                     // how much may be given next
  private int lead;                        // how much of that before the first row
  private int roundCost;                   // of the calls that were last allowed together
  private boolean fresh = true;            // the budget has not been given out since the log was last empty
  private Batch recent;                    // the open batch that was asked for last
  private Batch[] open = NO_BATCHES;       // all open batches
  private int opens;
  private boolean alone;                   // the next row's task is to run when nothing else is outstanding
  private Grain leader;                    // of the first row since the last sync

  private static final Batch[] NO_BATCHES = {};

  private Activation(Worker worker) {
    super(worker);
    this.sequential = worker.engine.sequential || worker.careful || worker.locks > 0;
    this.budget = sequential ? ENDLESS : NOTHING;
    this.depth = ++worker.depth;
    worker.opened = true;
    if (strands != null) {
      strands.entered(depth);
    }
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
    if (graph != null) {
      return false;
    }
    if (depth > DEEP || worker.shuffle != null && worker.shuffle.oneIn(4)) {
      counters.inlined++;
      return true;
    }
    if (worker.shuffle != null) {
      return false;
    }
    if (place(s) == Place.HERE) {
      counters.inlined++;
      return true;
    }
    if (cost == Grain.UNKNOWN) {
      return false;
    }
    if (s.grain.isAlone()) {
      counters.inlined++;
      if (strands != null) {
        strands.ranAlone(s);
      }
      return true;
    }
    if (s.grain.recurs) {
      boolean here = worker.surplus() >= SURPLUS;
      counters.inlined += here ? 1 : 0;
      return here;
    }
    if (s.views && !s.ordered && s.contest.isInPlace(cost)) {
      return grants(Contest.TURN_NANOS, cost, s);
    }
    if (fresh) {
      fresh = false;
      leader = s.grain;
      lead = s.grain.trusted() ? s.grain.lead : 0;
      stretch = FIRST_NANOS;
    } else if (s == grantee && granted > 0 && !s.views && s.grain.surprises(used(), worker.nanos() - grantedAt, s.fine())) {
      spend();
      return false;
    }
    if (lead >= cost) {
      int some = Math.min(lead, Math.max(stretch, cost));
      lead -= some;
      return grants(some, cost, s);
    }
    return grants(s.isFine(cost) ? Math.min(stretch, MOST_CALLS * cost) : 0, cost, s);
  }

  /** Lets tasks of this cost run in place for so many nanoseconds, if that is enough for one. */
  private boolean grants(int nanos, int cost, Site s) {
    spend();
    if (nanos < cost) {
      return false;
    }
    stretch = Math.min(MOST_NANOS, 2 * stretch);
    grantedAt = worker.nanos();
    granted = nanos;
    grantedCost = cost;
    grantee = s;
    budget = nanos - cost;
    counters.inlined++;
    return true;
  }

  /**
   * How many calls of a site may be made in place, one after the other, before this scope wants to be asked again; 0: it
   * wants to be asked for each. They count as made; {@link #rest} takes back what was not.
   */
  public int rounds(Site s) {
    int cost = s.grain.nanos;
    if (budget < cost) {
      return worker.shuffle == null || !log.isEmpty() ? 0 : shuffledRounds();
    }
    int rounds = (int) Math.min(budget / cost, Integer.MAX_VALUE);
    budget -= (long) rounds * cost;
    roundCost = cost;
    counters.inlined += rounds;
    return rounds;
  }

  /** The same for a loop with one more site, when so many calls were allowed without it. */
  public int rounds(int allowed, Site s) {
    if (allowed == 0 || worker.shuffle != null || s.grain.nanos <= roundCost) {
      return allowed;
    }
    rest(allowed);
    return rounds(s);
  }

  /** How far a loop that adds {@code step} in each round may go from {@code at}, with so many calls allowed. */
  public static int limit(int at, int allowed, int step, int bound) {
    return (int) Math.min(bound, at + (long) allowed * step);
  }

  private int shuffledRounds() {
    roundCost = 0;
    int rounds = worker.shuffle.oneIn(4) ? 1 + worker.shuffle.below(4) : 0;
    counters.inlined += rounds;
    return rounds;
  }

  /** Some of the calls that {@link #rounds} has allowed have not been made; below 0: more have. */
  public void rest(int calls) {
    budget += (long) calls * roundCost;
    counters.inlined -= calls;
  }

  /** How much of the budget has been used. */
  private long used() {
    return granted - Math.max(0, budget);
  }

  /** Takes back what is left of the budget, and counts the rest as time in tasks, unless a task's time includes it. */
  private void spend() {
    if (granted > 0) {
      long used = used();
      if (worker.running == 0) {
        counters.taskNanos += used;
      }
      if (strands != null) {
        strands.ranByChoice(grantee, used);
      }
      if (grantee.contest != null && used > 0) {
        grantee.contest.ranInPlace(Math.max(1, used / grantedCost), worker.nanos() - grantedAt);
      }
      granted = 0;
    }
    budget = NOTHING;
  }

  /** Whether a call with a pending value is to run in place now. Rows may be outstanding. */
  public boolean inPlace(Site s) {
    if (s.views || s.ordered) {
      return inPlaceIfFirst(s);
    }
    if (sequential || worker.surplus() >= SURPLUS && !failed() && graph == null && worker.shuffle == null && !s.prints
        && place(s) != Place.VIRTUAL) {
      counters.inlined++;
      return true;
    }
    return allowsInPlace(s);
  }

  /**
   * The same where nothing that is outstanding may come to light later: a handler would see what the call has changed.
   */
  public boolean inPlaceAlone(Site s) {
    return log.isEmpty() && inPlace(s);
  }

  /** Only when nothing is outstanding that it may have to wait for. */
  private boolean inPlaceIfFirst(Site s) {
    if (!log.isEmpty() || !sequential && !allowsInPlace(s)) {
      return false;
    }
    counters.inlined += sequential ? 1 : 0;
    return true;
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

  private boolean allowsInPlace(Site s) {
    if (failed() || s.keepsOutput() && !log.isEmpty() || graph != null) {
      return false;
    }
    boolean here;
    if (place(s) == Place.HERE) {
      here = true;
    } else if (worker.shuffle != null) {
      here = depth > DEEP || worker.shuffle.oneIn(2);
    } else {
      Grain grain = s.grain;
      here = depth > DEEP || grain.nanos < Grain.TASK_NANOS && !grain.nests && grain.trusted();
    }
    if (here) {
      counters.inlined++;
      if (strands != null && s.grain.known()) {
        strands.ranByChoice(s, s.grain.nanos);
      }
    }
    return here;
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
    Batch batch = BatchCache.of(worker).take(s, s.tasks == 0 ? s.grain.maxRows() : s.grain.rows(Grain.BATCH_NANOS));
    batch.activation = this;
    batch.open = true;
    batch.limit = limit(batch);
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
    return s.grain.recurs ? 1 : Math.min(batch.capacity, s.grain.rows(Grain.BATCH_NANOS));
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
    for (int i = b.rows * b.site.refs; b.site.dependent && i < (b.rows + 1) * b.site.refs; i++) {
      if (b.refs[i] instanceof Task task) {
        graph.edge(task.completion.node, node, "result");
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
    if (alone || b.rows >= b.limit || b.site.dependent && b.unfinishedInput()) {
      if (strands == null) {
        sendNow(b);
      } else {
        strands.pause();
        sendNow(b);
        strands.goOn();
      }
    }
    if (b.site.views) {
      takeTurns(b.site);
    }
  }

  /** A row has been added whose task has views. If the next calls had better run in place, nothing stays outstanding. */
  private void takeTurns(Site s) {
    long now = worker.nanos();
    if (viewedRows++ == 0) {
      viewer = s.contest;
      viewedAt = now;
    } else if (viewer != s.contest) {
      viewer = null;
    } else if (now - viewedAt > Contest.TURN_NANOS && !s.ordered && graph == null && worker.shuffle == null
        && s.contest.isInPlace(s.grain.nanos)) {
      raise();
    }
  }

  private void sendNow(Batch b) {
    send(b);
    if (alone) {
      alone = false;
      sync();
    } else {
      trim();
    }
    budget = NOTHING;
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
    if (s.tasks == 0) {
      return;
    }
    backlog += b.slots;
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
          : s.isFine(cost) || worker.surplus() >= 2 * worker.engine.workers;
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

  @Override
  void emptied(boolean helped) {
    if (leader != null) {
      leader.learn(helped);
      leader = null;
    }
    if (viewer != null) {
      viewer.viewed(viewedRows, worker.nanos() - viewedAt);
      viewer = null;
    }
    viewedRows = 0;
    fresh = true;
    budget = NOTHING;
  }

  boolean sequential() {
    return sequential;
  }

  /** How many tasks it takes to keep the engine busy. */
  int workers() {
    return Math.min(worker.engine.workers, MOST_AHEAD);
  }

  private Place place(Site s) {
    return s.place(worker.engine);
  }

  /** A concurrent method runs as a plain call here. */
  public void ranInPlace() {
    observe(Event.IN_PLACE);
    counters.inlined++;
    if (strands != null) {
      strands.callsInPlace();
    }
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
    counters.scopes++;
    if (next != 0 && depth == 1) {
      worker.rest();
    }
  }
}
