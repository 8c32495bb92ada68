package dev.deco.benchmarks.work;

import dev.deco.Concurrent;
import dev.deco.Disjoint;
import dev.deco.Synchronized;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Merge sort within an array. Its halves are parts of one array that each task reads and writes: {@code @Disjoint} says that they do
 * not overlap, the one annotation in these programs beside the two.
 */
final class MergeSort implements Program<int[], int[]> {
  @Concurrent
  @Synchronized
  static void sort(@Disjoint int[] a, @Disjoint int[] scratch, int from, int to) {
    if (to - from < 2) {
      return;
    }
    int middle = from + to >>> 1;
    sort(a, scratch, from, middle);
    sort(a, scratch, middle, to);
    merge(a, scratch, from, middle, to);
  }

  private static void merge(int[] a, int[] scratch, int from, int middle, int to) {
    System.arraycopy(a, from, scratch, from, middle - from);
    int left = from;
    int right = middle;
    for (int i = from; left < middle; i++) {
      a[i] = right < to && a[right] < scratch[left] ? a[right++] : scratch[left++];
    }
  }

  private static void sort(int[] a, int[] scratch, int from, int to, Parallel parallel, int cutoff) {
    if (to - from <= cutoff) {
      sort(a, scratch, from, to);
      return;
    }
    int middle = from + to >>> 1;
    parallel.each(2, 1, half -> sort(a, scratch, half == 0 ? from : middle, half == 0 ? middle : to, parallel, cutoff));
    merge(a, scratch, from, middle, to);
  }

  @Override
  public int[] input(int size, int grain, long seed) {
    return new Random(seed).ints(size).toArray();
  }

  @Override
  public int[] serial(int[] numbers) {
    int[] a = numbers.clone();
    sort(a, new int[a.length], 0, a.length);
    return a;
  }

  @Override
  public int[] byHand(int[] numbers, Parallel parallel, int cutoff) {
    int[] a = numbers.clone();
    sort(a, new int[a.length], 0, a.length, parallel, cutoff);
    return a;
  }

  @Override
  public int[] cutoffs(int size, int workers) {
    return IntStream.of(2, 8, 32, 128, 512).map(parts -> Math.max(1, size / parts)).distinct().toArray();
  }

  @Override
  public boolean recursive() {
    return true;
  }
}
