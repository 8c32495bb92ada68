package dev.deco.internal.runtime;

import dev.deco.TaskTimeoutException;
import java.lang.invoke.CallSite;
import java.lang.invoke.ConstantCallSite;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;

/**
 * How long a call of a concurrent method may take, and how often it is run again. Woven code calls such a method as
 *
 * <pre>{@code
 * Attempts attempts = limit.attempts();
 * for (;;) {
 *   try {
 *     attempts.begin();
 *     result = f(x);
 *     attempts.end();
 *     return result;
 *   } catch (Throwable t) {
 *     attempts.failed(t); // throws unless the call is to run again
 *   }
 * }
 * }</pre>
 *
 * wherever it makes the call: in a task, in place, in a function of a stream.
 *
 * <p><b>Concurrency:</b> immutable.
 */
public final class Limit {
  final long nanos; // 0: as long as it takes
  final int retries;
  private final String text;
  private final String place;

  Limit(String text, long nanos, int retries, String place) {
    this.text = text;
    this.nanos = nanos;
    this.retries = retries;
    this.place = place;
  }

  /**
   * The bootstrap of a woven call: a constant call site that yields the Limit.
   *
   * @param text the time as the user wrote it
   * @param nanos the same; 0: no limit
   * @param retries how many times more a call that fails is run
   * @param method the concurrent method, as in {@code pkg.Main.f(int,double)}
   * @param file the source file of the call
   * @param line the line of the call
   */
  public static CallSite link(MethodHandles.Lookup caller, String name, MethodType type, String text, long nanos,
      int retries, String method, String file, int line) {
    String place = method + ", called at " + file + ":" + line + " in " + caller.lookupClass().getName();
    return new ConstantCallSite(MethodHandles.constant(Limit.class, new Limit(text, nanos, retries, place)));
  }

  /** The runs of one call. */
  public Attempts attempts() {
    return new Attempts(this);
  }

  TaskTimeoutException exceeded() {
    return new TaskTimeoutException(place + ", took longer than its limit of " + text
        + ". Give it less to do, or a larger @Concurrent(timeout = ...).");
  }

  String holdsUp() {
    return "deco: warning: " + place + ", has passed its limit of " + text + ", was interrupted, and still runs: its scope "
        + "waits for it. Let it look at Thread.interrupted(), or use calls that an interrupt ends.";
  }
}
