package it.app;

import dev.deco.Concurrent;
import dev.deco.Synchronized;
import it.library.Sums;
import java.util.ArrayList;
import java.util.List;

final class App {
  private App() {}

  @Concurrent
  static double shifted(double[] data, int by) {
    return Sums.sum(data) + by;
  }

  @Synchronized
  static List<Double> all(double[] data, int n) {
    List<Double> sums = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      sums.add(shifted(data, i));
    }
    return sums;
  }
}
