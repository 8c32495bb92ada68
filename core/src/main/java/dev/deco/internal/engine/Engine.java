package dev.deco.internal.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Where tasks run. An engine knows its workers: threads of its own, and the threads whose scopes it serves.
 *
 * <p><b>Concurrency:</b> all methods may be called on any thread.
 */
public abstract class Engine implements AutoCloseable {
  public final String name;
  /** How many threads may run tasks of one scope, its own thread included. */
  public final int workers;
  /** Whether every call runs in place. */
  public final boolean sequential;
  /** The seed of shuffled decisions, or null. */
  public final Long seed;
  /** Who hears what scopes do, or null. */
  public final Observer observer;
  /** How its time is measured, or null. */
  public final Timing timing;
  public final long startNanos = System.nanoTime();

  final Sleepers sleepers = new Sleepers();
  /** How many workers, awake, look for work: who pushes some need not wake another one. */
  final AtomicInteger spinners = new AtomicInteger();
  volatile Worker[] members = {}; // whose work may be stolen; holes are null; written under this
  private final List<Worker> known = new ArrayList<>(); // guarded by this
  private final Counters ended = new Counters();        // of workers whose threads have ended; guarded by this
  private int pruneAt = 64;                             // guarded by this

  Engine(String name, int workers, boolean sequential, Long seed, Observer observer, Timing timing) {
    this.name = name;
    this.workers = workers;
    this.sequential = sequential;
    this.seed = seed;
    this.observer = observer;
    this.timing = timing;
  }

  /** Tells idle workers that work was pushed. Cheap when all are busy. */
  public abstract void signal();

  /** Where tasks of a method run, which is named as in {@code pkg.Main.f(int,double)}. */
  public Place place(String method) {
    return sequential ? Place.HERE : Place.WORKERS;
  }

  /** Runs work on a thread of its own; false if there are too many already, or none. */
  public boolean start(Work work) {
    return false;
  }

  /** Stops the engine's own threads and waits for them. All scopes must have ended. */
  @Override
  public abstract void close();

  /** Whether somebody would take work if there were some. */
  public boolean hungry() {
    return spinners.get() > 0 || sleepers.any();
  }

  /** How many threads of its own it may have. */
  public int helpers() {
    return 0;
  }

  /** Interrupts a thread of the engine's own that runs work of the scope; {@code null} where there is none. */
  Interrupts.Passed interrupt(Object scope) {
    for (Worker worker : members) {
      Interrupts.Passed passed = worker == null ? null : worker.interrupts.pass(scope);
      if (passed != null) {
        return passed;
      }
    }
    return null;
  }

  synchronized void join(Worker worker) {
    Worker[] old = members;
    for (int i = 0; i < old.length; i++) {
      if (old[i] == null) {
        Worker[] next = old.clone();
        next[i] = worker;
        members = next;
        return;
      }
    }
    Worker[] next = Arrays.copyOf(old, old.length + 1);
    next[old.length] = worker;
    members = next;
  }

  synchronized void part(Worker worker) {
    Worker[] next = members.clone();
    for (int i = 0; i < next.length; i++) {
      if (next[i] == worker) {
        next[i] = null;
      }
    }
    members = next;
  }

  synchronized void know(Worker worker) {
    if (known.size() >= pruneAt) {
      known.removeIf(w -> {
        boolean gone = !w.thread.isAlive();
        if (gone) {
          ended.add(w.counters);
        }
        return gone;
      });
      pruneAt = 2 * Math.max(32, known.size());
    }
    known.add(worker);
  }

  /** All workers whose threads have not been found to have ended. */
  public synchronized List<Worker> workers() {
    return List.copyOf(known);
  }

  /** What all workers have counted so far. */
  public synchronized Counters counted() {
    Counters sum = new Counters();
    sum.add(ended);
    for (Worker worker : known) {
      sum.add(worker.counters);
    }
    return sum;
  }

  /** Nanoseconds that its own threads have spent on tasks, whose time is measured. */
  public synchronized long helpedNanos() {
    return known.stream().filter(Worker::isOwn).mapToLong(worker -> worker.counters.busy()).sum();
  }
}
