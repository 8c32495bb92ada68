package it;

import dev.deco.Concurrent;
import dev.deco.Synchronized;

final class Bad {
  private Bad() {}

  @Concurrent
  static native int number(int i);

  @Concurrent
  static int work(int i) {
    return i + 1;
  }

  @Synchronized
  static int[] all(int n) {
    int[] out = new int[n];
    for (int i = 0; i < n; i++) {
      out[i] = work(i);
    }
    return out;
  }
}
