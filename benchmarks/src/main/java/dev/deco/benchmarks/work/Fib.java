package dev.deco.benchmarks.work;

import dev.deco.Concurrent;
import dev.deco.Synchronized;
import java.util.stream.IntStream;

/** Fibonacci numbers by their definition: nothing but calls. */
final class Fib implements Program<Integer, Integer> {
  @Concurrent
  @Synchronized
  static int fib(int n) {
    return n < 2 ? n : fib(n - 1) + fib(n - 2);
  }

  private static long fib(int n, Parallel parallel, int cutoff) {
    return n <= cutoff ? fib(n) : parallel.count(2, branch -> fib(n - 1 - branch, parallel, cutoff));
  }

  @Override
  public Integer input(int size, int grain, long seed) {
    return size;
  }

  @Override
  public Integer serial(Integer n) {
    return fib(n);
  }

  @Override
  public Integer byHand(Integer n, Parallel parallel, int cutoff) {
    return (int) fib(n, parallel, cutoff);
  }

  /** From 3 tasks on; each step down by 3 makes about four times as many. */
  @Override
  public int[] cutoffs(int size, int workers) {
    return IntStream.of(2, 5, 8, 11, 14, 17).map(below -> size - below).filter(n -> n > 0).toArray();
  }

  @Override
  public boolean recursive() {
    return true;
  }
}
