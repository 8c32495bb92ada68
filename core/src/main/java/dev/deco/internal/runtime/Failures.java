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

  /**
   * In a generated method: what the JVM throws there where something is null, as it would in the user's method.
   *
   * @param message what it would say
   * @param method the name of the user's method
   */
  public static Throwable nullPointer(NullPointerException thrown, String message, String method) {
    int at = frame(thrown);
    if (at != 0 || thrown.getMessage() == null) {
      return thrown; // by a method that was called; or the JVM says nothing
    }
    NullPointerException named = new NullPointerException(message);
    named.setStackTrace(thrown.getStackTrace());
    return rename(named, 0, method);
  }

  /** What is thrown in a generated method, with the name of the user's method in its trace. */
  public static Throwable inMethod(Throwable thrown, String method) {
    int at = thrown instanceof VirtualMachineError ? -1 : frame(thrown);
    return at < 0 ? thrown : rename(thrown, at, method);
  }

  /** Where in the trace the method stands whose handler asks; -1: not there. */
  private static int frame(Throwable thrown) {
    int depth = new Throwable().getStackTrace().length - 2; // of that method: above it are two of this class
    return thrown.getStackTrace().length - depth;
  }

  private static Throwable rename(Throwable thrown, int at, String method) {
    StackTraceElement[] trace = thrown.getStackTrace();
    if (at < trace.length && trace[at].getMethodName().startsWith("deco$")) {
      StackTraceElement frame = trace[at];
      trace[at] = new StackTraceElement(frame.getClassLoaderName(), frame.getModuleName(), frame.getModuleVersion(),
          frame.getClassName(), method, frame.getFileName(), frame.getLineNumber());
      thrown.setStackTrace(trace);
    }
    return thrown;
  }

  /** Throws any throwable as if it were unchecked: woven code throws what the plain code would. */
  @SuppressWarnings("unchecked")
  public static <T extends Throwable> RuntimeException sneaky(Throwable t) throws T {
    throw (T) t;
  }
}
