package it.kotlin;

import dev.deco.Synchronized;

public final class JavaCell {
  private JavaCell() {}

  public static double value(int x, int y) {
    return 10 * x + y;
  }

  /** Calls the Kotlin class's concurrent method. */
  @Synchronized
  public static double[] diagonal(Grid grid, int n) {
    double[] out = new double[n];
    for (int i = 0; i < n; i++) {
      out[i] = grid.cell(i, i);
    }
    return out;
  }
}
