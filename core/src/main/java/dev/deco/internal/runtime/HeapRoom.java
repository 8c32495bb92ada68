package dev.deco.internal.runtime;

/**
 * How far a scope may run ahead of its oldest row, by what heap is left. The counts of rows and slots that bound a
 * backlog say nothing of what rows hold: arguments, results, views and printed text may be of any size. So the heap is asked.
 * Objects that nobody holds any more count until they are collected, so a full heap may have plenty of room: the scope
 * then only goes less far ahead, and never stops being parallel.
 *
 * <p><b>Concurrency:</b> may be asked on any thread.
 */
final class HeapRoom {
  /** Entries of a log, per worker, that are outstanding however full the heap is. */
  private static final int FEW = 4;
  /** The same while it is not very full. */
  private static final int MANY = 16;
  // Large arrays may take twice their size in regions of their own (G1), of which the JVM does not tell here.
  private static final int EIGHTHS_FULL = 3;
  private static final int EIGHTHS_VERY_FULL = 5;

  private HeapRoom() {}

  /** Whether so many entries are more than may be outstanding while a heap is tight. */
  static boolean isMuch(int entries, int workers) {
    return entries > (long) MANY * workers;
  }

  /** Whether a scope had better wait for its oldest row, with so many entries in its log. */
  static boolean isTight(int entries, int workers) {
    if (entries <= (long) FEW * workers) {
      return false;
    }
    Runtime jvm = Runtime.getRuntime();
    long eighth = jvm.maxMemory() / 8;
    long used = jvm.totalMemory() - jvm.freeMemory();
    return used > EIGHTHS_FULL * eighth && (isMuch(entries, workers) || used > EIGHTHS_VERY_FULL * eighth);
  }
}
