package dev.deco.internal.runtime;

/**
 * Whether calls of a site whose tasks have views of collections had better run in place. A task that hardly does more
 * than to change a collection is replayed in the time that it takes, so that views only add to it. Where replays take a
 * good part of the tasks' time, both ways take turns for a while, by the clock; then the faster one goes on, and the
 * other one gets another turn now and then.
 *
 * <p><b>Concurrency:</b> read and written by any thread without order; a lost update loses one measurement.
 */
final class Contest {
  /** How long a turn takes, in nanoseconds of tasks. */
  static final int TURN_NANOS = 2_000_000;

  /** The faster way goes on for so many times what the other one's last turn took. */
  private static final int REST = 64;
  /** If replaying takes this part of what the tasks take, in place may be faster. */
  private static final int PART = 4;
  /** In place must be faster by such a part to be preferred. */
  private static final int MARGIN = 5;

  // Nanoseconds of a call, smoothed; 0: not known.
  private long replay;
  private long viewed;
  private long inPlace;
  private long again; // by the clock: when the slower way has its next turn

  /** So many rows have been replayed in so many nanoseconds. */
  void replayed(int rows, long elapsed) {
    replay = smooth(replay, elapsed / rows);
  }

  /** From the first of so many rows on until all of them had been replayed it took so long. */
  void viewed(int rows, long elapsed) {
    viewed = smooth(viewed, elapsed / rows);
    rest(isFaster(), elapsed);
  }

  /** So many calls were made in place within so many nanoseconds. */
  void ranInPlace(long calls, long elapsed) {
    inPlace = smooth(inPlace, elapsed / calls);
    rest(viewed != 0 && !isFaster(), elapsed);
  }

  private void rest(boolean slower, long elapsed) {
    if (slower) {
      again = System.nanoTime() + REST * elapsed;
    }
  }

  /** Whether the next calls are to run in place; {@code nanos}: what a task takes that has views. */
  boolean isInPlace(int nanos) {
    if (replay <= nanos / PART || nanos > TURN_NANOS) {
      return false;
    }
    return inPlace == 0 || isFaster() == System.nanoTime() - again < 0;
  }

  private boolean isFaster() {
    return inPlace < viewed - viewed / MARGIN;
  }

  /** Noise only ever makes calls look longer, so that estimates fall faster than they rise. */
  private static long smooth(long before, long now) {
    return Math.max(1, before == 0 ? now : now < before ? (before + now) / 2 : before + (now - before) / 4);
  }
}
