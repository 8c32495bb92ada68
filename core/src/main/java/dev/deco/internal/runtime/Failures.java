package dev.deco.internal.runtime;

/** How failures are combined: the first in program order carries the later ones. */
public final class Failures {
  private static final int MAX_SUPPRESSED = 32; // an exception that is thrown again and again must not grow for ever

  private Failures() {}

  /** Notes the place of a failed row in its failure. */
  static Throwable mark(Throwable failure, Site site) {
    if (failure.getSuppressed().length < MAX_SUPPRESSED) {
      suppress(failure, site.place());
    }
    return failure;
  }

  /** Adds the failures of a dropped batch to the first one. */
  static void collect(Batch batch, Throwable first) {
    if (batch.failure() != null && batch.failure() != first) {
      add(mark(batch.failure(), batch.site), first);
    }
    for (Throwable later : batch.laterFailures()) {
      if (later != first) {
        add(mark(later, batch.site), first);
      }
    }
  }

  private static void add(Throwable later, Throwable first) {
    suppress(first, later);
  }

  /** Adds {@code later} to {@code first}, unless it is there already or is the same. */
  static void suppress(Throwable first, Throwable later) {
    if (first == later) {
      return;
    }
    Throwable[] known = first.getSuppressed();
    if (known.length >= MAX_SUPPRESSED) {
      return;
    }
    for (Throwable t : known) {
      if (t == later) {
        return;
      }
    }
    first.addSuppressed(later);
  }

  /** Throws any throwable as if it were unchecked: woven code throws what the plain code would. */
  @SuppressWarnings("unchecked")
  public static <T extends Throwable> RuntimeException sneaky(Throwable t) throws T {
    throw (T) t;
  }
}
