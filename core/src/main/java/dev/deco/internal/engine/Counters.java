package dev.deco.internal.engine;

/**
 * What one worker counted. Only the worker's own thread writes; whoever synced with it reads exact values, others read
 * recent ones.
 */
public final class Counters {
  public long scopes;
  public long spawned;
  public long inlined;
  public long syncs;
  public long forces;
  public long deferred;
  public long reruns;
  public long snapshots;
  public long edges;
  public long taskNanos;
  /** Nanoseconds by {@link Spent}; only where time is measured. */
  public final long[] spent = new long[Spent.values().length];

  public void add(Counters other) {
    scopes += other.scopes;
    spawned += other.spawned;
    inlined += other.inlined;
    syncs += other.syncs;
    forces += other.forces;
    deferred += other.deferred;
    reruns += other.reruns;
    snapshots += other.snapshots;
    edges += other.edges;
    taskNanos += other.taskNanos;
    for (int i = 0; i < spent.length; i++) {
      spent[i] += other.spent[i];
    }
  }

  public long spent(Spent on) {
    return spent[on.ordinal()];
  }

  /** Nanoseconds in scopes and tasks, whatever on. */
  public long busy() {
    long sum = -spent(Spent.OUTSIDE);
    for (long each : spent) {
      sum += each;
    }
    return sum;
  }
}
