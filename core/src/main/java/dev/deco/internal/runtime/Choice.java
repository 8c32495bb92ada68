package dev.deco.internal.runtime;

/**
 * What woven code calls in place of a branch that decides nothing but which of two values comes out of an expression:
 * {@code f(x) > 0}, {@code f(x) ? a : b}. So the expression can be computed later, when the result of {@code f} is there.
 *
 * <p>The conditions are those of the JVM's conditional jumps (JVMS 6.5), by the same names.
 *
 * <p><b>Concurrency:</b> functions of their arguments.
 */
public final class Choice {
  private Choice() {}

  public static boolean eq(int value) {
    return value == 0;
  }

  public static boolean ne(int value) {
    return value != 0;
  }

  public static boolean lt(int value) {
    return value < 0;
  }

  public static boolean ge(int value) {
    return value >= 0;
  }

  public static boolean gt(int value) {
    return value > 0;
  }

  public static boolean le(int value) {
    return value <= 0;
  }

  public static boolean eq(int a, int b) {
    return a == b;
  }

  public static boolean ne(int a, int b) {
    return a != b;
  }

  public static boolean lt(int a, int b) {
    return a < b;
  }

  public static boolean ge(int a, int b) {
    return a >= b;
  }

  public static boolean gt(int a, int b) {
    return a > b;
  }

  public static boolean le(int a, int b) {
    return a <= b;
  }

  public static boolean eq(Object a, Object b) {
    return a == b;
  }

  public static boolean ne(Object a, Object b) {
    return a != b;
  }

  public static boolean isNull(Object value) {
    return value == null;
  }

  public static boolean nonNull(Object value) {
    return value != null;
  }

  /** {@code second ? b : a}, as all that follow. */
  public static int of(boolean second, int a, int b) {
    return second ? b : a;
  }

  public static long of(boolean second, long a, long b) {
    return second ? b : a;
  }

  public static float of(boolean second, float a, float b) {
    return second ? b : a;
  }

  public static double of(boolean second, double a, double b) {
    return second ? b : a;
  }

  public static Object of(boolean second, Object a, Object b) {
    return second ? b : a;
  }
}
