package dev.deco.benchmarks;

import dev.deco.Concurrent;
import dev.deco.In;
import dev.deco.InOut;
import dev.deco.Order;
import dev.deco.Synchronized;
import dev.deco.internal.runtime.Stats;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Tasks ordered by data: how many a second, where each declares two objects, and a blocked Cholesky factor, serial, as a graph
 * of {@link CompletableFuture}s by hand, and with Deco, in turns within one process. Results are compared bit for bit.
 *
 * <pre>{@code
 * mvn -B -pl benchmarks -am -DskipTests package
 * java -Ddeco.workers=2 -cp benchmarks/target/benchmarks.jar dev.deco.benchmarks.OrderedTasks [ROUNDS] [SIZE] [BLOCK]
 * }</pre>
 */
public final class OrderedTasks {
  private static final int TASKS = 2_000_000;
  private static final int CELLS = 4096;

  private OrderedTasks() {}

  public static void main(String[] args) {
    int rounds = args.length > 0 ? Integer.parseInt(args[0]) : 7;
    int size = args.length > 1 ? Integer.parseInt(args[1]) : 2048;
    int block = args.length > 2 ? Integer.parseInt(args[2]) : 128;
    for (int steps : new int[] {0, 100, 500, 1000}) {
      tasks(rounds, steps);
    }
    cholesky(rounds, size, block);
    System.exit(0);
  }

  // Tasks a second.

  /** {@code steps}: so many nanoseconds, about, of work. */
  @Concurrent
  static void mix(@In long[] from, @InOut long[] to, int steps) {
    long value = to[0] * 31 + from[0];
    for (int i = 0; i < steps; i++) {
      value ^= value << 13 ^ i;
    }
    to[0] = value;
  }

  @Synchronized(order = Order.BY_DATA)
  static void deco(long[][] cells, int steps, int tasks) {
    for (int i = 0; i < tasks; i++) {
      mix(cells[i * 7 & CELLS - 1], cells[i * 13 + 5 & CELLS - 1], steps);
    }
  }

  static void plain(long[][] cells, int steps, int tasks) {
    for (int i = 0; i < tasks; i++) {
      mix(cells[i * 7 & CELLS - 1], cells[i * 13 + 5 & CELLS - 1], steps);
    }
  }

  private static void tasks(int rounds, int steps) {
    double[] serial = new double[rounds];
    double[] ordered = new double[rounds];
    int tasks = TASKS / (1 + steps / 200);
    Stats before = Stats.snapshot();
    for (int round = 0; round < rounds; round++) {
      long[][] expected = new long[CELLS][1];
      long[][] cells = new long[CELLS][1];
      serial[round] = seconds(() -> plain(expected, steps, tasks));
      ordered[round] = seconds(() -> deco(cells, steps, tasks));
      same(Arrays.deepEquals(cells, expected));
    }
    Stats after = Stats.snapshot();
    long spawned = after.spawned() - before.spawned();
    System.out.printf("tasks of %4.0f ns on two objects each: %.2f million a second, %.2f times serial; %.0f %% spawned, %.2f edges a task%n",
        median(serial) / tasks * 1e9, tasks / median(ordered) / 1e6, median(serial) / median(ordered),
        100.0 * spawned / tasks / rounds, (after.edges() - before.edges()) / (double) tasks / rounds);
  }

  // Cholesky.

  @Synchronized(order = Order.BY_DATA)
  static void deco(double[][][] blocks, int n) {
    for (int k = 0; k < blocks.length; k++) {
      factor(blocks[k][k], n);
      for (int i = k + 1; i < blocks.length; i++) {
        solve(blocks[k][k], blocks[i][k], n);
      }
      for (int i = k + 1; i < blocks.length; i++) {
        for (int j = k + 1; j <= i; j++) {
          update(blocks[i][j], blocks[i][k], blocks[j][k], n);
        }
      }
    }
  }

  static void plain(double[][][] blocks, int n) {
    for (int k = 0; k < blocks.length; k++) {
      factor(blocks[k][k], n);
      for (int i = k + 1; i < blocks.length; i++) {
        solve(blocks[k][k], blocks[i][k], n);
      }
      for (int i = k + 1; i < blocks.length; i++) {
        for (int j = k + 1; j <= i; j++) {
          update(blocks[i][j], blocks[i][k], blocks[j][k], n);
        }
      }
    }
  }

