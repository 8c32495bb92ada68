package dev.deco.benchmarks.work;

import dev.deco.Concurrent;
import dev.deco.Synchronized;
import java.util.Random;

/** The square of a matrix, row by row; size is how many rows it has. */
final class MatrixProduct implements Program<double[][], double[][]> {
  @Concurrent
  static double[] times(double[] row, double[][] b) {
    double[] product = new double[b[0].length];
    for (int k = 0; k < row.length; k++) {
      double factor = row[k];
      double[] other = b[k];
      for (int j = 0; j < product.length; j++) {
        product[j] += factor * other[j];
      }
    }
    return product;
  }

  @Synchronized
  static double[][] product(double[][] a, double[][] b) {
    double[][] c = new double[a.length][];
    for (int i = 0; i < a.length; i++) {
      c[i] = times(a[i], b);
    }
    return c;
  }

  @Override
  public double[][] input(int size, int grain, long seed) {
    Random random = new Random(seed);
    double[][] a = new double[size][];
    for (int i = 0; i < size; i++) {
      a[i] = random.doubles(size).toArray();
    }
    return a;
  }

  @Override
  public double[][] serial(double[][] a) {
    return product(a, a);
  }

  @Override
  public double[][] byHand(double[][] a, Parallel parallel, int cutoff) {
    double[][] c = new double[a.length][];
    parallel.each(a.length, cutoff, i -> c[i] = times(a[i], a));
    return c;
  }
}
