package dev.deco.internal.runtime;

import dev.deco.internal.engine.Counters;
import dev.deco.internal.engine.Spent;
import dev.deco.internal.engine.Times;
import dev.deco.internal.engine.Worker;
import dev.deco.internal.runtime.Path.Kind;

/**
 * What one worker runs, and how long the chains of dependencies are that lead there.
 *
 * <p><b>Concurrency:</b> used by the worker's own thread. Want of memory makes figures wrong and nothing else.
 */
final class Strands extends Times {
  /*
   * Work, span and where the span comes from, as in Cilkview and Cilkprof; see docs/decisions/081. A chain is known at
   * each point where a scope hands out tasks, waits, or ends: the clock is read there, never for a single call in place.
   */
  private static final long WORTH_A_LINE = 100_000; // nanoseconds for which to look at the stack
  private static final long ALWAYS_WORTH = 5_000_000;
  private static final int LOOKS = 50;              // that take no longer than that
  private static final long SHORT = 20_000;         // nanoseconds for which two readings of the clock are some
  private static final int RARELY = 1 << 16;

  private final Profile profile;
  private Strand strand;   // null outside of all scopes and tasks
  private long unseen;     // nanoseconds since the stack was last looked at
  private long worth = WORTH_A_LINE;
  private int every = 1;   // so many plain calls to one reading of the clock
  private int calls;

  Strands(Profile profile, Counters counters) {
    super(profile, counters);
    this.profile = profile;
  }

  /** Those of a worker, or {@code null} if nobody wants to know. */
  static Strands of(Worker worker) {
    return (Strands) worker.times;
  }

  // Of scopes.

  /** A scope begins, which is the thread's so manieth. */
  void entered(int depth) {
    if (strand == null) {
      turn(Spent.CODE);
      strand = new Strand(null, null, depth, Spent.OUTSIDE, Path.NONE);
      profile.began(strand, since());
    }
  }

  /** It has synced and ends. */
  void left(int depth) {
    Strand ended = strand;
    if (ended != null && ended.site == null && ended.depth == depth) {
      pause();
      Path whole = path();
      turn(Spent.OUTSIDE);
      strand = null;
      profile.ended(ended, whole, since());
    }
  }

  /** The scope's code has called the runtime. */
  void pause() {
    Spent before = kind();
    long spent = turn(Spent.RUNTIME);
    if (strand != null && (before == Spent.CODE || before == Spent.REPLAY)) {
      strand.code += spent;
      unseen += spent;
      if (strand.site == null) {
        code();
      }
    }
  }

  /** The scope's code goes on. */
  void goOn() {
    turn(Spent.CODE);
  }

  private void code() {
    if (unseen >= worth && strand.plain == null) {
      path(line());
    } else if (strand.plain != null) {
      path(null);
      strand.plain = null;
    }
  }

  /** A batch goes out. */
  void sends(Batch b) {
    try {
      if (b.course == null) {
        b.course = new Course();
      }
      b.course.after(path());
    } catch (OutOfMemoryError e) {
      // the batch goes out all the same
    }
  }

  /** The scope has waited for the end of a chain, if there is one. */
  void waited(Path end, Wait.Kind kind, Outstanding by) {
    long more = end == null || strand == null ? 0 : end.nanos - strand.nanos();
    if (more <= 0) {
      return;
    }
    try {
      unseen += more;
      Wait wait = profile.wait(kind, unseen >= worth ? line() : null);
      wait.by(by);
      Path own = path();
      strand.path = own.waitsFor(end, wait);
    } catch (OutOfMemoryError e) {
      // the chain looks shorter than it was
    }
  }

  /** Deferred statements are about to run. */
  void replays() {
    turn(Spent.REPLAY);
  }

  /**
   * They have run, on the scope's thread, after their tasks.
   *
   * @param earlier the chain up to the statements before, or null
   * @param tasks the chain up to the end of the tasks, or null
   * @return the chain up to here
   */
  Path replayed(Path earlier, Path tasks, Site site) {
    long spent = turn(Spent.RUNTIME);
    try {
      Path before = Path.later(earlier, tasks);
      Path own = path();
      strand.path = own.plus(Kind.REPLAY, site, spent);
      return before == null ? null : before.plus(Kind.REPLAY, site, spent);
    } catch (OutOfMemoryError e) {
      return earlier;
    }
  }

  /** Tasks of a site, perhaps among others, that were chosen to run in place have taken so long, by estimate. */
  void ranByChoice(Site site, long nanos) {
    chose(Kind.CHOSEN, site, nanos);
  }

  /** The same of a task that would have been waited for at once. */
  void ranAlone(Site site) {
    chose(Kind.ALONE, site, site.grain.nanos);
  }

  private void chose(Kind why, Site site, long nanos) {
    if (strand != null && strand.site == null && nanos > 0) {
      strand.chose(why, site, nanos);
    }
  }

  /** A call is about to be made in place, since its result is needed at once. */
  void callsInPlace() {
    if (strand == null || strand.site != null || kind() != Spent.CODE || strand.plain != null && ++calls < every) {
      return;
    }
    calls = 0;
    long spent = turn(Spent.CODE);
    if (strand.plain != null) {
      every = spent < SHORT ? Math.min(RARELY, 2 * every) : Math.max(1, every / 2);
    }
    strand.code += spent;
    unseen += spent;
    path(null);
    if (strand.plain == null || unseen >= worth) {
      strand.plain = line();
    }
  }

  private Line line() {
    long begin = now();
    Line line = Line.ofCaller();
    worth = Math.min(Math.max(WORTH_A_LINE, LOOKS * (now() - begin)), ALWAYS_WORTH);
    unseen = 0;
    return line;
  }

  private Path path() {
    return path(null);
  }

  private Path path(Line line) {
    try {
      return strand == null ? Path.NONE : strand.path(line);
    } catch (OutOfMemoryError e) {
      return strand.path;
    }
  }

  // Of tasks.

  /** Rows of a batch are about to run here; {@code null} if nobody wants to know. */
  static Strand begin(Worker worker, Batch b) {
    return worker.times == null ? null : of(worker).begins(b);
  }

  private Strand begins(Batch b) {
    Spent before = kind();
    pause();
    try {
      strand = new Strand(strand, b.site, 0, before, b.course == null ? Path.NONE : start(b));
    } catch (OutOfMemoryError e) {
      return null;
    }
    turn(Spent.CODE);
    return strand;
  }

  private static Path start(Batch b) {
    if (b.site.dependent) {
      for (int i = 0; i < b.rows * b.site.refs; i++) {
        if (b.refs[i] instanceof Task task && task.course != null) {
          b.course.after(task.course.end());
        }
      }
    }
    return b.course.start();
  }

  /** So many more rows have run. */
  void ran(int rows) {
    strand.code += turn(Spent.CODE);
    try {
      strand.ran(rows);
    } catch (OutOfMemoryError e) {
      // the chain looks shorter than it was
    }
  }

  /** No more rows run here now. */
  void end(Strand ended, Batch b) {
    turn(ended.before);
    strand = ended.outer;
    try {
      if (b.course != null) {
        b.course.ended(ended.end());
      }
    } catch (OutOfMemoryError e) {
      // the chain looks shorter than it was
    }
  }
}
