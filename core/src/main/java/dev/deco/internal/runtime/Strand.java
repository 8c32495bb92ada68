package dev.deco.internal.runtime;

import dev.deco.internal.engine.Spent;
import dev.deco.internal.runtime.Path.Kind;

/**
 * What one thread runs from start to end while it is measured: an outermost scope, with the scopes in it, or rows of a
 * batch.
 *
 * <p><b>Concurrency:</b> belongs to its thread; {@link #path} may be read by any.
 */
final class Strand {
  final Strand outer;    // which this one is run on top of
  final Site site;       // of the rows; null for a scope
  final int depth;       // of the scope
  final Spent before;    // what the thread did before
  volatile Path path;    // the longest chain to here, except for the last code
  long code;             // nanoseconds of that
  Line plain;            // where that makes calls in place
  private long chosen;   // nanoseconds of it in tasks that were chosen to run in place
  private Site chosenSite;
  private Kind choice;   // CHOSEN or ALONE
  private final Path start;
  private long longest = -1; // nanoseconds of a row
  private Path end;          // the chain up to the end of that row, if it is more than start and row

  Strand(Strand outer, Site site, int depth, Spent before, Path start) {
    this.outer = outer;
    this.site = site;
    this.depth = depth;
    this.before = before;
    this.start = start;
    this.path = start;
  }

  /** The chain up to here; the last code led up to {@code line}, if that is known. */
  Path path(Line line) {
    if (code == 0) {
      return path;
    }
    long left = code;
    code = 0;
    if (site != null) {
      return path = path.plus(Kind.TASK, site, left);
    }
    long inTasks = Math.min(left, chosen);
    chosen -= inTasks;
    Path sum = inTasks > 0 ? path.plus(choice, chosenSite, inTasks) : path;
    if (left > inTasks) {
      sum = plain != null ? sum.plus(Kind.PLAIN, plain, left - inTasks) : sum.plus(Kind.OWN, line, left - inTasks);
    }
    return path = sum;
  }

  /** Tasks of a site, perhaps among others, have run in place for so long. */
  void chose(Kind why, Site tasks, long nanos) {
    chosen += nanos;
    chosenSite = tasks;
    choice = why;
  }

  long nanos() {
    return path.nanos + code;
  }

  /** So many rows, each of which could have been the first, have run one after the other. */
  void ran(int rows) {
    long whole = nanos() - start.nanos;
    long each = whole / rows; // estimated: they are alike
    if (each > longest) {
      longest = each;
      end = rows == 1 && path != start ? path(null).task(site, 0, each) : null;
    }
    path = start;
    code = 0;
  }

  /** The longest chain up to the end of a row. */
  Path end() {
    return end != null ? end : longest < 0 ? start : start.task(site, longest, longest);
  }
}
