// The delimiter of String.join is a StringBuilder that the scope goes on to change.
import dev.deco.*;
import java.util.*;

class Main {
  static int w(int i) { double s = 0; for (int k = 1; k < 3000; k++) s += Math.sin(i + k) / k; return s > 1e9 ? 1 : 0; }
  @Concurrent static String f(StringBuilder delimiter, int i) { w(i); return String.join(delimiter, "a", "b"); }
  @Synchronized static int run(int n) {
    StringBuilder delimiter = new StringBuilder();
    String[] out = new String[n];
    for (int i = 0; i < n; i++) { delimiter.setLength(0); delimiter.append(i); out[i] = f(delimiter, i); }
    return Arrays.hashCode(out);
  }
  public static void main(String[] args) throws Exception { for (int r = 0; r < 2; r++) System.out.println(run(60)); }
}
