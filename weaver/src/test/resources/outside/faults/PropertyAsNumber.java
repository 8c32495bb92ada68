// Integer.getInteger reads a system property, which the scope sets between calls.
import dev.deco.*;
import java.util.*;

class Main {
  static int w(int i) {
    double s = 0;
    for (int k = 1; k < 3000; k++) {
      s += Math.sin(i + k) / k;
    }
    return s > 1e9 ? 1 : 0;
  }

  @Concurrent static int f(int i) { w(i); return Integer.getInteger("my.key"); }
  @Synchronized static int run(int n) {
    int[] out = new int[n];
    for (int i = 0; i < n; i++) { System.setProperty("my.key", "" + i); out[i] = f(i); }
    return Arrays.hashCode(out);
  }
  public static void main(String[] args) throws Exception {
    for (int r = 0; r < 5; r++) System.out.println(run(60));
  }
}
