package dev.deco.internal.engine;

import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;

/**
 * A thread in its part as worker of one engine: its deque, what it counted, and how it waits.
 *
 * <p><b>Concurrency:</b> all methods are called by the worker's own thread, except {@link #ready}.
 */
public final class Worker {
  /*
   * A thread that waits for a task runs other work meanwhile: first its own (last in, first out), then stolen. Why that
   * cannot deadlock: a frame on some stack waits either for the frame on top of it, or, in a scope's wait, for a task
   * of that scope. The frame on top started later; a task starts later than its scope. So every wait goes from what
   * started earlier to what started later, and there is no circle. Take the blocked frame that started last: it waits
   * for tasks that have not started. They lie on top of its own thread's deque or in its ready queue, where this thread
   * runs them, or a worker with an otherwise empty stack has split them off and takes them next. That is why only
   * such workers, and the scope's own thread, split; and why a dependent task is never waited for by a thread: it is
   * no work at all until its inputs are complete, and inputs are tasks of the same scope.
   *
   * Running foreign work on top of a waiting frame makes the stack deeper than the serial program's. So only
   * FOREIGN_DEPTH such runs are stacked, and none on top of many nested scopes; beyond that the thread takes only tasks
   * of the scope that it waits for, which the argument above does not need more than.
   */
  private static final int FOREIGN_DEPTH = 16;
  private static final int FOREIGN_SCOPES = 128;
  private static final int FEW = 4;
  private static final int SPINS = 64;
  /** So long an idle worker looks for work before it sleeps: about what it takes to wake it (Karlin et al., SODA 1990). */
  private static final long SPIN_NANOS = 50_000;
  private static final long PATIENCE_NANOS = 100_000; // asleep, until it asks for work again; the next times twice as long
  private static final long MOST_PATIENCE_NANOS = 50_000_000;
  private static final long INTERRUPT_NANOS = 1_000_000; // how often it is looked what has become of an interrupt
  private static final int HEADROOM_FRAMES = 96;
  private static final ThreadLocal<Worker> LOCAL = new ThreadLocal<>();

  public final Engine engine;
  public final Counters counters = new Counters();
  /** Where its time goes, if somebody wants to know; else null. */
  public final Times times;
  /** Decides when the engine shuffles or is observed; else null. */
  public final Shuffle shuffle;
  /** How many scopes are open on this thread's stack. */
  public int depth;
  /** The innermost explicit scope of the code that runs now; opaque to the engine. */
  public Object innermost;
  /** How many pieces of work are running on this thread's stack. */
  public int running;
  /** Whether the running work has opened a scope. */
  public boolean opened;
  /** Whether the running work has called a method that is both concurrent and synchronized. */
  public boolean recurred;
  /** What the scope that is opened next is an activation of, if that is a recursion; opaque to the engine. */
  public Object entering;
  /** How many activations of a recursion lie between its first one and the running code. */
  public int level;
  /** Since when, by the clock, the running task or scope has been in original bodies of a recursion; 0: it is not. */
  public long plainSince;
  /** Whether the running original body calls a woven one only because somebody is hungry. */
  public boolean asked;
  /**
   * Whether scopes opened now are to run serially. So it is in work that a failure only lets run because it comes
   * earlier in program order: were that spread again, a recursion that fails at its end would explore all its branches,
   * where the serial program sees one.
   */
  public boolean careful;
  /** How many locks woven code on this thread's stack holds. */
  public int locks;
  /** Nanoseconds that work nested in the running work has taken. */
  public long nestedNanos;
  /**
   * The end of the time that the running call has, if it has one; opaque to the engine. Meanwhile the thread runs
   * nothing foreign, which an interrupt at that time would hit.
   */
  public Object deadline;
  /** Where the running work prints to; opaque to the engine. */
  public Object printed;
  /** Whatever the runtime keeps for this thread. */
  public Object cache;

