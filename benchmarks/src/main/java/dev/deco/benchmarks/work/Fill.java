package dev.deco.benchmarks.work;

import dev.deco.Synchronized;

/** {@code out[i] = f(i)}. */
final class Fill implements Program<Fill.Loop, double[]> {
  record Loop(double[] out, int steps) {}

  @Synchronized
  static void fill(double[] out, int steps) {
    for (int i = 0; i < out.length; i++) {
      out[i] = Grain.work(i, steps);
    }
  }

  @Override
  public Loop input(int size, int grain, long seed) {
    return new Loop(new double[size], grain);
  }

  @Override
  public double[] serial(Loop loop) {
    fill(loop.out, loop.steps);
    return loop.out;
  }

  @Override
  public double[] byHand(Loop loop, Parallel parallel, int cutoff) {
    double[] out = loop.out;
    int steps = loop.steps;
    parallel.each(out.length, cutoff, i -> out[i] = Grain.work(i, steps));
    return out;
  }
}
