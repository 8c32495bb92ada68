package dev.deco.internal.runtime;

import dev.deco.internal.engine.Observer.Event;
import dev.deco.internal.engine.Place;
import dev.deco.internal.engine.Worker;

/**
 * Which calls of a scope run in place: all where there is one worker, and else those that cost less than a row of a batch
 * does, the first few after each sync, those that would be waited for at once, and those of which workers have enough.
 * They are allowed many at a time, as a budget in nanoseconds, and the clock is looked at when it has been spent.
 *
 * <p><b>Concurrency:</b> on the scope's own thread.
 */
public abstract sealed class InPlace extends Outstanding permits Activation {
  private static final long NOTHING = -1;
  private static final long ENDLESS = Long.MAX_VALUE;
  static final int SURPLUS = 3;                          // untaken tasks that keep thieves busy for a while
  private static final int DEEP = 256;                   // nested scopes of a thread beyond which nothing is spawned
  private static final int FIRST_NANOS = 2_000;          // how long tasks run in place before the clock is looked at
  private static final int TIMED_SCOPES = 16;            // one of so many looks at the clock when its first tasks begin
  private static final int MOST_NANOS = 20_000;          // and how long at most

  final int depth;
  private final boolean sequential;
  private long budget;                     // nanoseconds that may yet be spent in place; NOTHING if rows are outstanding
  private long granted;                    // what the budget was when it was given
  private long grantedAt;                  // by the clock, if it has been looked at
  private boolean timed;                   // it has
  private int grantedCost;                 // of one call
  private Site grantee;                    // whose calls run in place
  private Contest viewer;                  // of the one whose tasks have views
  private long viewedAt;                   // since when, by the clock
  private int viewedRows;                  // how many
  private int stretch;                     // how much may be given next
  private int lead;                        // how much of that before the first row
  private int roundCost;                   // of the calls that were last allowed together
  private boolean fresh = true;            // the budget has not been given out since the log was last empty
  private Grain leader;                    // of the first row since the last sync

  InPlace(Worker worker, boolean byHand) {
    super(worker, byHand);
    sequential = worker.engine.sequential || worker.careful || worker.locks > 0
        || !byHand && Thread.currentThread().isInterrupted(); // the first call that blocks is to find it so
    budget = sequential ? ENDLESS : NOTHING;
    depth = ++worker.depth;
  }

  /**
   * Whether a call of this site is to run in place now, its statement at once. Only when nothing is outstanding.
   */
  public boolean direct(Site s) {
    long left = budget - s.grain.nanos;
    if (left >= 0) {
      budget = left;
      counters.inlined += s.tasks;
      return true;
    }
    return allowsDirect(s, s.grain.nanos);
  }

  private boolean allowsDirect(Site s, int cost) {
    if (!log.isEmpty()) {
      return false;
    }
    if (s.tasks == 0) {
      return true;
    }
    if (sequential) {
      budget = ENDLESS;
      counters.inlined++;
      return true;
    }
    if (graph != null) {
      return false;
    }
    if (depth > DEEP || worker.shuffle != null && worker.shuffle.oneIn(4)) {
      counters.inlined++;
      return true;
    }
    if (worker.shuffle != null) {
      return false;
    }
    if (place(s) == Place.HERE) {
      counters.inlined++;
      return true;
    }
    if (cost == Grain.UNKNOWN) {
      return false;
    }
    if (s.grain.isAlone()) {
      counters.inlined++;
      if (strands != null) {
        strands.ranAlone(s);
      }
      return true;
    }
    if (s.grain.recurs) {
      boolean here = worker.surplus() >= SURPLUS;
      counters.inlined += here ? 1 : 0;
      return here;
    }
    if (s.views && !s.ordered && s.contest.isInPlace(cost)) {
      return grants(Contest.TURN_NANOS, cost, s);
    }
    if (fresh) {
      fresh = false;
      leader = s.grain;
      lead = s.grain.trusted() ? s.grain.lead : 0;
      stretch = FIRST_NANOS;
    } else if (s == grantee && granted > 0 && timed && !s.views
        && s.grain.surprises(used(), worker.nanos() - grantedAt, s.worthRow())) {
      spend();
      return false;
    }
    if (lead >= cost) {
      int some = Math.min(lead, Math.max(stretch, cost));
      lead -= some;
      return grants(some, cost, s);
    }
    return grants(s.isFine(cost) ? stretch : 0, cost, s);
  }

  /** Lets tasks of this cost run in place for so many nanoseconds, if that is enough for one. */
  private boolean grants(int nanos, int cost, Site s) {
    spend();
    if (nanos < cost) {
      return false;
    }
    timed = s.views || stretch > FIRST_NANOS || counters.scopes % TIMED_SCOPES == 0;
    grantedAt = timed ? worker.nanos() : 0;
    stretch = Math.min(MOST_NANOS, 2 * stretch);
    granted = nanos;
    grantedCost = cost;
    grantee = s;
    budget = nanos - cost;
    counters.inlined++;
    return true;
  }

