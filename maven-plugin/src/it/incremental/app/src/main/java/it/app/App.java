package it.app;

import dev.deco.Concurrent;
import dev.deco.Synchronized;
import it.library.Library;

final class App {
  private App() {}

  @Concurrent
  static int twice(int[] in, int i) {
    return 2 * Library.at(in, i);
  }

  @Synchronized
  static void fill(int[] in, int[] out) {
    for (int i = 0; i < out.length; i++) {
      out[i] = twice(in, i);
    }
  }
}
