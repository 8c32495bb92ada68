package dev.deco.benchmarks.work;

import dev.deco.Concurrent;
import dev.deco.Synchronized;

/** After how many rounds each point of the plane escapes; size is how many rows, with four columns to three of them. */
final class Mandelbrot implements Program<Integer, int[][]> {
  private static final int LIMIT = 500;

  @Concurrent
  static int escape(double real, double imaginary) {
    double x = 0;
    double y = 0;
    int rounds = 0;
    while (rounds < LIMIT && x * x + y * y <= 4) {
      double next = x * x - y * y + real;
      y = 2 * x * y + imaginary;
      x = next;
      rounds++;
    }
    return rounds;
  }

  @Synchronized
  static int[][] image(int rows, int columns) {
    int[][] image = new int[rows][columns];
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        image[row][column] = escape(3.2 * column / columns - 2.2, 2.4 * row / rows - 1.2);
      }
    }
    return image;
  }

  @Override
  public Integer input(int size, int grain, long seed) {
    return size;
  }

  @Override
  public int[][] serial(Integer rows) {
    return image(rows, columns(rows));
  }

  @Override
  public int[][] byHand(Integer rows, Parallel parallel, int cutoff) {
    int columns = columns(rows);
    int[][] image = new int[rows][columns];
    parallel.each(rows, cutoff, row -> {
      for (int column = 0; column < columns; column++) {
        image[row][column] = escape(3.2 * column / columns - 2.2, 2.4 * row / rows - 1.2);
      }
    });
    return image;
  }

  private static int columns(int rows) {
    return rows * 4 / 3;
  }
}
