package dev.deco.internal.runtime;

import dev.deco.internal.runtime.Path.Kind;
import dev.deco.internal.runtime.Path.Part;
import java.util.Comparator;
import java.util.Locale;

/**
 * What kept an engine from being faster, in a sentence. By Brent's and Graham's bounds a run takes no longer than its work
 * shared by all workers, and its span: where workers were not busy and the span is at least half of the time, it is the
 * largest part of the span.
 *
 * @param engine its name
 * @param workers how many threads may run tasks
 * @param helpers how many of these are the engine's own; none, if workers are virtual threads
 * @param critical the chain that is the span
 * @param elapsed nanoseconds in which a scope was open
 * @param scopes how many outermost ones
 * @param work nanoseconds in tasks, scopes and replays
 * @param capacity nanoseconds that threads had for that
 * @param overhead nanoseconds of these in the runtime
 */
record Bottleneck(String engine, int workers, int helpers, Path critical, long elapsed, long scopes, long work,
    long capacity, long overhead) {
  private static final double BUSY = 0.85;        // a share that leaves little to gain
  private static final double MUCH = 0.2;         // a share that is worth a word
  private static final double MOST = 0.6;         // a share that is most of it
  private static final double SERIAL = 1.5;       // parallelism of what is as good as serial
  private static final long SHORT_SCOPE = 100_000;

  /** The sentence, without a full stop; {@code null} if nothing was measured. */
  String sentence() {
    if (critical.nanos == 0) {
      return null;
    }
    if (workers == 1) {
      return engine.equals(Configuration.SERIAL) ? "one worker ran everything: the engine is serial"
          : "one worker ran everything: there is one, set deco.workers to have more";
    }
    if (helpers > 0 && work >= BUSY * capacity) {
      return workers + " workers were busy " + share(work, capacity) + " of the time" + grain() + "; nothing to mend";
    }
    if (2 * critical.nanos >= elapsed || helpers > 0 && work < BUSY * workers * critical.nanos) {
      Part part = largest();
      return overhead > part.nanos() && part.kind() != Kind.TASK ? scheduling() : switch (part.kind()) {
        case TASK -> task(part);
        case REPLAY -> "replaying " + name(part) + " on the scope's thread took " + share(part.nanos()) + " of the time";
        case CHOSEN -> share(part.nanos()) + " of the time tasks of " + name(part) + " ran in place: " + tooShort(part);
        case PLAIN -> oneRan(part) + name(part) + " calls in place, deco explain says why";
        case ALONE -> oneRan(part) + "tasks of " + name(part) + " run in place, since each would be waited for at once";
        case OWN -> "the scope's own code took " + share(part.nanos()) + " of the time"
            + (part.where() == null ? "" : ", above all before " + name(part)) + grain();
        case OTHER -> "the span is " + share(critical.nanos) + " of the time, in many places";
      };
    }
    if (overhead >= MUCH * capacity) {
      return scheduling();
    }
    if (helpers == 0) {
      return String.format(Locale.ROOT, "%.1f threads ran at a time", (double) work / elapsed) + grain()
          + "; nothing to mend";
    }
    return workers + " workers were busy " + share(work, capacity) + " of the time, though there was enough to run"
        + (elapsed / Math.max(1, scopes) < SHORT_SCOPE ? ": scopes take " + time(elapsed / Math.max(1, scopes)) + " each"
            : "") + grain();
  }

  private String scheduling() {
    return "spawning and scheduling took " + share(overhead, capacity) + " of the time" + grain();
  }

  private String task(Part part) {
    if (part.longest() >= MOST * part.nanos()) {
      return "one task of " + name(part) + " took " + time(part.longest()) + " of " + time(elapsed)
          + ": the longest task bounds the speedup";
    }
    Wait wait = part.waiter();
    if (wait == null || part.times() > 2 * waits(part)) {
      return share(part.nanos()) + " of the time was a chain of " + part.times() + " tasks of " + name(part)
          + ", each of which needs the one before";
    }
    if (wait.kind == Wait.Kind.FORCE) {
      return oneRan(part) + place(wait, part) + " forces" + (wait.repeats() ? " inside the loop" : "");
    }
    if (wait.kind == Wait.Kind.SYNC && wait.repeats()) {
      return oneRan(part) + place(wait, part) + (place(wait, part).equals(name(part))
          ? " syncs before its own call, deco check says why" : " syncs inside the loop");
    }
    return share(part.nanos()) + " of the time scopes waited for the longest of their tasks, those of " + name(part)
        + ": " + place(wait, part) + (wait.kind == Wait.Kind.SYNC ? " syncs" : " is the end of the scope");
  }

  /** How often scopes have waited so for tasks of that place. */
  private long waits(Part part) {
    return critical.parts().stream().filter(other -> other.where() == part.where() && other.waiter() != null)
        .mapToLong(other -> other.waiter().count()).sum();
  }

  private String oneRan(Part part) {
    return share(part.nanos()) + " of the time "
        + (work < SERIAL * critical.nanos ? "one worker ran: " : "hung on one task after the other: ");
  }

  private String tooShort(Part part) {
    long each = ((Site) part.where()).grain.nanos;
    return "they take " + time(each) + " each, "
        + (elapsed / Math.max(1, scopes) < SHORT_SCOPE
            ? "their scopes " + time(elapsed / Math.max(1, scopes)) + ", too short to share out"
            : "too short to hand out");
  }

  /** What a task takes, of the place that takes most. */
  private String grain() {
    return critical.parts().stream().filter(part -> part.kind() == Kind.TASK || part.kind() == Kind.CHOSEN)
        .filter(part -> ((Site) part.where()).grain.known()).max(Comparator.comparingLong(Part::nanos))
        .map(part -> "; tasks of " + name(part) + " take " + time(((Site) part.where()).grain.nanos) + " each").orElse("");
  }

  private Part largest() {
    Comparator<Part> longer = Comparator.comparingLong(Part::nanos);
    return critical.parts().stream().sorted(longer.reversed()) // of those that come to the same, the largest gives its line
        .map(part -> critical.parts().stream().filter(other -> isSame(part, other)).reduce(part, Part::and))
        .max(longer).orElseThrow();
  }

  /**
   * Whether the other part has the same cause: waits too short to look for their line have that of the longer ones; and
   * where a scope waits again and again, each time some tasks run in place first.
   */
  private static boolean isSame(Part part, Part other) {
    if (part == other || part.kind() == Kind.OWN) {
      return part != other && other.kind() == Kind.OWN;
    }
    Wait wait = part.waiter();
    return wait != null && part.where() == other.where() && switch (other.kind()) {
      case ALONE -> true;
      case CHOSEN -> wait.repeats();
      case TASK -> wait.line != null && other.waiter() != null && other.waiter().line == null
          && wait.kind == other.waiter().kind;
      default -> false;
    };
  }

  private static String place(Wait wait, Part part) {
    return wait.line == null ? "the scope around " + name(part) : wait.line.toString();
  }

  private static String name(Part part) {
    return part.where() instanceof Site site
        ? site.line() > 0 ? site.file() + ":" + site.line() : site.method() : String.valueOf(part.where());
  }

  private String share(long nanos) {
    return share(nanos, elapsed);
  }

  private static String share(long nanos, long of) {
    return Math.min(100, Math.round(100.0 * nanos / Math.max(1, of))) + " %";
  }

  private static String time(long nanos) {
    return nanos < 1_000 ? nanos + " ns"
        : nanos < 1_000_000 ? String.format(Locale.ROOT, "%.1f us", nanos / 1e3)
        : nanos < 1_000_000_000 ? String.format(Locale.ROOT, "%.1f ms", nanos / 1e6)
        : String.format(Locale.ROOT, "%.1f s", nanos / 1e9);
  }
}
