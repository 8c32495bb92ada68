package dev.deco.benchmarks.work;

import dev.deco.Concurrent;

/** Work of a chosen length. */
public final class Grain {
  private Grain() {}

  /**
   * A number in (0, 1), after {@code steps} steps of the logistic map. Each step waits for the one before, and what it gives
   * follows from how that was rounded: so a JIT compiler can neither make one step of several, as C2 of JDK 25 does with
   * integers that are multiplied and added to, nor reorder steps, nor make those of several calls at a time. The map is
   * chaotic: the results of different seeds soon differ in all digits.
   *
   * @param seed 0 or more
   * @param steps 0 or more
   */
  @Concurrent
  public static double work(int seed, int steps) {
    double x = 0.25 + seed * 0x1p-32;
    for (int i = 0; i < steps; i++) {
      x = 3.9 * x * (1 - x);
    }
    return x;
  }
}
