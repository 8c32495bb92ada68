package dev.deco.internal.runtime;

/**
 * What one task of a site costs, as a smoothed measurement, and the batch sizes that follow from it.
 *
 * <p><b>Concurrency:</b> read and written by any thread without order; a lost update loses one measurement.
 */
final class Grain {
  /** A batch is worth sending when it costs this much. */
  static final int BATCH_NANOS = 30_000;
  /** Work below this is not worth waking a sleeping worker. */
  static final int WAKE_NANOS = 15_000;
  /** Tasks below this cost less than a row of a batch does. */
  static final int FINE_NANOS = 12;
  /** The same for a row that says what it touches. */
  static final int FINE_ORDERED_NANOS = 700;
  /** A pending value below this costs less than its Task does. */
  static final int TASK_NANOS = 1_000;

  /** A range of a loop costs about so much, if the loop is long enough. */
  static final int RANGE_NANOS = 100_000;
  /** Work below this is not worth a batch of its own, */
  static final int LEAST_RANGE_NANOS = 5_000;
  /** and this the least that is worth the help of others where nothing is outstanding. */
  static final int FIRST_RANGE_NANOS = 40_000;
  /** Tasks below this cost less than a row of a range does, */
  private static final int FINE_RANGE_NANOS = 3;
  /** and so do those that cost less than this many tenths of what it takes to replay one; */
  private static final int FINE_RANGE_TENTHS = 15;
  /** those above this cost more, even if the clock has seen what their loop does besides. */
  static final int WORTH_RANGE_NANOS = 6;
  private static final int MOST_TENTHS = 4096;
  private static final int FORGET = 64;
  private static final int MAX_RANGE_ROWS = 1 << 13;

  /** Where consecutive tasks share a view, what they change once more in it need not be replayed: the more, the better. */
  private static final int SHARING_NANOS = 50_000_000;
  private static final int MAX_SHARING_ROWS = 1 << 13;

  private static final int LEAST_LEAD_NANOS = 10_000;
  private static final int MOST_LEAD_NANOS = 80_000;
  private static final int MAX_ROWS = 1024;
  private static final int MAX_SLOTS = 4096;
  private static final int SLOT_BYTES = 4;
  private static final int PRINTED_SLOTS = 64;
  private static final int MOST_PRINTED_SLOTS = 8192; // a scope has some hundred rows outstanding, however long their texts

  /** While nothing is known: more than any budget. */
  static final int UNKNOWN = Integer.MAX_VALUE;

  /** Nanoseconds of a task, at least 1; 0 where there are no tasks. */
  int nanos;
  /** What a row takes of the backlog for what its task prints: an empty one's objects, and the longest so far. */
  int printedSlots = PRINTED_SLOTS;
  /** Whether tasks of this site open scopes. */
  boolean nests;
  /** Whether they begin a recursion: what one of them takes says nothing about the next one. */
  boolean recurs;

  /** Nanoseconds of tasks that a scope runs in place before it gathers rows. */
  int lead = LEAST_LEAD_NANOS;

  private static final int PROBE_EVERY = 64;

  /** So many tasks alone, one after the other, and the next ones are run in place. */
  private static final int OFTEN_ALONE = 8;
  /** Above, a task alone is still worth a worker: the scope may do something meanwhile. */
  private static final int ALONE_NANOS = 20_000;

  private final int maxRows;
  /** For so long rows are gathered at most: what the scope's own code allocates meanwhile for them is kept with them. */
  private static final int GATHER_NANOS = 100_000;
  private static final int FIRST_GATHERED = 4;

  /** How many rows may be gathered, by the time that the scope's code takes for each. */
  int gathers = FIRST_GATHERED;

  private int replayTenths; // of a nanosecond, for a row of a range
  private int alone;
  private int trial = 1;
  private int probes;
  private int around; // nanoseconds of a call in place, with what the scope does besides, when they last surprised

  Grain(int longs, int refs, boolean tasks) {
    nanos = tasks ? UNKNOWN : 0;
    maxRows = Math.max(1, Math.min(MAX_ROWS, MAX_SLOTS / Math.max(1, longs + refs)));
  }

