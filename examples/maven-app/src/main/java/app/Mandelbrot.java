package app;

import dev.deco.Concurrent;
import dev.deco.Synchronized;

/** Draws the Mandelbrot set with letters. Each line is a task. */
public final class Mandelbrot {
  private static final String SHADES = " .:-=+*#%@";
  private static final int LIMIT = 20_000;

  private Mandelbrot() {}

  @Concurrent
  static String line(int row, int rows, int columns) {
    StringBuilder line = new StringBuilder();
    double im = 2.4 * row / (rows - 1) - 1.2;
    for (int column = 0; column < columns; column++) {
      double re = 3.2 * column / (columns - 1) - 2.2;
      line.append(SHADES.charAt(shade(iterations(re, im))));
    }
    return line.toString();
  }

  private static int iterations(double re, double im) {
    double x = 0;
    double y = 0;
    int count = 0;
    while (count < LIMIT && x * x + y * y < 4) {
      double next = x * x - y * y + re;
      y = 2 * x * y + im;
      x = next;
      count++;
    }
    return count;
  }

  private static int shade(int iterations) {
    return iterations == LIMIT ? SHADES.length() - 1 : Math.min(iterations / 3, SHADES.length() - 2);
  }

  @Synchronized
  static String picture(int rows, int columns) {
    StringBuilder picture = new StringBuilder();
    for (int row = 0; row < rows; row++) {
      picture.append(line(row, rows, columns)).append('\n');
    }
    return picture.toString();
  }

  public static void main(String[] args) {
    System.out.print(picture(31, 78));
  }
}
