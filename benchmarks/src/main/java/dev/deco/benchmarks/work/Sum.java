package dev.deco.benchmarks.work;

import dev.deco.Synchronized;

/** {@code sum += f(i)}. */
final class Sum implements Program<Sum.Loop, Double> {
  record Loop(int count, int steps) {}

  @Synchronized
  static double sum(int count, int steps) {
    double sum = 0;
    for (int i = 0; i < count; i++) {
      sum += Grain.work(i, steps);
    }
    return sum;
  }

  @Override
  public Loop input(int size, int grain, long seed) {
    return new Loop(size, grain);
  }

  @Override
  public Double serial(Loop loop) {
    return sum(loop.count, loop.steps);
  }

  @Override
  public Double byHand(Loop loop, Parallel parallel, int cutoff) {
    int steps = loop.steps;
    return parallel.sum(loop.count, cutoff, i -> Grain.work(i, steps));
  }

  @Override
  public double tolerance() {
    return 1e-9;
  }
}
