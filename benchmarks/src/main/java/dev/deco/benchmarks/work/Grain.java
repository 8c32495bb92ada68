package dev.deco.benchmarks.work;

import dev.deco.Concurrent;

/** Work of a chosen length. */
public final class Grain {
  private Grain() {}

  /** {@code steps} multiplications, each waiting for the one before; a congruential generator. */
  @Concurrent
  public static double work(int seed, int steps) {
    long x = seed;
    for (int i = 0; i < steps; i++) {
      x = x * 6364136223846793005L + 1442695040888963407L;
    }
    return x;
  }
}
