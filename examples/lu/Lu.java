package lu;

import dev.deco.Concurrent;
import dev.deco.Order;
import dev.deco.Synchronized;
import java.util.Random;

/**
 * Shows tasks ordered by data: a matrix is split into a lower and an upper triangle, block by block. While the last
 * blocks of one step are being updated, the next step has begun.
 *
 * <p>Run it: {@code deco run examples/lu/Lu.java [BLOCKS] [BLOCK]}
 */
public final class Lu {
  private Lu() {}

  @Synchronized(order = Order.BY_DATA)
  static void split(double[][][] a, int n) {
    for (int k = 0; k < a.length; k++) {
      split(a[k][k], n);
      for (int j = k + 1; j < a.length; j++) {
        lowerSolve(a[k][k], a[k][j], n);
      }
      for (int i = k + 1; i < a.length; i++) {
        upperSolve(a[k][k], a[i][k], n);
        for (int j = k + 1; j < a.length; j++) {
          update(a[i][j], a[i][k], a[k][j], n);
        }
      }
    }
  }

  /** One block by itself; the diagonal of the lower triangle is all ones and is not kept. */
  @Concurrent
  static void split(double[] a, int n) {
    for (int k = 0; k < n; k++) {
      for (int i = k + 1; i < n; i++) {
        double factor = a[i * n + k] /= a[k * n + k];
        for (int j = k + 1; j < n; j++) {
          a[i * n + j] -= factor * a[k * n + j];
        }
      }
    }
  }

  /** A block right of the diagonal. */
  @Concurrent
  static void lowerSolve(double[] diagonal, double[] a, int n) {
    for (int k = 0; k < n; k++) {
      for (int i = k + 1; i < n; i++) {
        double factor = diagonal[i * n + k];
        for (int j = 0; j < n; j++) {
          a[i * n + j] -= factor * a[k * n + j];
        }
      }
    }
  }

  /** A block below the diagonal. */
  @Concurrent
  static void upperSolve(double[] diagonal, double[] a, int n) {
    for (int i = 0; i < n; i++) {
      for (int k = 0; k < n; k++) {
        double factor = a[i * n + k] /= diagonal[k * n + k];
        for (int j = k + 1; j < n; j++) {
          a[i * n + j] -= factor * diagonal[k * n + j];
        }
      }
    }
  }

  /** {@code c -= a * b}. */
  @Concurrent
  static void update(double[] c, double[] a, double[] b, int n) {
    for (int i = 0; i < n; i++) {
      for (int k = 0; k < n; k++) {
        double factor = a[i * n + k];
        for (int j = 0; j < n; j++) {
          c[i * n + j] -= factor * b[k * n + j];
        }
      }
    }
  }

  public static void main(String[] args) {
    int blocks = args.length > 0 ? Integer.parseInt(args[0]) : 16;
    int n = args.length > 1 ? Integer.parseInt(args[1]) : 96;
    Random random = new Random(blocks);
    double[][][] a = new double[blocks][blocks][n * n];
    for (int i = 0; i < blocks; i++) {
      for (int j = 0; j < blocks; j++) {
        for (int k = 0; k < n * n; k++) {
          a[i][j][k] = random.nextDouble() + (i == j && k % (n + 1) == 0 ? blocks * n : 0);
        }
      }
    }
    long begin = System.nanoTime();
    split(a, n);
    System.err.printf("%d x %d blocks of %d x %d: %.1f ms%n", blocks, blocks, n, n, (System.nanoTime() - begin) / 1e6);
    long bits = 17;
    for (double[][] row : a) {
      for (double[] block : row) {
        for (double value : block) {
          bits = 31 * bits + Double.doubleToLongBits(value);
        }
      }
    }
    System.out.println("last element " + a[blocks - 1][blocks - 1][n * n - 1] + ", all bits " + bits);
  }
}