  final Thread thread;
  final Interrupts interrupts;
  private final WorkDeque deque = new WorkDeque();
  private volatile Queue<Work> ready;
  private final boolean own; // whether the thread is the engine's
  private boolean member;    // whether others may steal from here
  private final Work[] few = new Work[FEW];
  private int foreign;
  private int scan;
  private int looks;            // for work in vain since it had something to do
  private long sleepsAt;        // by the clock, if it finds nothing
  private boolean spins;        // it is counted as one who looks for work
  private long patience = PATIENCE_NANOS; // how long it will sleep next before it asks

  Worker(Engine engine, Thread thread) {
    this.engine = engine;
    this.thread = thread;
    this.interrupts = new Interrupts(thread);
    this.shuffle = engine.observer != null ? new Shuffle(engine.observer)
        : engine.seed == null ? null : new Shuffle(engine.seed, thread.getName());
    this.times = engine.timing == null ? null : engine.timing.times(counters);
    this.own = thread instanceof WorkerThread t && t.worker == null;
    this.member = own; // the engine has joined it
    engine.know(this);
  }

  /** Whether its thread has called {@code System.exit}, and so waits for ever. On any thread. */
  public boolean isExiting() {
    for (StackTraceElement frame : thread.getStackTrace()) {
      if (frame.getClassName().equals("java.lang.Shutdown")) {
        return true;
      }
    }
    return false;
  }

  /** Whether its thread runs something, and waits for nothing. On any thread; by what it knows. */
  public boolean getsOn() {
    Thread.State state = thread.getState();
    return running > 0 && (state == Thread.State.RUNNABLE || state == Thread.State.TIMED_WAITING);
  }

  boolean isOwn() {
    return own;
  }

  /** The time, in nanoseconds from some start. */
  public long nanos() {
    return times == null ? System.nanoTime() : times.now();
  }

  /** The worker that the current thread is bound to, or null. */
  public static Worker current() {
    return Thread.currentThread() instanceof WorkerThread t ? t.bound : LOCAL.get();
  }

  /** Binds the current thread to an engine for good. */
  public static Worker bind(Engine engine) {
    Worker worker = new Worker(engine, Thread.currentThread());
    set(worker);
    return worker;
  }

  /** Runs code with the current thread bound to an engine. */
  public static <T> T call(Engine engine, Callable<T> code) throws Exception {
    Worker before = current();
    Worker worker = bind(engine);
    try {
      return code.call();
    } finally {
      worker.rest();
      set(before);
    }
  }

  private static void set(Worker worker) {
    if (Thread.currentThread() instanceof WorkerThread t) {
      t.bound = worker;
    } else if (worker == null) {
      LOCAL.remove();
    } else {
      LOCAL.set(worker);
    }
  }

  /** Offers work to all workers, without waking one. */
  public void push(Work work) {
    if (!member) {
      engine.join(this);
      member = true;
    }
    deque.push(work);
  }

  /** The same for work that has just become ready; wakes a worker unless this one will take it at once. */
  public void pushReady(Work work) {
    push(work);
    if (!own || running > 1 || deque.size() > 1) {
      engine.signal();
    }
  }

  /** How much work of this thread nobody has taken. */
  public int surplus() {
    return deque.size();
  }

  /** Work of one of this worker's scopes has become ready. Called on any thread. */
  public void ready(Work work) {
    Queue<Work> queue = ready;
    if (queue == null) {
      synchronized (this) {
        queue = ready;
        if (queue == null) {
          queue = ready = new ConcurrentLinkedQueue<>();
        }
      }
    }
    queue.add(work);
    engine.signal();
    if (thread != Thread.currentThread()) {
      LockSupport.unpark(thread); // it may wait for just this, taking nothing foreign
    }
  }

  /** Makes the thread forget all work; called when its outermost scope has ended. */
  public void rest() {
    if (member && !own) {
      deque.clean();
      if (deque.size() <= 0) {
        engine.part(this);
        member = false;
      }
    }
  }

  /** Runs work now. */
  public void run(Work work, boolean splits) {
    Object scope = innermost;
    int outer = depth;
    innermost = null;
    running++;
    try {
      work.run(this, splits);
    } finally {
      running--;
      innermost = scope;
      depth = outer;
    }
  }

