import dev.deco.Concurrent;
import dev.deco.Synchronized;
import java.util.Arrays;

/** Tasks write parts of one array that overlap, by arithmetic: the last one in program order wins. */
public class OverlappingParts {
  static int work(int i) {
    int s = i;
    for (int k = 0; k < (9 - (i & 7)) * 6000; k++) {
      s = s * 31 + k ^ (s >>> 7);
    }
    return s == 12345 ? 1 : 0;
  }

  @Concurrent
  static void fill(double[] a, int from, int to) {
    work(from / 3);
    Arrays.fill(a, from, to, from * 1000 + to);
  }

  @Concurrent
  static void mirrored(int[] out, int i) {
    work(i);
    out[i] = i;
    out[out.length - 1 - i] = -i;
  }

  @Concurrent
  static void neighbours(int[] out, int i) {
    work(i);
    out[i] = i;
    out[i + 1] = -i;
  }

  @Concurrent
  static void range(int[] out, int from, int length) {
    work(from);
    for (int k = 0; k < length; k++) {
      out[from + k] = from * 100 + k;
    }
  }

  @Concurrent
  static void half(int[] out, int i) {
    work(i);
    out[i >> 1] = i;
  }

  @Concurrent
  static void square(int[] out, int i) {
    work(i);
    out[i * i] = i + 100;
  }

  @Concurrent
  static void diagonal(int[] out, int row, int column) {
    work(row);
    out[row + column] = row * 100 + column;
  }

  @Concurrent
  static void pair(int[] out, int i) {
    work(i);
    out[i ^ 1] = i;
    out[i] = -i;
  }

  @Synchronized
  static String fills(int n) {
    double[] a = new double[n * 4];
    for (int i = 0; i < n; i++) {
      fill(a, i * 3, i * 3 + 4);
    }
    return Arrays.toString(a);
  }

  @Synchronized
  static String fillsDown(int n) {
    double[] a = new double[n * 4];
    for (int i = n; i-- > 0; ) {
      fill(a, i * 3, Math.min(i * 3 + i, a.length));
    }
    return Arrays.toString(a);
  }

  @Synchronized
  static int[] mirrors(int n) {
    int[] out = new int[n];
    for (int i = 0; i < n; i++) {
      mirrored(out, i);
    }
    return out;
  }

  @Synchronized
  static int[] sweep(int n) {
    int[] out = new int[n + 1];
    for (int i = 0; i < n; i++) {
      neighbours(out, i);
    }
    return out;
  }

  @Synchronized
  static int[] ranges(int n) {
    int[] out = new int[n * 3 + 9];
    for (int i = 0; i < n; i++) {
      range(out, i * 2, 3 + i % 4);
    }
    return out;
  }

  @Synchronized
  static int[] halves(int n) {
    int[] out = new int[n];
    for (int i = 0; i < n; i++) {
      half(out, i);
    }
    return out;
  }

  @Synchronized
  static int[] squares(int n) {
    int[] out = new int[n * n + 1];
    for (int i = -n; i <= n; i++) {
      square(out, i);
    }
    return out;
  }

  @Synchronized
  static int[] diagonals(int n) {
    int[] out = new int[2 * n];
    for (int row = 0; row < n; row++) {
      for (int column = 0; column < n; column++) {
        diagonal(out, row, column);
      }
    }
    return out;
  }

  @Synchronized
  static int[] pairs(int n) {
    int[] out = new int[n + 1];
    for (int i = 0; i < n; i++) {
      pair(out, i);
    }
    return out;
  }

  public static void main(String[] args) {
    System.out.println(fills(16));
    System.out.println(fillsDown(16));
    System.out.println(Arrays.toString(mirrors(24)));
    System.out.println(Arrays.toString(sweep(24)));
    System.out.println(Arrays.toString(ranges(16)));
    System.out.println(Arrays.toString(halves(24)));
    System.out.println(Arrays.toString(squares(6)));
    System.out.println(Arrays.toString(diagonals(9)));
    System.out.println(Arrays.toString(pairs(19)));
  }
}
