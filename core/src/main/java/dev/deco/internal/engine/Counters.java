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
  }
}
