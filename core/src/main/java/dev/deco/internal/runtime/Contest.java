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

  /** If replaying takes this part of what the tasks take, in place may be faster. */
  private static final int PART = 4;
  /** What so few replays took may come from loading classes. */
  private static final int FEW = 256;
  private static final int OUTLIER = 4;
  /** In place must be faster by such a part to be preferred. */
  private static final int MARGIN = 5;
  /** The faster way goes on for at most so many times what the other one's last turn took. */
  private static final int LONGEST_REST = 64;

  // Nanoseconds of a call, smoothed; 0: not known.
  private long replay;
  private long viewed;
  private long inPlace;
  private int replays;
  private boolean prefersInPlace;
  private int rest = 1;
  private long again; // by the clock: when the other way has its next turn

  /** So many rows have been replayed in so many nanoseconds. */
  void replayed(int rows, long elapsed) {
    replays = Math.min(FEW, replays + rows);
    long now = Math.max(1, elapsed / rows);
    // what one replay took by the clock proves little; several in a row do
    replay = replay == 0 || now < replay ? now : replay + (Math.min(now, OUTLIER * replay) - replay) / OUTLIER;
  }

  /** From the first of so many rows on until all of them had been replayed it took so long. */
  void viewed(int rows, long elapsed) {
    viewed = smooth(viewed, elapsed / rows);
    decide(true, elapsed);
  }

  /** So many calls were made in place within so many nanoseconds. */
  void ranInPlace(long calls, long elapsed) {
    inPlace = smooth(inPlace, elapsed / calls);
    decide(false, elapsed);
  }

  /** What loses again rests twice as long: it may have lost only because it came before the JIT compiler. */
  private void decide(boolean withViews, long elapsed) {
    if (inPlace == 0 || viewed == 0) {
      return;
    }
    boolean before = prefersInPlace;
    prefersInPlace = inPlace < viewed - viewed / MARGIN;
    if (prefersInPlace != before) {
      rest = 1;
    }
    if (prefersInPlace == withViews || prefersInPlace != before) {
      again = System.nanoTime() + rest * elapsed;
      rest = Math.min(LONGEST_REST, 2 * rest);
    }
  }

  /** Whether the next calls are to run in place; {@code nanos}: what a task takes that has views. */
  boolean isInPlace(int nanos) {
    if (replays < FEW || replay <= nanos / PART || nanos > TURN_NANOS) {
      return false;
    }
    return inPlace == 0 || prefersInPlace == System.nanoTime() - again < 0;
  }

  /** Noise only ever makes calls look longer, so that estimates fall faster than they rise. */
  private static long smooth(long before, long now) {
    return Math.max(1, before == 0 ? now : now < before ? (before + now) / 2 : before + (now - before) / 4);
  }
}
