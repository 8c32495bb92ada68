package it.app;

import dev.deco.Concurrent;
import dev.deco.Synchronized;

final class Old {
  @Concurrent
  private static int half(int i) {
    return i / 2;
  }

  @Synchronized
  static int[] halves(int n) {
    int[] out = new int[n];
    for (int i = 0; i < n; i++) {
      out[i] = half(i);
    }
    return out;
  }
}
