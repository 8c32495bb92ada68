package dev.deco.internal.runtime;

import dev.deco.ContextProvider.Restored;
import dev.deco.ContextProvider.Snapshot;
import dev.deco.internal.engine.Work;
import dev.deco.internal.engine.Worker;
import dev.deco.internal.views.View;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.locks.LockSupport;

/**
 * Rows of one site: arguments, captures and results of calls, in columns.
 *
 * <p><b>Concurrency:</b> the scope's thread fills rows and sends the batch; then workers run ranges of it, each row
 * once; when all rows are done the scope's thread replays them and uses the batch again.
 */
public class Batch extends Work {
  private static final VarHandle REMAINING;
  private static final VarHandle PENDING;
  private static final int UNSENT = 1;

  static {
    try {
      MethodHandles.Lookup lookup = MethodHandles.lookup();
      REMAINING = lookup.findVarHandle(Batch.class, "remaining", int.class);
      PENDING = lookup.findVarHandle(Batch.class, "pending", int.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  public final Site site;
  public final long[] longs;
  public final Object[] refs;
  /** Rows filled so far; only the scope's thread changes it, before the batch is sent. */
  public int rows;

  final int capacity;
  // Written by the scope's thread before the batch is sent, and after it is done.
  Activation activation;
  long first;             // place of row 0 in the scope's program order
  int checkpoint;         // at how many rows to think about sending
  int limit;              // at how many rows to send
  int replayed;           // rows that have been replayed
  int slots;              // what it takes of the backlog
  boolean open;           // more rows may come
  long openedAt;          // by the clock; 0 where it does not matter
  Course course;          // what its rows come after; null where nobody wants to know
  Completion completion;  // of its only row; null where no row waits for another one
  int awaited;            // earlier rows that this one has to wait for
  private ClassLoader contextLoader; // of the scope's thread when it sent the batch
  private int[] runs;     // where rows do not follow each other: row and distance from first, for each further run
  private int gaps;       // how much of runs is used
  private Snapshot[][] contexts;                 // by row; null unless there are any
  private OrderedOutput.Printed[] printed; // by row; null unless output is kept. Its elements belong to who runs the row
  private int[] nodes;                     // by row: the number in a graph that is recorded; null if there is none
  private Throwable[] ended;               // by row: what its task threw; null unless the site's tasks get views. Likewise
  // Shared.
  private volatile int remaining = UNSENT; // rows not done
  private volatile int pending;            // inputs not complete; until all are counted, minus those that are
  private volatile Thread waiter;
  private int failedRow = Integer.MAX_VALUE; // the first failed row; guarded by this until the batch is done
  private Throwable failure;                 // of that row
  private List<Throwable> laterFailures;     // null when there are none

  Batch(Site site, int capacity) {
    this.site = site;
    this.capacity = capacity;
    longs = new long[site.headLongs + capacity * site.longs];
    refs = new Object[site.headRefs + capacity * site.refs];
  }

  /** Woven run code reports that the call of a row threw. The row's batch range ends with it. */
  public final void failed(int row, Throwable t) {
    if (ended != null) {
      ended[row] = t; // whether it counts is known when its turn comes
      return;
    }
    synchronized (this) {
      Throwable later = t;
      if (row < failedRow) {
        later = failure;
        failedRow = row;
        failure = t;
      }
      if (later != null) {
        if (laterFailures == null) {
          laterFailures = new ArrayList<>(2);
        }
        laterFailures.add(later);
      }
    }
    activation.cutOff(place(row));
  }

  /** The place of a row in the scope's program order. */
  final long place(int row) {
    for (int i = gaps; (i -= 2) >= 0; ) {
      if (runs[i] <= row) {
        return first + runs[i + 1] + (row - runs[i]);
      }
    }
    return first + row;
  }

  /** The rows from {@code row} on have the places from {@code place} on. */
  final void placed(int row, long place) {
    if (row == 0) {
      first = place;
      return;
    }
    if (runs == null) {
      runs = new int[8];
    } else if (runs.length == gaps) {
      runs = Arrays.copyOf(runs, 2 * gaps);
    }
    runs[gaps] = row;
    runs[gaps + 1] = (int) (place - first);
    gaps += 2;
  }

  /** No more rows come; from now on rows may run. */
  final void seal() {
    open = false;
    slots = capacity * (site.longs + site.refs);
    if (site.keepsOutput()) {
      printed = new OrderedOutput.Printed[rows];
      slots += rows * site.grain.printedSlots;
    }
    if (site.views) {
      ended = new Throwable[rows];
    }
    contextLoader = Thread.currentThread().getContextClassLoader();
    remaining = rows;
  }

  /** Whether rows may have printed something, which is to be written in their turn. */
  final boolean keepsOutput() {
    return printed != null;
  }

  /** Writes what a row printed. */
  final void writeOutput(int row, Worker worker) {
    if (printed[row] != null) {
      printed[row].write(worker);
      printed[row] = null;
    }
  }

  /** Counts inputs; returns whether some of them are not complete. */
  final boolean awaitsInputs() {
    int inputs = awaited;
    for (int i = 0, n = site.dependent ? rows * site.refs : 0; i < n; i++) {
      if (refs[i] instanceof Task task && task.completion.informs(this)) {
        inputs++;
      }
    }
    return inputs != 0 && (int) PENDING.getAndAdd(this, inputs) + inputs != 0;
  }

  /** The rows will never run, for want of memory. */
  final void lost(Throwable t) {
    failed(0, t);
    finished(rows, null, false);
  }

  /** One input is complete; true if it was the last. */
  final boolean inputComplete() {
    return (int) PENDING.getAndAdd(this, -1) == 1;
  }

  final boolean unfinishedInput() {
    for (int i = (rows - 1) * site.refs, n = rows * site.refs; i < n; i++) {
      if (refs[i] instanceof Task task && !task.done()) {
        return true;
      }
    }
    return false;
  }

  @Override
  protected final void run(Worker worker, boolean splits) {
    run(worker, 0, rows, splits);
  }

  /** Runs a range of rows with the scope's class loader. */
  final void run(Worker worker, int from, int to, boolean splits) {
    Thread thread = Thread.currentThread();
    ClassLoader loader = contextLoader;
    ClassLoader own = thread.getContextClassLoader();
    if (own == loader) {
      runRows(worker, from, to, splits);
      return;
    }
    thread.setContextClassLoader(loader);
    try {
      runRows(worker, from, to, splits);
    } finally {
      thread.setContextClassLoader(own);
    }
  }

  /** Runs a range of rows, offering half of what is left to others whenever they have nothing to do. */
  private void runRows(Worker worker, int from, int to, boolean splits) {
    // Lazy binary splitting (Tzannes, Caragea, Barua, Vishkin, PPoPP 2010): split only when thieves found nothing.
    Grain grain = site.grain;
    int row = from;
    long outer = worker.nestedNanos;
    worker.nestedNanos = 0;
    boolean opened = worker.opened;
    boolean recurred = worker.recurred;
    worker.opened = false;
    worker.recurred = false;
    boolean careful = worker.careful;
    worker.careful = careful || activation.failed();
    int level = worker.level;
    worker.level = activation.level;
    long plainSince = worker.plainSince;
    worker.plainSince = 0;
    Strand strand = Strands.begin(worker, this);
    long begin = worker.nanos();
    long time = begin;
    View left = null; // what the next row's task may go on with
    int told = from;  // up to which row, and time, the grain knows
    long toldAt = begin;
    try {
      while (row < to) {
        if (worker.running == 1 && worker.shuffle == null && activation.isFarAhead(this, row)) {
          activation.holdBack(this, row, worker);
        }
        int end = activation.admits(this, row, Math.min(to, row + chunk(worker, row - from, time - begin)));
        if (end <= row) {
          break;
        }
        if (splits && end < to && worker.surplus() <= 0 && worker.engine.hungry()) {
          int middle = end + (to - end) / 2;
          worker.push(new Split(this, middle, to));
          to = middle;
          worker.engine.signal();
        }
        if (site.views) {
          left = runWithViews(worker, row, end, left);
        } else if (site.keepsOutput()) {
          runKeepingOutput(worker, row, end);
        } else {
          call(row, end);
        }
        long now = worker.nanos();
        if (now - toldAt >= TOLD_NANOS || !grain.known()) {
          grain.observe(end - told, now - toldAt);
          told = end;
          toldAt = now;
        }
        if (strand != null) {
          Strands.of(worker).ran(end - row);
        }
        time = now;
        row = end;
      }
    } catch (Throwable t) {
      failed(row, t);
    } finally {
      if (told < row) {
        grain.observe(row - told, time - toldAt);
      }
      long elapsed = time - begin;
      worker.counters.taskNanos += Math.max(0, elapsed - worker.nestedNanos);
      worker.nestedNanos = outer + elapsed;
      if (worker.opened) {
        grain.nests = true;
      }
      grain.recurs |= worker.recurred;
      worker.recurred = recurred;
      worker.opened = opened;
      worker.careful = careful;
      worker.level = level;
      worker.plainSince = plainSince;
      activation.ranBy(worker);
      if (strand != null) {
        Strands.of(worker).end(strand, this);
      }
      finished(to - from, worker, splits);
    }
  }

  /** Runs rows; where nothing comes between two of them in program order, they may share a view. */
  private View runWithViews(Worker worker, int from, int to, View left) throws Throwable {
    boolean shares = gaps == 0 && site.sharesViews();
    View before = left;
    for (int row = from; row < to; row++) {
      RowViews.take(this, row, before);
      if (site.keepsOutput()) {
        runKeepingOutput(worker, row, row + 1);
      } else {
        call(row, row + 1);
      }
      if (shares) {
        before = ended[row] == null ? RowViews.leaves(this, row) : null;
        before = site.shares(before, worker.shuffle) ? before : null;
      }
    }
    return before;
  }

  /** Forgets what the row's task has done and makes its call again. */
  final void runAgain(int row) {
    ended[row] = null;
    if (keepsOutput()) {
      printed[row] = null;
    }
    try {
      call(row, row + 1);
    } catch (Throwable t) {
      failed(row, t);
    }
  }

  /** What the row's task threw, or {@code null}. */
  final Throwable ended(int row) {
    return ended[row];
  }

  private void runKeepingOutput(Worker worker, int from, int to) throws Throwable {
    Object outer = worker.printed;
    try {
      for (int row = from; row < to && row <= failedRow; row++) {
        OrderedOutput.Printed own = new OrderedOutput.Printed(this, row);
        worker.printed = own;
        call(row, row + 1);
        if (!own.isEmpty()) {
          printed[row] = own;
          site.grain.printed(own.bytes());
        }
      }
    } finally {
      worker.printed = outer;
    }
  }

  /** Makes the calls of rows, each in the context in which it was spawned. */
  private void call(int from, int to) throws Throwable {
    if (contexts == null && nodes == null) {
      site.run.apply(this, from, to);
      return;
    }
    for (int row = from; row < to && row <= failedRow; row++) {
      long begin = nodes == null ? 0 : System.nanoTime();
      try {
        inContext(site.run, row);
      } catch (Throwable t) { // of the context
        failed(row, t);
      }
      if (nodes != null) {
        TaskGraph.recording().ran(nodes[row], System.nanoTime() - begin);
      }
    }
  }

  /** Runs the statements of rows, each in the context that its place in the program had. */
  final void replay(int from, int to) throws Throwable {
    if (contexts == null) {
      site.replay.apply(this, from, to);
      return;
    }
    for (int row = from; row < to; row++) {
      inContext(site.replay, row);
    }
  }

  private void inContext(BatchCode code, int row) throws Throwable {
    Snapshot[] context = contexts == null ? null : contexts[row];
    if (context == null) {
      code.apply(this, row, row + 1);
      return;
    }
    try (Restored restored = Contexts.restore(context)) {
      code.apply(this, row, row + 1);
    }
  }

  /** The row that is about to be added belongs to the context that this thread has now. */
  final void carryContext() {
    Snapshot[] context = Contexts.capture();
    if (context != null && contexts == null) {
      contexts = new Snapshot[capacity][];
    }
    if (contexts != null) {
      contexts[rows] = context;
    }
  }

  /** The row that is about to be added has a number in the graph. */
  final void recorded(int node) {
    if (nodes == null) {
      nodes = new int[capacity];
    }
    nodes[rows] = node;
  }

  /** For so long tasks run before the estimate hears of it: short ones and long ones may come in turns. */
  private static final int TOLD_NANOS = 100_000;
  /** Rows that are run before the clock is looked at: if the estimate is wrong, the others may still be split. */
  private static final int FIRST_ROWS = 64;

  private int chunk(Worker worker, int done, long nanos) {
    if (worker.shuffle != null) {
      return 1 + worker.shuffle.below(4);
    }
    int each = done == 0 ? site.grain.nanos : (int) Math.max(1, Math.min(Grain.BATCH_NANOS, nanos / done));
    return each == Grain.UNKNOWN ? 1
        : Math.max(1, Math.min(Grain.BATCH_NANOS / each / 2, Math.max(FIRST_ROWS, done)));
  }

  private void finished(int count, Worker worker, boolean pushes) {
    Completion end = completion;
    Course way = course;
    if ((int) REMAINING.getAndAdd(this, -count) == count) { // from now on the batch may be in use again
      Thread parked = waiter;
      if (parked != null) {
        LockSupport.unpark(parked);
      }
      if (end != null) {
        if (way != null) {
          end.path = way.end();
        }
        end.reach(worker, pushes);
      }
    }
  }

  @Override
  protected final Object scope() {
    return activation;
  }

  @Override
  protected final long place() {
    return place(0);
  }

  @Override
  protected final boolean done() {
    return remaining == 0;
  }

  @Override
  protected final void waiter(Thread thread) {
    waiter = thread;
  }

  /** Whether all filled rows may be replayed. */
  final boolean complete() {
    return site.run == null || remaining == 0;
  }

  final int failedRow() {
    return failedRow;
  }

  final Throwable failure() {
    return failure;
  }

  final List<Throwable> laterFailures() {
    if (ended != null) {
      return Arrays.stream(ended).filter(Objects::nonNull).toList();
    }
    return laterFailures == null ? List.of() : laterFailures;
  }

  /** Forgets all rows, so that the batch can be filled again. */
  final void clear() {
    Arrays.fill(refs, 0, site.headRefs + rows * site.refs, null);
    rows = 0;
    slots = 0;
    openedAt = 0;
    replayed = 0;
    gaps = 0;
    remaining = UNSENT;
    failedRow = Integer.MAX_VALUE;
    failure = null;
    laterFailures = null;
    printed = null;
    ended = null;
    contexts = null;
    contextLoader = null;
    nodes = null;
    completion = null;
    course = null;
    awaited = 0;
  }
}
