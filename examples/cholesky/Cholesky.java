package cholesky;

import dev.deco.Concurrent;
import dev.deco.Order;
import dev.deco.Synchronized;
import java.util.Random;

/**
 * Shows tasks ordered by data: the Cholesky factor of a symmetric matrix, block by block, as the serial loops that stand
 * in any textbook. Each task waits for those before it that touch its blocks, and for nothing else.
 *
 * <p>Run it: {@code deco run examples/cholesky/Cholesky.java [SIZE] [BLOCK]}
 */
public final class Cholesky {
  private Cholesky() {}

  /** The blocks on and below the diagonal become those of the factor. */
  @Synchronized(order = Order.BY_DATA)
  static void factor(double[][][] blocks, int n) {
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

  /** A block on the diagonal becomes its own factor. */
  @Concurrent
  static void factor(double[] a, int n) {
    for (int j = 0; j < n; j++) {
      a[j * n + j] = Math.sqrt(a[j * n + j] - dot(a, j, a, j, j, n));
      for (int i = j + 1; i < n; i++) {
        a[i * n + j] = (a[i * n + j] - dot(a, i, a, j, j, n)) / a[j * n + j];
      }
      for (int i = 0; i < j; i++) {
        a[i * n + j] = 0;
      }
    }
  }

  /** A block below the diagonal, given the factor of the block on it. */
  @Concurrent
  static void solve(double[] factor, double[] a, int n) {
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        a[i * n + j] = (a[i * n + j] - dot(a, i, factor, j, j, n)) / factor[j * n + j];
      }
    }
  }

  /** {@code c -= a * transposed(b)}. */
  @Concurrent
  static void update(double[] c, double[] a, double[] b, int n) {
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        c[i * n + j] -= dot(a, i, b, j, n, n);
      }
    }
  }

  /** The product of the first {@code length} elements of two rows, in four sums. */
  private static double dot(double[] a, int i, double[] b, int j, int length, int n) {
    double first = 0;
    double second = 0;
    double third = 0;
    double fourth = 0;
    int k = 0;
    for (; k + 3 < length; k += 4) {
      first += a[i * n + k] * b[j * n + k];
      second += a[i * n + k + 1] * b[j * n + k + 1];
      third += a[i * n + k + 2] * b[j * n + k + 2];
      fourth += a[i * n + k + 3] * b[j * n + k + 3];
    }
    for (; k < length; k++) {
      first += a[i * n + k] * b[j * n + k];
    }
    return first + second + third + fourth;
  }

  /** A symmetric matrix that has a factor: its diagonal is large. */
  static double[][][] matrix(int blocks, int n) {
    Random random = new Random(blocks * 31L + n);
    double[][][] all = new double[blocks][][];
    for (int i = 0; i < blocks; i++) {
      all[i] = new double[i + 1][n * n];
      for (double[] block : all[i]) {
        for (int k = 0; k < block.length; k++) {
          block[k] = random.nextDouble();
        }
      }
      double[] diagonal = all[i][i];
      for (int row = 0; row < n; row++) {
        diagonal[row * n + row] += 2.0 * blocks * n;
        for (int column = 0; column < row; column++) {
          diagonal[column * n + row] = diagonal[row * n + column];
        }
      }
    }
    return all;
  }

  public static void main(String[] args) {
    int size = args.length > 0 ? Integer.parseInt(args[0]) : 2048;
    int n = args.length > 1 ? Integer.parseInt(args[1]) : 128;
    double[][][] blocks = matrix(size / n, n);
    long begin = System.nanoTime();
    factor(blocks, n);
    System.err.printf("%d blocks of %d x %d: %.1f ms%n", size / n * (size / n + 1) / 2, n, n,
        (System.nanoTime() - begin) / 1e6);
    long bits = 17;
    double determinant = 0;
    for (double[][] row : blocks) {
      for (double[] block : row) {
        for (double value : block) {
          bits = 31 * bits + Double.doubleToLongBits(value);
        }
      }
      for (int k = 0; k < n; k++) {
        determinant += 2 * Math.log(row[row.length - 1][k * n + k]);
      }
    }
    System.out.println("logarithm of the determinant " + determinant + ", all bits of the factor " + bits);
  }
}
