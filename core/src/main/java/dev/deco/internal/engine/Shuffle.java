package dev.deco.internal.engine;

/** Pseudo-random decisions of one worker (xorshift, Marsaglia 2003), so that tests reach rare orders. */
public final class Shuffle {
  private long state;

  Shuffle(long seed, String name) {
    state = (seed * 0x9E3779B97F4A7C15L ^ name.hashCode()) | 1;
    for (int i = 0; i < 8; i++) {
      below(2);
    }
  }

  public int below(int bound) {
    long x = state;
    x ^= x << 13;
    x ^= x >>> 7;
    x ^= x << 17;
    state = x;
    return (int) ((x >>> 33) % bound);
  }

  public boolean oneIn(int n) {
    return below(n) == 0;
  }
}
