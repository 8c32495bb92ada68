package dev.deco.benchmarks.work;

import dev.deco.Concurrent;
import dev.deco.Synchronized;
import java.util.stream.IntStream;

/** In how many ways n queens stand on a board of n by n without attacking each other; rows from top to bottom, sets as bits. */
final class Queens implements Program<Integer, Long> {
  /** {@code columns}, {@code left} and {@code right}: what the queens so far attack in this row, straight and aslant. */
  @Concurrent
  @Synchronized
  static long queens(int n, int row, int columns, int left, int right) {
    if (row == n) {
      return 1;
    }
    long ways = 0;
    for (int free = (1 << n) - 1 & ~(columns | left | right); free != 0; free &= free - 1) {
      int queen = free & -free;
      ways += queens(n, row + 1, columns | queen, (left | queen) << 1, (right | queen) >> 1);
    }
    return ways;
  }

  private static long queens(int n, int row, int columns, int left, int right, Parallel parallel, int cutoff) {
    if (row >= cutoff) {
      return queens(n, row, columns, left, right);
    }
    int free = (1 << n) - 1 & ~(columns | left | right);
    int[] queens = IntStream.range(0, n).map(column -> 1 << column).filter(queen -> (free & queen) != 0).toArray();
    return parallel.count(queens.length, i -> queens(n, row + 1, columns | queens[i], (left | queens[i]) << 1,
        (right | queens[i]) >> 1, parallel, cutoff));
  }

  @Override
  public Integer input(int size, int grain, long seed) {
    return size;
  }

  @Override
  public Long serial(Integer n) {
    return queens(n, 0, 0, 0, 0);
  }

  @Override
  public Long byHand(Integer n, Parallel parallel, int cutoff) {
    return queens(n, 0, 0, 0, 0, parallel, cutoff);
  }

  /** So many rows are split. */
  @Override
  public int[] cutoffs(int size, int workers) {
    return new int[] {1, 2, 3, 4};
  }

  @Override
  public boolean recursive() {
    return true;
  }
}
