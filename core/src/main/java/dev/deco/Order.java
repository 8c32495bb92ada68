package dev.deco;

/**
 * How the tasks of a scope are kept in order where they touch the same data.
 *
 * <p><b>Concurrency:</b> constants; both orders give the results of the serial program.
 */
public enum Order {
  /** Before a call that conflicts with an earlier task the scope syncs: it waits for all its tasks. */
  BY_SYNC,

  /**
   * The scope goes on, and the task starts when the earlier tasks that it conflicts with have ended: those that last
   * wrote what it reads, and those that last wrote or since read what it writes; object by object, arrays by sections,
   * in program order. So plain loops over tasks on blocks of data run as their task graph.
   *
   * <p>Collections that tasks change are ordered like other objects: tasks get no views of them, and those that change
   * one collection run one after the other.
   */
  BY_DATA
}
