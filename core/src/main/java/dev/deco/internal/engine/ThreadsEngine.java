package dev.deco.internal.engine;

import java.lang.invoke.VarHandle;
import java.util.ArrayList;
import java.util.List;

/**
 * Tasks run on daemon threads that steal work from each other. The thread of a scope is one of the workers, so there
 * are {@code workers - 1} threads; each starts when there is work that nobody is free to take. Tasks of some methods,
 * or of all, may have another {@link Place}.
 */
public final class ThreadsEngine extends Engine {
  /** How many tasks may be on virtual threads at a time, where nothing else is said. */
  public static final int MOST_VIRTUAL = 1024;

  private final List<WorkerThread> threads = new ArrayList<>(); // guarded by this
  private volatile int started;                                 // written under this
  private volatile int limit;                                   // how many may start; written under this
  private volatile boolean closed;
  private final int mostThreads;
  private final Places places;
  private final VirtualThreads virtual;                         // null if no place is virtual

  /**
   * @param name in statistics
   * @param workers how many threads may run tasks; if the usual place of tasks is {@link Place#VIRTUAL}, how many
   *     of these
   * @param seed makes scheduling decisions pseudo-random, or null
   * @param observer hears what scopes do, or null
   * @param timing how its time is measured, or null
   */
  public ThreadsEngine(String name, int workers, Long seed, Observer observer, Places places, Timing timing) {
    super(name, workers, workers == 1 && !places.any(Place.VIRTUAL) && seed == null && observer == null, seed, observer,
        timing);
    boolean isVirtual = places.usual() == Place.VIRTUAL;
    int running = isVirtual ? Math.min(workers, Runtime.getRuntime().availableProcessors()) : workers;
    limit = places.any(Place.WORKERS) ? running - 1 : 0;
    this.places = places;
    virtual = places.any(Place.VIRTUAL) ? new VirtualThreads(this, isVirtual ? workers : MOST_VIRTUAL) : null;
    mostThreads = limit;
    Demand.hungry |= limit > 0;
  }

  /** Whether this Java has virtual threads. */
  public static boolean hasVirtual() {
    return VirtualThreads.available();
  }

  @Override
  public Place place(String method) {
    return places.of(method);
  }

  @Override
  public boolean start(Work work) {
    return virtual != null && virtual.start(work);
  }

  @Override
  public void signal() {
    VarHandle.fullFence();
    if (spinners.get() > 0) {
      return;
    }
    if (sleepers.any() && sleepers.wake()) {
      return;
    }
    if (started < limit) {
      start();
    }
  }

  @Override
  public boolean hungry() {
    return super.hungry() || started < limit;
  }

  @Override
  public int helpers() {
    return limit;
  }

  boolean closed() {
    return closed;
  }

  private void start() {
    WorkerThread thread;
    synchronized (this) {
      if (closed || started >= limit) {
        return;
      }
      thread = new WorkerThread(this, started + 1);
      join(thread.worker);
      threads.add(thread);
      started++;
      Demand.hungry = started < limit || sleepers.any();
    }
    try {
      thread.start();
    } catch (OutOfMemoryError e) { // the system gives no more threads; those there are do the work
      abandon(thread, e);
    }
  }

  private synchronized void abandon(WorkerThread thread, OutOfMemoryError cause) {
    part(thread.worker);
    threads.remove(thread);
    if (limit == mostThreads) {
      System.err.println("deco: the system gives no more threads after " + threads.size() + " of " + mostThreads
          + " (" + cause.getMessage() + "). Work goes on with these. Set deco.workers to a smaller number.");
    }
    limit = threads.size();
    started = limit;
  }

  @Override
  public void close() {
    List<WorkerThread> ending;
    synchronized (this) {
      closed = true;
      ending = List.copyOf(threads);
    }
    boolean interrupted = false;
    for (WorkerThread thread : ending) {
      while (thread.isAlive()) {
        java.util.concurrent.locks.LockSupport.unpark(thread);
        try {
          thread.join(10);
        } catch (InterruptedException e) {
          interrupted = true;
        }
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