  /** Throws a StackOverflowError now if there is no stack left for taking, running and finishing work. */
  public static void headroom() {
    headroom(HEADROOM_FRAMES, 0, 0, 0, 0);
  }

  private static long headroom(int frames, long a, long b, long c, long d) {
    return frames == 0 ? a : headroom(frames - 1, b + frames, c + a, d, a) + b + c + d;
  }

  /**
   * Runs other work until {@code target} is done.
   *
   * @return false if the thread was interrupted before; then its interrupt status is cleared
   */
  public boolean await(Work target) {
    return await(target, false);
  }

  /**
   * The same for the oldest work of a scope. If it is the only scope of the thread, its work is run from the oldest on, so
   * that what has been done can be replayed rather than kept.
   */
  public boolean awaitOldest(Work target) {
    return await(target, depth == 1 && shuffle == null);
  }

  private boolean await(Work target, boolean oldestFirst) {
    Object scope = target.scope();
    fed();
    try {
      while (!target.done()) {
        if (Thread.interrupted()) {
          return false;
        }
        boolean foreigners = takesForeign();
        Work work = oldestFirst ? deque.steal() : null;
        if (work == null) {
          work = next(scope, foreigners);
        }
        if (work != null) {
          fed();
          help(work, scope);
          continue;
        }
        if (looks == 0 && times != null) {
          times.turn(Spent.WAITING); // what is run then, and the scope at the end, turn to something else
        }
        if (!spin(foreigners)) {
          park(target, foreigners);
        }
      }
      return true;
    } finally {
      if (spins) {
        fed();
        if (anyWork()) {
          engine.signal(); // whoever has pushed that counted on this thread
        }
      }
    }
  }

  /** Nothing was found: waits a moment before the next look; false if it has looked for long enough. */
  private boolean spin(boolean foreigners) {
    if (looks == 0) {
      sleepsAt = System.nanoTime() + SPIN_NANOS;
      if (foreigners) {
        engine.spinners.incrementAndGet();
        spins = true;
      }
    }
    if (++looks < SPINS) {
      Thread.onSpinWait();
      return true;
    }
    if (System.nanoTime() < sleepsAt) {
      Thread.yield();
      return true;
    }
    stopSpinning();
    return false;
  }

  private void stopSpinning() {
    if (spins) {
      spins = false;
      engine.spinners.decrementAndGet();
    }
  }

  /**
   * The thread was interrupted while it waited for {@code target}, and its status is cleared: as in the serial program,
   * one of the scope's calls has the interrupt, if one of them takes it; else it is this thread's again. Runs work of
   * the scope until then, or until {@code target} is done.
   */
  public void passInterrupt(Work target) {
    Object scope = target.scope();
    Interrupts.Passed passed = null;
    boolean mine = true;
    while (mine || passed != null) {
      if (passed != null && passed.isOver()) {
        mine |= passed.wasLeft();
        passed = null;
        continue;
      }
      if (mine && target.done()) {
        break;
      }
      if (mine && passed == null) { // what runs elsewhere comes first in program order, as a rule
        passed = engine.interrupt(scope);
        mine = passed == null;
      }
      Work work = next(scope, false);
      if (work != null) {
        if (mine) {
          thread.interrupt();
        }
        run(work, false);
        mine = Thread.interrupted();
        continue;
      }
      LockSupport.parkNanos(target, INTERRUPT_NANOS);
      mine |= Thread.interrupted();
    }
    if (mine) {
      thread.interrupt();
    }
  }

