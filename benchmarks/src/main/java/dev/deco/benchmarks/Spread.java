package dev.deco.benchmarks;

import java.util.Arrays;

/** Where a sample lies: its median and its quartiles. */
record Spread(double lower, double median, double upper) {

  /** Of at least one value; between two values in the middle lies the median. */
  static Spread of(double[] sample) {
    double[] sorted = sample.clone();
    Arrays.sort(sorted);
    return new Spread(quantile(sorted, 0.25), quantile(sorted, 0.5), quantile(sorted, 0.75));
  }

  private static double quantile(double[] sorted, double share) {
    double place = share * (sorted.length - 1);
    int below = (int) place;
    int above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
  }
}