  /** Each block's last writer is a future; blocks that are only read no longer change. */
  static void futures(double[][][] blocks, int n, Executor pool) {
    CompletableFuture<?>[][] last = new CompletableFuture<?>[blocks.length][blocks.length];
    for (CompletableFuture<?>[] row : last) {
      Arrays.setAll(row, i -> CompletableFuture.completedFuture(null));
    }
    for (int k = 0; k < blocks.length; k++) {
      int step = k;
      last[k][k] = last[k][k].thenRunAsync(() -> factor(blocks[step][step], n), pool);
      for (int i = k + 1; i < blocks.length; i++) {
        int row = i;
        last[i][k] = CompletableFuture.allOf(last[k][k], last[i][k])
            .thenRunAsync(() -> solve(blocks[step][step], blocks[row][step], n), pool);
      }
      for (int i = k + 1; i < blocks.length; i++) {
        for (int j = k + 1; j <= i; j++) {
          int row = i;
          int column = j;
          last[i][j] = CompletableFuture.allOf(last[i][j], last[i][k], last[j][k])
              .thenRunAsync(() -> update(blocks[row][column], blocks[row][step], blocks[column][step], n), pool);
        }
      }
    }
    CompletableFuture.allOf(Arrays.stream(last).flatMap(Arrays::stream).toArray(CompletableFuture<?>[]::new)).join();
  }

  @Concurrent
  static void factor(double[] a, int n) {
    for (int j = 0; j < n; j++) {
      a[j * n + j] = Math.sqrt(a[j * n + j] - dot(a, j, a, j, j, n));
      for (int i = j + 1; i < n; i++) {
        a[i * n + j] = (a[i * n + j] - dot(a, i, a, j, j, n)) / a[j * n + j];
      }
    }
  }

  @Concurrent
  static void solve(double[] factor, double[] a, int n) {
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        a[i * n + j] = (a[i * n + j] - dot(a, i, factor, j, j, n)) / factor[j * n + j];
      }
    }
  }

  @Concurrent
  static void update(double[] c, double[] a, double[] b, int n) {
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        c[i * n + j] -= dot(a, i, b, j, n, n);
      }
    }
  }

  private static double dot(double[] a, int i, double[] b, int j, int length, int n) {
    double even = 0;
    double odd = 0;
    int k = 0;
    for (; k + 1 < length; k += 2) {
      even += a[i * n + k] * b[j * n + k];
      odd += a[i * n + k + 1] * b[j * n + k + 1];
    }
    return k < length ? even + odd + a[i * n + k] * b[j * n + k] : even + odd;
  }

  private static double[][][] matrix(int blocks, int n) {
    Random random = new Random(n);
    double[][][] all = new double[blocks][][];
    for (int i = 0; i < blocks; i++) {
      all[i] = new double[i + 1][n * n];
      for (int j = 0; j <= i; j++) {
        double[] block = all[i][j];
        Arrays.setAll(block, k -> random.nextDouble());
        for (int k = 0; i == j && k < n; k++) {
          block[k * n + k] += 2.0 * blocks * n;
        }
      }
    }
    return all;
  }

  private static void cholesky(int rounds, int size, int n) {
    ExecutorService pool = Executors.newWorkStealingPool(Stats.snapshot().workers());
    double[] serial = new double[rounds];
    double[] byHand = new double[rounds];
    double[] ordered = new double[rounds];
    for (int round = -1; round < rounds; round++) {
      double[][][] expected = matrix(size / n, n);
      double[][][] one = matrix(size / n, n);
      double[][][] other = matrix(size / n, n);
      double first = seconds(() -> plain(expected, n));
      double second = seconds(() -> futures(one, n, pool));
      double third = seconds(() -> deco(other, n));
      same(Arrays.deepEquals(one, expected) && Arrays.deepEquals(other, expected));
      if (round >= 0) { // the first one warms up
        serial[round] = first;
        byHand[round] = second;
        ordered[round] = third;
      }
    }
    pool.shutdown();
    System.out.printf("Cholesky, %d in blocks of %d: serial %.0f ms, futures %.0f ms, Deco %.0f ms; Deco is %.2f times serial, "
        + "%.2f times futures; spread of rounds %.2f%n", size, n, 1000 * median(serial), 1000 * median(byHand),
        1000 * median(ordered), median(serial) / median(ordered), median(byHand) / median(ordered),
        (Arrays.stream(ordered).max().orElse(0) - Arrays.stream(ordered).min().orElse(0)) / median(ordered));
  }

  private static void same(boolean same) {
    if (!same) {
      throw new AssertionError("the rivals do not compute the same");
    }
  }

  private static double seconds(Runnable work) {
    long begin = System.nanoTime();
    work.run();
    return (System.nanoTime() - begin) / 1e9;
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }
}