  /** Waits until {@code target} is done, running work of its scope only; an interrupt does not end it. */
  public void drain(Work target) {
    Object scope = target.scope();
    boolean interrupted = false;
    while (!target.done()) {
      interrupted |= Thread.interrupted();
      Work work = next(scope, false);
      if (work != null) {
        run(work, false);
      } else {
        if (times != null) {
          times.turn(Spent.WAITING);
        }
        park(target, false);
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void help(Work work, Object scope) {
    if (work.scope() == scope) {
      run(work, true);
      return;
    }
    foreign++;
    try {
      run(work, false);
    } finally {
      foreign--;
    }
  }

  private boolean takesForeign() {
    return deadline == null && foreign < FOREIGN_DEPTH && depth < FOREIGN_SCOPES;
  }

  private Work next(Object scope, boolean foreigners) {
    if (shuffle != null && foreigners && shuffle.oneIn(3)) {
      Work work = steal();
      if (work != null) {
        return work;
      }
    }
    Work mine = deque.peek();
    if (mine != null && (foreigners || mine.scope() == scope)) {
      mine = deque.pop();
      if (mine != null) {
        return shuffle == null && mine.scope() == scope ? earliest(mine, scope) : mine;
      }
    }
    Queue<Work> queue = ready;
    if (queue != null) {
      for (Work work : queue) {
        if ((foreigners || work.scope() == scope) && queue.remove(work)) {
          return work;
        }
      }
    }
    return foreigners ? steal() : null;
  }

  /**
   * The earliest of the last few pieces of work of a scope, of which {@code last} has been taken off the deque. If it
   * fails, the later ones need not run at all; the other way round each level of a recursion would run them all.
   */
  private Work earliest(Work last, Object scope) {
    Work first = last;
    int n = 0;
    while (n < FEW) {
      Work below = deque.peek();
      Work popped = below != null && below.scope() == scope ? deque.pop() : null;
      if (popped == null) {
        break;
      }
      boolean earlier = popped.place() < first.place();
      few[n++] = earlier ? first : popped;
      first = earlier ? popped : first;
    }
    while (n > 0) {
      deque.push(few[--n]);
      few[n] = null;
    }
    return first;
  }

  private Work steal() {
    Worker[] members = engine.members;
    int n = members.length;
    int start = shuffle != null ? shuffle.below(n + 1) : scan++ & Integer.MAX_VALUE;
    for (int i = 0; i < n; i++) {
      Worker victim = members[(start + i) % n];
      if (victim == null) {
        continue;
      }
      Work work = victim.deque.steal();
      if (work == null) {
        Queue<Work> queue = victim.ready;
        work = queue == null ? null : queue.poll();
      }
      if (work != null) {
        stopSpinning();
        if (victim.deque.hasWork()) {
          engine.signal();
        }
        return work;
      }
    }
    return null;
  }

  private boolean anyWork() {
    for (Worker victim : engine.members) {
      if (victim != null && (victim.deque.hasWork() || victim.ready != null && !victim.ready.isEmpty())) {
        return true;
      }
    }
    return false;
  }

  private void park(Work target, boolean foreigners) {
    target.waiter(thread);
    if (!foreigners) {
      if (!target.done() && !ownReady(target.scope())) {
        LockSupport.park(target);
      }
    } else {
      engine.sleepers.add(this);
      if (!target.done() && !anyWork()) {
        sleep(target);
      }
      if (!engine.sleepers.remove(this) && target.done()) {
        engine.signal(); // the call to work came to us, and we are leaving
      }
    }
    target.waiter(null);
  }

  /** Parks; where somebody listens, only until it is time to ask for work again. */
  private void sleep(Object blocker) {
    if (Demand.read) {
      LockSupport.parkNanos(blocker, patience);
      patience = Math.min(2 * patience, MOST_PATIENCE_NANOS);
    } else {
      LockSupport.park(blocker);
    }
  }

  /** There is something to do. */
  private void fed() {
    stopSpinning();
    looks = 0;
    patience = PATIENCE_NANOS;
  }

  private boolean ownReady(Object scope) {
    Queue<Work> queue = ready;
    if (queue != null) {
      for (Work work : queue) {
        if (work.scope() == scope) {
          return true;
        }
      }
    }
    return false;
  }

  /** One round of an engine's own thread: some work, or a sleep. */
  void serve(ThreadsEngine engine) {
    Work work = deque.pop();
    while (work == null) {
      work = steal();
      if (work == null && !spin(true)) {
        break;
      }
    }
    if (work != null) {
      fed();
      interrupts.begin(work);
      run(work, true);
      interrupts.end();
      return;
    }
    deque.clean();
    engine.sleepers.add(this);
    if (!anyWork() && !engine.closed()) {
      sleep(engine);
    }
    engine.sleepers.remove(this);
  }
}