  void observe(int rows, long elapsed) {
    long measured = Math.max(1, Math.min(elapsed / rows, UNKNOWN - 1));
    long before = nanos;
    if (before == UNKNOWN && 2 * measured > around) {
      around = 0; // it was the tasks that took so long
    }
    // Noise only ever makes a task look longer, so the estimate falls faster than it rises.
    nanos = (int) (before == UNKNOWN ? measured
        : measured < before ? before - (before - measured + 1) / 2 : before + (measured - before) / 4);
  }

  /** A task has printed so much. */
  void printed(int bytes) {
    printedSlots = Math.max(printedSlots, Math.min(PRINTED_SLOTS + bytes / SLOT_BYTES, MOST_PRINTED_SLOTS));
  }

  /** How many rows make a batch that is worth {@code worth} nanoseconds. */
  int rows(int worth) {
    int each = nanos;
    if (each == UNKNOWN) {
      return trial;
    }
    return Math.max(1, Math.min(maxRows, worth / each));
  }

  /** So many rows of a limit have been gathered in a while. */
  void gathered(int rows, int limit, long elapsed) {
    if (elapsed > GATHER_NANOS) {
      gathers = Math.max(1, rows / 2);
    } else if (rows == limit && limit == gathers) {
      gathers = Math.min(MAX_SHARING_ROWS, 2 * gathers);
    }
  }

  /** How many rows make a batch if they share views. */
  int sharing() {
    return Math.max(1, Math.min(MAX_SHARING_ROWS, SHARING_NANOS / nanos));
  }

  /** Rows of a range have been replayed. */
  void replayed(int rows, long elapsed) {
    long tenths = Math.min(10 * elapsed / rows, MOST_TENTHS);
    replayTenths += (int) (tenths - replayTenths) / 4;
  }

  /**
   * Whether a task is not worth a row of a range, though it may not be worth a row by itself either. What is known of
   * replays is forgotten little by little, so that it is measured again.
   */
  boolean isFineInRange() {
    if (nanos < FINE_RANGE_NANOS || nanos > FINE_NANOS) {
      return nanos < FINE_RANGE_NANOS;
    }
    boolean fine = 100 * nanos < FINE_RANGE_TENTHS * (replayTenths + 10);
    if (fine) {
      replayTenths -= replayTenths / FORGET + 1;
    }
    return fine;
  }

  /** How many rows of a loop are stored at once, where it has so many. */
  int range() {
    return Math.max(1, Math.min(MAX_RANGE_ROWS, RANGE_NANOS / nanos));
  }

  boolean known() {
    return nanos != UNKNOWN;
  }

  /** A batch of unknown cost has been sent: the next one may be twice as large. */
  void tried() {
    trial = Math.min(maxRows, trial * 2);
  }

  /** A scope has synced: if nobody had time to help it, the next one does more in place first. */
  void learn(boolean helped) {
    lead = helped ? Math.max(LEAST_LEAD_NANOS, lead / 2) : Math.min(MOST_LEAD_NANOS, lead * 2);
  }

  /** A scope has waited: whether for one task, with nothing else outstanding, which it then ran itself. */
  void waited(boolean forOneAlone) {
    alone = forOneAlone ? Math.min(OFTEN_ALONE, alone + 1) : 0;
  }

  /** Whether the next task had better run in place, if nothing is outstanding: it would be waited for at once. */
  boolean isAlone() {
    return alone == OFTEN_ALONE && nanos < ALONE_NANOS && trusted();
  }

  /** Whether to go on in place; now and then not, so that the measurement stays fresh. */
  boolean trusted() {
    return ++probes % PROBE_EVERY != 0;
  }

  /**
   * Whether calls in place that were expected to take so long took so much longer that tasks are to be measured again:
   * the clock has also seen what the scope did besides, which is known once it has surprised.
   */
  boolean surprises(long expected, long elapsed, int fine) {
    long each = Math.max(1, elapsed / Math.max(1, expected / nanos));
    boolean surprise = each > Math.max(fine, 2L * Math.max(nanos, around));
    if (surprise || each < around / 2) {
      around = (int) Math.min(each, UNKNOWN);
    }
    if (each < nanos) {
      nanos = (int) each;
    } else if (surprise) {
      nanos = UNKNOWN;
      trial = (int) Math.max(1, Math.min(maxRows, BATCH_NANOS / each));
    }
    return surprise;
  }

  int maxRows() {
    return maxRows;
  }
}
