package dev.deco.internal.engine;

import java.lang.invoke.VarHandle;
import java.util.ArrayList;
import java.util.List;

/**
 * Tasks run on daemon threads that steal work from each other. The thread of a scope is one of the workers, so there
 * are {@code workers - 1} threads; each starts when there is work that nobody is free to take.
 */
public final class ThreadsEngine extends Engine {
  private final List<WorkerThread> threads = new ArrayList<>(); // guarded by this
  private volatile int started;                                 // written under this
  private volatile int limit;                                   // how many may start; written under this
  private volatile boolean closed;

  /**
   * @param seed makes scheduling decisions pseudo-random, or null
   * @param observer hears what scopes do, or null
   */
  public ThreadsEngine(int workers, Long seed, Observer observer) {
    super("threads", workers, workers == 1 && seed == null && observer == null, seed, observer);
    limit = workers - 1;
    Demand.hungry |= limit > 0;
  }

  @Override
  public void signal() {
    VarHandle.fullFence();
    if (sleepers.any() && sleepers.wake()) {
      return;
    }
    if (started < limit) {
      start();
    }
  }

  @Override
  public boolean hungry() {
    return sleepers.any() || started < limit;
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
    if (limit == workers - 1) {
      System.err.println("deco: the system gives no more threads after " + threads.size() + " of " + (workers - 1)
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
