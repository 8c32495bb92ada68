// Properties keep their defaults, and look into them.
import dev.deco.*;
import java.util.*;

class Main {
  static int w(int i) { double s = 0; for (int k = 1; k < 3000; k++) s += Math.sin(i + k) / k; return s > 1e9 ? 1 : 0; }
  @Concurrent static String f(Properties p, int i) { w(i); return p.getProperty("k"); }
  @Synchronized static int run(int n) {
    Properties defaults = new Properties(), p = new Properties(defaults);
    String[] out = new String[n];
    for (int i = 0; i < n; i++) { defaults.setProperty("k", "" + i); out[i] = f(p, i); }
    return Arrays.hashCode(out);
  }
  public static void main(String[] args) throws Exception { for (int r = 0; r < 2; r++) System.out.println(run(60)); }
}
