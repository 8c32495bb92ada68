package stencil;

import dev.deco.Concurrent;
import dev.deco.Order;
import dev.deco.Synchronized;

/**
 * Shows tasks ordered by the parts of one array that they touch: the temperature of a plate with fixed edges, relaxed in
 * place by sweeps from top to bottom. A band of rows needs the band above from this sweep and the one below from the
 * last; so several sweeps run at once, one a few bands behind the other.
 *
 * <p>Run it: {@code deco run examples/stencil/GaussSeidel.java [SIZE] [SWEEPS]}
 */
public final class GaussSeidel {
  private static final int BANDS = 16;

  private GaussSeidel() {}

  @Synchronized(order = Order.BY_DATA)
  static void relax(double[][] plate, int sweeps) {
    int inner = plate.length - 2;
    for (int sweep = 0; sweep < sweeps; sweep++) {
      for (int band = 0; band < BANDS; band++) {
        relaxRows(plate, 1 + band * inner / BANDS, 1 + (band + 1) * inner / BANDS);
      }
    }
  }

  /** Rows from {@code from} up to and without {@code to}. */
  @Concurrent
  static void relaxRows(double[][] plate, int from, int to) {
    for (int i = from; i < to; i++) {
      for (int j = 1; j < plate[i].length - 1; j++) {
        plate[i][j] = (plate[i - 1][j] + plate[i][j - 1] + plate[i][j + 1] + plate[i + 1][j]) / 4;
      }
    }
  }

  public static void main(String[] args) {
    int size = args.length > 0 ? Integer.parseInt(args[0]) : 1026;
    int sweeps = args.length > 1 ? Integer.parseInt(args[1]) : 200;
    double[][] plate = new double[size][size];
    for (int i = 0; i < size; i++) {
      plate[0][i] = 100;
      plate[i][0] = 50;
    }
    long begin = System.nanoTime();
    relax(plate, sweeps);
    System.err.printf("%d sweeps of %d x %d: %.1f ms%n", sweeps, size, size, (System.nanoTime() - begin) / 1e6);
    long bits = 17;
    double sum = 0;
    for (double[] row : plate) {
      for (double value : row) {
        bits = 31 * bits + Double.doubleToLongBits(value);
        sum += value;
      }
    }
    System.out.println("mean temperature " + sum / size / size + ", all bits " + bits);
  }
}
