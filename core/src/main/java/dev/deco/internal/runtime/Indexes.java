package dev.deco.internal.runtime;

import java.lang.reflect.Array;

/**
 * Arithmetic on array indexes that woven code does to tell which elements a task will touch. The task itself computes
 * in {@code int}; where that would wrap around, the number is unknown, and so is all that depends on it.
 *
 * <p><b>Concurrency:</b> static functions; may be called from any thread.
 */
public final class Indexes {
  /** A number that is not known. */
  static final long UNKNOWN = Long.MIN_VALUE;

  private Indexes() {}

  private static long checked(long a, long b, long value) {
    return a == UNKNOWN || b == UNKNOWN || value != (int) value ? UNKNOWN : value;
  }

  public static long add(long a, long b) {
    return checked(a, b, a + b);
  }

  public static long subtract(long a, long b) {
    return checked(a, b, a - b);
  }

  public static long multiply(long a, long b) {
    return checked(a, b, a * b);
  }

  public static long min(long a, long b) {
    return checked(a, b, Math.min(a, b));
  }

  public static long max(long a, long b) {
    return checked(a, b, Math.max(a, b));
  }

  public static long divide(long a, long b) {
    return b == 0 ? UNKNOWN : checked(a, b, a / b);
  }

  public static long remainder(long a, long b) {
    return b == 0 ? UNKNOWN : checked(a, b, a % b);
  }

  public static long and(long a, long b) {
    return checked(a, b, a & b);
  }

  /** As {@code >>} of two {@code int}s. */
  public static long shift(long a, long b) {
    return checked(a, b, (int) a >> (int) b);
  }

  /** {@code a}, where {@code b} is known. */
  public static long given(long a, long b) {
    return checked(a, b, a);
  }

  /**
   * Whether an {@code int} that has these values in the first, the second and the last of some rows, and moves by the same
   * distance from each to the next, does move, and does not wrap around on its way.
   */
  public static boolean areEqualSteps(int first, int second, int last, int rows) {
    long step = second - first; // where it wraps around, it is that distance all the same
    return step != 0 && first + step * (rows - 1) == last;
  }

  /** The length of an array; unknown where it is {@code null}. */
  public static long length(Object array) {
    return array == null ? UNKNOWN : Array.getLength(array);
  }
}
