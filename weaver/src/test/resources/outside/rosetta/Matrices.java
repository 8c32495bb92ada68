import dev.deco.Concurrent;
import dev.deco.Synchronized;
import java.util.Arrays;

/** Products, determinants and permanents of matrices. */
public class Matrices {
  @Concurrent
  static void row(double[] out, double[] a, double[][] b) {
    for (int j = 0; j < out.length; j++) {
      double sum = 0;
      for (int k = 0; k < a.length; k++) {
        sum += a[k] * b[k][j];
      }
      out[j] = sum;
    }
  }

  @Synchronized
  static double[][] product(double[][] a, double[][] b) {
    double[][] c = new double[a.length][b[0].length];
    for (int i = 0; i < a.length; i++) {
      row(c[i], a[i], b);
    }
    return c;
  }

  private static double[][] minor(double[][] m, int column) {
    double[][] minor = new double[m.length - 1][m.length - 1];
    for (int i = 1; i < m.length; i++) {
      for (int j = 0, to = 0; j < m.length; j++) {
        if (j != column) {
          minor[i - 1][to++] = m[i][j];
        }
      }
    }
    return minor;
  }

  @Concurrent
  @Synchronized
  static double expand(double[][] m, boolean signed) {
    if (m.length == 1) {
      return m[0][0];
    }
    double sum = 0;
    for (int j = 0; j < m.length; j++) {
      double sign = signed && j % 2 == 1 ? -1 : 1;
      sum += sign * m[0][j] * expand(minor(m, j), signed);
    }
    return sum;
  }

  public static void main(String[] args) {
    int size = 7;
    double[][] m = new double[size][size];
    for (int i = 0; i < size; i++) {
      for (int j = 0; j < size; j++) {
        m[i][j] = (i * 7 + j * 3) % 11 - 4.5;
      }
    }
    System.out.println(Arrays.deepToString(product(m, m)));
    System.out.println(expand(m, true) + " " + expand(m, false));
  }
}
