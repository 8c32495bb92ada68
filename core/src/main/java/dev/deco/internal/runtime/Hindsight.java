package dev.deco.internal.runtime;

/**
 * Whether what is done on trust for tasks of a site had better not be done, as a smoothed measurement of how many proved
 * it wrong: had looked too early, say, at a collection that tasks before them change.
 *
 * <p><b>Concurrency:</b> read and written by any thread without order; a lost update loses one measurement.
 */
final class Hindsight {
  private static final int ONE = 1 << 10;
  private static final int OFTEN = ONE / 4;
  private static final int FORGOTTEN = 8;
  private static final int FEWEST = 8;
  private static final int MOST = 1 << 12;
  private static final int MANY = 64;

  private int early;           // so many in ONE
  private int waits;           // so many times more
  private int penalty = FEWEST;
  private int inTime;          // so many one after the other had not looked too early

  /** The turn of a task has come that did not wait: whether it had looked too early. */
  void settled(boolean tooEarly) {
    if (!tooEarly && early < FORGOTTEN && inTime > MANY) {
      return; // several threads may be here all the time: nothing is written to what they read
    }
    early += ((tooEarly ? ONE : 0) - early) / 8;
    inTime = tooEarly ? 0 : inTime + 1;
    if (early > OFTEN && waits == 0) {
      waits = penalty;
      penalty = Math.min(MOST, penalty * 2);
      early = 0;
    } else if (inTime == MANY) {
      penalty = Math.max(FEWEST, penalty / 2);
      inTime = 0;
    }
  }

  /** Whether the next one is to wait. */
  boolean waits() {
    if (waits == 0) {
      return false;
    }
    waits--;
    return true;
  }
}
