package it.library;

import dev.deco.Concurrent;
import dev.deco.Synchronized;

public final class Sums {
  private Sums() {}

  @Concurrent
  static double term(double x) {
    return Math.sin(x) + x;
  }

  /** The sum of a function of all elements, which are only read. */
  @Synchronized
  public static double sum(double[] in) {
    double sum = 0;
    for (int i = 0; i < in.length; i++) {
      sum += term(in[i]);
    }
    return sum;
  }
}
