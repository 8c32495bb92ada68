package dev.deco.internal.runtime;

/**
 * One call whose result is a pending value: a batch of one row.
 *
 * <p>Each {@code force} waits for the task if {@code t} is not null (running other tasks meanwhile), throws the scope's
 * first failure if that is this task's or an earlier one's, and returns the result; without a task it returns
 * {@code plain}. Each {@code value} does so for a task that is known to be complete. A task that was dropped with a
 * settled failure has no result: then the variable keeps its value from before, {@code plain}, as in the serial program.
 *
 * <p><b>Concurrency:</b> {@code force} is called on the scope's thread only; {@code value} on any thread that knows the
 * task to be complete.
 */
public final class Task extends Batch {
  boolean dropped; // cancelled or failed, and the failure was settled; the scope's thread's

  Task(Site site) {
    super(site, 1);
    completion = new Completion();
  }

  /** Its turn has come: it holds no more than its result, and not the tasks before it in a chain. */
  void forgetArguments() {
    int last = site.refs - 1;
    for (int i = 0; i <= last; i++) {
      if (i < last || refs[i] instanceof Task) {
        refs[i] = null;
      }
    }
  }

  private boolean forced() {
    activation.force(this);
    return !dropped;
  }

  private long bits() {
    return longs[site.longs - 1];
  }

  private Object ref() {
    return refs[site.refs - 1];
  }

  public static int force(Task t, int plain) {
    return t != null && t.forced() ? (int) t.bits() : plain;
  }

  public static long force(Task t, long plain) {
    return t != null && t.forced() ? t.bits() : plain;
  }

  public static float force(Task t, float plain) {
    return t != null && t.forced() ? Float.intBitsToFloat((int) t.bits()) : plain;
  }

  public static double force(Task t, double plain) {
    return t != null && t.forced() ? Double.longBitsToDouble(t.bits()) : plain;
  }

  public static Object force(Task t, Object plain) {
    return t != null && t.forced() ? t.ref() : plain;
  }

  public static int value(Task t, int plain) {
    return t != null && !t.dropped ? (int) t.bits() : plain;
  }

  public static long value(Task t, long plain) {
    return t != null && !t.dropped ? t.bits() : plain;
  }

  public static float value(Task t, float plain) {
    return t != null && !t.dropped ? Float.intBitsToFloat((int) t.bits()) : plain;
  }

  public static double value(Task t, double plain) {
    return t != null && !t.dropped ? Double.longBitsToDouble(t.bits()) : plain;
  }

  public static Object value(Task t, Object plain) {
    return t != null && !t.dropped ? t.ref() : plain;
  }
}
