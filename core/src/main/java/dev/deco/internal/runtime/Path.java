package dev.deco.internal.runtime;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * A chain of what had to come one after the other: how long it took, and where. Immutable.
 *
 * <p>The parts are kept along the critical path itself, as Cilkprof does (Schardl, Kuszmaul, Lee, Leiserson, Leiserson,
 * "The Cilkprof scalability profiler", SPAA 2015): when a chain turns out to be longer than another one, its parts take
 * the place of the other's. A path names few places; what more there are becomes one part.
 */
final class Path {
  /** What a part is. */
  enum Kind {
    /** Code of an outermost scope; where: the line that it led up to, or null. */
    OWN,
    /** The same, with calls that are made in place since their results are needed at once; where: the line of one. */
    PLAIN,
    /** The same, with tasks that were run in place by choice; where: their site. */
    CHOSEN,
    /** The same, with tasks that were run in place since each would have been waited for at once; where: their site. */
    ALONE,
    /** Tasks; where: their site. */
    TASK,
    /** Deferred statements; where: their site. */
    REPLAY,
    /** What is left. */
    OTHER
  }

  /**
   * A part.
   *
   * @param where a {@link Site}, a {@link Line}, or null
   * @param waiter who has waited for these tasks; null: nobody so far
   * @param nanos how long it took
   * @param times how many tasks
   * @param longest nanoseconds of the longest of them
   */
  record Part(Kind kind, Object where, Wait waiter, long nanos, long times, long longest) {
    boolean isLike(Part other) {
      return kind == other.kind && waiter == other.waiter && Objects.equals(where, other.where);
    }

    Part and(Part more) {
      return new Part(kind, where, waiter, nanos + more.nanos, times + more.times, Math.max(longest, more.longest));
    }
  }

  static final Path NONE = new Path(0, new Part[0]);
  private static final int MOST = 12;

  final long nanos;
  private final Part[] parts;

  private Path(long nanos, Part[] parts) {
    this.nanos = nanos;
    this.parts = parts;
  }

  static Path later(Path a, Path b) {
    return b != null && (a == null || b.nanos > a.nanos) ? b : a;
  }

  List<Part> parts() {
    return List.of(parts);
  }

  /** This, and then that. */
  Path plus(Kind kind, Object where, long more) {
    return plus(new Part(kind, where, null, more, 0, 0));
  }

  /** This, and then a task that took so long. */
  Path task(Site site, long more, long whole) {
    return plus(new Part(Kind.TASK, site, null, more, 1, whole));
  }

  /** This, and then all of another one, which has nothing to do with it. */
  Path then(Path other) {
    Path sum = this;
    for (Part part : other.parts) {
      sum = sum.plus(part);
    }
    return sum;
  }

  private Path plus(Part more) {
    long sum = nanos + more.nanos;
    for (int i = 0; i < parts.length; i++) {
      if (parts[i].isLike(more)) {
        Part[] changed = parts.clone();
        changed[i] = parts[i].and(more);
        return new Path(sum, changed);
      }
    }
    Part[] longer = Arrays.copyOf(parts, parts.length + 1);
    longer[parts.length] = more;
    return new Path(sum, longer.length > MOST ? fewer(longer) : longer);
  }

  /** The two smallest parts become one. */
  private static Part[] fewer(Part[] parts) {
    Arrays.sort(parts, (a, b) -> Long.compare(b.nanos, a.nanos));
    Part[] fewer = Arrays.copyOf(parts, parts.length - 1);
    Part small = parts[fewer.length - 1];
    Part smallest = parts[fewer.length];
    fewer[fewer.length - 1] = new Part(Kind.OTHER, null, null, small.nanos + smallest.nanos, 0, 0);
    return fewer;
  }

  /** Another chain, for which somebody who has come along this one waits: its tasks are those that are waited for. */
  Path waitsFor(Path other, Wait wait) {
    Path joined = NONE;
    for (Part part : other.parts) {
      if (part.kind != Kind.TASK || part.waiter != null) {
        joined = joined.plus(part);
        continue;
      }
      Part own = own(part); // an outer task's code before the spawn: its own scope waits for that one
      long kept = own == null ? 0 : Math.min(own.nanos, part.nanos);
      if (kept > 0) {
        joined = joined.plus(new Part(Kind.TASK, part.where, null, kept, Math.min(own.times, part.times), own.longest));
      }
      if (part.nanos > kept) {
        joined = joined.plus(new Part(Kind.TASK, part.where, wait, part.nanos - kept,
            part.times - Math.min(own == null ? 0 : own.times, part.times), part.longest));
      }
    }
    return joined;
  }

  private Part own(Part like) {
    for (Part part : parts) {
      if (part.isLike(like)) {
        return part;
      }
    }
    return null;
  }
}
