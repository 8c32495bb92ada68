package dev.deco.internal.engine;

/**
 * Whether some worker of some engine has nothing to do: a field that code may read at every call.
 *
 * <p><b>Concurrency:</b> a hint. It is written under races and read without order; what is done on account of it is
 * right either way.
 */
public final class Demand {
  /** Written by engines as their workers go to sleep and wake. */
  public static boolean hungry;

  private Demand() {}
}
