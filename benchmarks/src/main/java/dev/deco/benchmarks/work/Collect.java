package dev.deco.benchmarks.work;

import dev.deco.Synchronized;
import java.util.HashMap;
import java.util.Map;

/** {@code map.put(i, f(i))}; by hand the values come from an array, since a plain map takes one thread. */
final class Collect implements Program<Collect.Loop, Map<Integer, Double>> {
  record Loop(int count, int steps) {}

  @Synchronized
  static Map<Integer, Double> collect(int count, int steps) {
    Map<Integer, Double> map = new HashMap<>();
    for (int i = 0; i < count; i++) {
      map.put(i, Grain.work(i, steps));
    }
    return map;
  }

  @Override
  public Loop input(int size, int grain, long seed) {
    return new Loop(size, grain);
  }

  @Override
  public Map<Integer, Double> serial(Loop loop) {
    return collect(loop.count, loop.steps);
  }

  @Override
  public Map<Integer, Double> byHand(Loop loop, Parallel parallel, int cutoff) {
    double[] values = new double[loop.count];
    int steps = loop.steps;
    parallel.each(values.length, cutoff, i -> values[i] = Grain.work(i, steps));
    Map<Integer, Double> map = new HashMap<>();
    for (int i = 0; i < values.length; i++) {
      map.put(i, values[i]);
    }
    return map;
  }
}