  /**
   * How many calls of a site may be made in place, one after the other, before this scope wants to be asked again; 0: it
   * wants to be asked for each. They count as made; {@link #rest} takes back what was not.
   */
  public int rounds(Site s) {
    if (Coverage.IS_COUNTED && s.plain() != null) {
      return 0; // it would not count what runs in another method
    }
    int cost = s.grain.nanos;
    if (budget < cost) {
      return worker.shuffle == null || !log.isEmpty() ? 0 : shuffledRounds();
    }
    int rounds = (int) Math.min(budget / cost, Integer.MAX_VALUE);
    budget -= (long) rounds * cost;
    roundCost = cost;
    counters.inlined += rounds;
    return rounds;
  }

  /** The same for a loop with one more site, when so many calls were allowed without it. */
  public int rounds(int allowed, Site s) {
    if (allowed == 0 || worker.shuffle != null || s.grain.nanos <= roundCost) {
      return allowed;
    }
    rest(allowed);
    return rounds(s);
  }

  /** How far a loop that adds {@code step} in each round may go from {@code at}, with so many calls allowed. */
  public static int limit(int at, int allowed, int step, int bound) {
    return (int) Math.min(bound, at + (long) allowed * step);
  }

  /** Where such a loop ends. */
  public static int end(int at, int allowed, int step, int bound) {
    int limit = limit(at, allowed, step, bound);
    return limit <= at ? at : at + (int) (((long) limit - at + step - 1) / step * step);
  }

  private int shuffledRounds() {
    roundCost = 0;
    int rounds = worker.shuffle.oneIn(4) ? 1 + worker.shuffle.below(4) : 0;
    counters.inlined += rounds;
    return rounds;
  }

  /** Some of the calls that {@link #rounds} has allowed have not been made; below 0: more have. */
  public void rest(int calls) {
    budget += (long) calls * roundCost;
    counters.inlined -= calls;
  }

  /** Whether calls of a cost are still to run in place before rows are gathered. */
  final boolean leads(int cost) {
    return fresh || lead >= cost || sequential || depth > DEEP;
  }

  /** How much of the budget has been used. */
  private long used() {
    return granted - Math.max(0, budget);
  }

  /** Takes back what is left of the budget, and counts the rest as time in tasks, unless a task's time includes it. */
  final void spend() {
    if (granted > 0) {
      long used = used();
      if (worker.running == 0) {
        counters.taskNanos += used;
      }
      if (strands != null) {
        strands.ranByChoice(grantee, used);
      }
      if (grantee.contest != null && used > 0) {
        grantee.contest.ranInPlace(Math.max(1, used / grantedCost), worker.nanos() - grantedAt);
      }
      granted = 0;
    }
    budget = NOTHING;
  }

  /** Whether a call with a pending value is to run in place now. Rows may be outstanding. */
  public boolean inPlace(Site s) {
    if (s.views || s.ordered) {
      return inPlaceIfFirst(s);
    }
    if (sequential || worker.surplus() >= SURPLUS && !failed() && graph == null && worker.shuffle == null && !s.prints
        && place(s) != Place.VIRTUAL) {
      counters.inlined++;
      return true;
    }
    return allowsInPlace(s);
  }

  /**
   * The same where nothing that is outstanding may come to light later: a handler would see what the call has changed.
   */
  public boolean inPlaceAlone(Site s) {
    return log.isEmpty() && inPlace(s);
  }

  /** Only when nothing is outstanding that it may have to wait for. */
  private boolean inPlaceIfFirst(Site s) {
    if (!log.isEmpty() || !sequential && !allowsInPlace(s)) {
      return false;
    }
    counters.inlined += sequential ? 1 : 0;
    return true;
  }

  private boolean allowsInPlace(Site s) {
    if (failed() || s.keepsOutput() && !log.isEmpty() || graph != null) {
      return false;
    }
    boolean here;
    if (place(s) == Place.HERE) {
      here = true;
    } else if (worker.shuffle != null) {
      here = depth > DEEP || worker.shuffle.oneIn(2);
    } else {
      Grain grain = s.grain;
      here = depth > DEEP || grain.nanos < Grain.TASK_NANOS && !grain.nests && grain.trusted();
    }
    if (here) {
      counters.inlined++;
      if (strands != null && s.grain.known()) {
        strands.ranByChoice(s, s.grain.nanos);
      }
    }
    return here;
  }

  /** A row has been added whose task has views. If the next calls had better run in place, nothing stays outstanding. */
  final void takeTurns(Site s, long now) {
    if (viewedRows++ == 0) {
      viewer = s.contest;
      viewedAt = now;
    } else if (viewer != s.contest) {
      viewer = null;
    } else if (now - viewedAt > Contest.TURN_NANOS && !s.ordered && graph == null && worker.shuffle == null
        && s.contest.isInPlace(s.grain.nanos)) {
      raise();
    }
  }

  @Override
  void emptied(boolean helped) {
    if (leader != null) {
      leader.learn(helped);
      leader = null;
    }
    if (viewer != null) {
      viewer.viewed(viewedRows, worker.nanos() - viewedAt);
      viewer = null;
    }
    viewedRows = 0;
    fresh = true;
    budget = NOTHING;
  }

  @Override
  final int depth() {
    return depth;
  }

  boolean sequential() {
    return sequential;
  }

  final Place place(Site s) {
    return s.place(worker.engine);
  }

  /** A concurrent method runs as a plain call here. */
  public void ranInPlace() {
    observe(Event.IN_PLACE);
    counters.inlined++;
    if (strands != null) {
      strands.callsInPlace();
    }
  }
}
