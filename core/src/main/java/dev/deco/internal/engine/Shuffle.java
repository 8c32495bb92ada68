package dev.deco.internal.engine;

/**
 * Takes the decisions of one worker out of the hands of the policy: pseudo-random ones (xorshift, Marsaglia 2003), so
 * that tests reach rare orders; or, for an observer, always the one that leaves most to be done later.
 */
public final class Shuffle {
  private final Observer observer;
  private long state;

  Shuffle(long seed, String name) {
    observer = null;
    state = (seed * 0x9E3779B97F4A7C15L ^ name.hashCode()) | 1;
    for (int i = 0; i < 8; i++) {
      below(2);
    }
  }

  Shuffle(Observer observer) {
    this.observer = observer;
  }

  public int below(int bound) {
    if (observer != null) {
      return bound - 1;
    }
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

  /** Who hears what scopes do, or null. */
  public Observer observer() {
    return observer;
  }
}
