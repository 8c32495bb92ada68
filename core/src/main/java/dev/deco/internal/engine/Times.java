package dev.deco.internal.engine;

/**
 * Where the time of one worker goes, from one turn to the next. There is one only where statistics are wanted.
 *
 * <p><b>Concurrency:</b> used by the worker's own thread.
 */
public class Times {
  private final Timing timing;
  private final Counters counters;
  private Spent kind = Spent.OUTSIDE;
  private long since;

  protected Times(Timing timing, Counters counters) {
    this.timing = timing;
    this.counters = counters;
  }

  /** The time, in nanoseconds from some start. */
  public final long now() {
    return timing.clock.getAsLong();
  }

  /** When the last turn was. */
  protected final long since() {
    return since;
  }

  /** What the time since the last turn is spent on. */
  protected final Spent kind() {
    return kind;
  }

  /** The thread begins to spend its time on something else, or on more of the same; nanoseconds since the last turn. */
  public final long turn(Spent next) {
    long now = now();
    long spent = now - since;
    counters.spent[kind.ordinal()] += spent;
    since = now;
    kind = next;
    return spent;
  }
}
