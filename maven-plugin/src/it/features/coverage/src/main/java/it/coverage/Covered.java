package it.coverage;

import dev.deco.Concurrent;
import dev.deco.Synchronized;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Some of this is run by the test, some is not. */
final class Covered {
  private double total;

  @Concurrent
  static double work(int i) {
    if (i < 0) {
      throw new IllegalArgumentException("negative: " + i);
    }
    return i % 2 == 0 ? i / 2.0 : i * 3.0;
  }

  @Synchronized
  static double[] array(int n) {
    double[] out = new double[n];
    for (int i = 0; i < n; i++) {
      out[i] = work(i);
    }
    return out;
  }

  @Synchronized
  static List<Double> branches(int n, boolean never) {
    List<Double> out = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      if (i % 3 == 0) {
        out.add(work(i));
      } else if (never) {
        out.add(work(-i));
      } else {
        out.add(1.0);
      }
    }
    return out;
  }

  @Synchronized
  double sum(int n) {
    double first = work(1);
    double second = work(2);
    for (int i = 0; i < n; i++) {
      total += work(i);
    }
    return total + first * second;
  }

  @Synchronized
  static String caught(Map<String, Double> into, int i) {
    try {
      into.put("a", work(i));
      into.put("b", work(2 * i));
    } catch (IllegalArgumentException e) {
      return e.getMessage();
    } finally {
      into.remove("a");
    }
    return "fine";
  }

  @Synchronized
  static double never(int i) {
    return work(i) + work(i + 1);
  }
}
