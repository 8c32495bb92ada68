import dev.deco.Concurrent;
import dev.deco.Synchronized;

/** The greatest eigenvalue of an infinite matrix, of which a part is taken. */
public class SpectralNorm {
  private static double element(int i, int j) {
    return 1.0 / ((i + j) * (i + j + 1) / 2 + i + 1);
  }

  @Concurrent
  static double times(double[] v, int row, boolean transposed) {
    double sum = 0;
    for (int j = 0; j < v.length; j++) {
      sum += (transposed ? element(j, row) : element(row, j)) * v[j];
    }
    return sum;
  }

  @Synchronized
  static void multiply(double[] v, double[] out, boolean transposed) {
    for (int i = 0; i < v.length; i++) {
      out[i] = times(v, i, transposed);
    }
  }

  static void both(double[] v, double[] out, double[] buffer) {
    multiply(v, buffer, false);
    multiply(buffer, out, true);
  }

  public static void main(String[] args) {
    int n = 200;
    double[] u = new double[n];
    double[] v = new double[n];
    double[] buffer = new double[n];
    java.util.Arrays.fill(u, 1);
    for (int i = 0; i < 10; i++) {
      both(u, v, buffer);
      both(v, u, buffer);
    }
    double product = 0;
    double square = 0;
    for (int i = 0; i < n; i++) {
      product += u[i] * v[i];
      square += v[i] * v[i];
    }
    System.out.println(Math.sqrt(product / square));
  }
}
