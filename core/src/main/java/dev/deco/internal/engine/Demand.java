package dev.deco.internal.engine;

/**
 * Whether some worker of some engine has had nothing to do for a while: a field that code may read at every call.
 *
 * <p><b>Concurrency:</b> a hint. It is written under races and read without order; what is done on account of it is
 * right either way.
 */
public final class Demand {
  /** Written by engines as their workers starve and wake. */
  public static boolean hungry;

  /** Whether anybody reads it. */
  public static volatile boolean read;

  private Demand() {}
}
