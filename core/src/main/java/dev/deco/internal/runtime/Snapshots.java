package dev.deco.internal.runtime;

import java.lang.reflect.Array;

/**
 * Copies of scratch buffers: what a task only looks at, and its scope goes on to change. A copy is made where it costs
 * little beside the task, which would be waited for otherwise; tasks that are spawned before the buffer changes share one.
 *
 * <p><b>Concurrency:</b> on the scope's own thread.
 */
final class Snapshots {
  private static final int EACH_NANOS = 30;       // of a copy, however small
  private static final int BYTES_PER_NANO = 4;
  private static final int WORTH = 8;             // a copy may cost one in so many of what its task does
  private static final int TRIAL_BYTES = 1 << 14; // what is copied while the task's cost is not known
  private static final long MOST_BYTES = Math.max(1 << 20, Runtime.getRuntime().maxMemory() / 32);

  private Object last;   // what was copied last and has not changed since
  private Object copy;   // of it
  private long bytes;    // held by tasks since the scope was empty

  /** A copy of an array or a string builder for a task of a site, or the original, if it is better to wait. */
  Object of(Object original, Site site, OutstandingObjects scope) {
    if (original == last && original != null) {
      return copy;
    }
    long size = original == null ? -1 : bytes(original);
    boolean cheap = scope.worker.shuffle != null ? scope.worker.shuffle.oneIn(2) : isCheap(size, site.grain);
    if (size < 0 || !cheap || bytes + size > MOST_BYTES) {
      return original;
    }
    copy = copy(original);
    last = original;
    bytes += size;
    scope.counters.snapshots++;
    return copy;
  }

  private static boolean isCheap(long size, Grain grain) {
    return grain.known() ? (EACH_NANOS + size / BYTES_PER_NANO) * WORTH <= grain.nanos : size <= TRIAL_BYTES;
  }

  private static long bytes(Object original) {
    if (original instanceof StringBuilder text) {
      return 2L * text.length();
    } else if (original instanceof Object[] array) {
      return 8L * array.length;
    }
    int width = original instanceof byte[] || original instanceof boolean[] ? 1
        : original instanceof short[] || original instanceof char[] ? 2
        : original instanceof int[] || original instanceof float[] ? 4 : 8;
    return (long) width * Array.getLength(original);
  }

  private static Object copy(Object original) {
    if (original instanceof StringBuilder text) {
      return new StringBuilder(text);
    } else if (original instanceof Object[] array) {
      return array.clone();
    } else if (original instanceof double[] array) {
      return array.clone();
    } else if (original instanceof int[] array) {
      return array.clone();
    } else if (original instanceof long[] array) {
      return array.clone();
    } else if (original instanceof float[] array) {
      return array.clone();
    } else if (original instanceof byte[] array) {
      return array.clone();
    } else if (original instanceof char[] array) {
      return array.clone();
    } else if (original instanceof short[] array) {
      return array.clone();
    }
    return ((boolean[]) original).clone();
  }

  /** Something may change now. */
  void changed() {
    last = null;
    copy = null;
  }

  /** Nothing is outstanding. */
  void forget() {
    changed();
    bytes = 0;
  }
}
