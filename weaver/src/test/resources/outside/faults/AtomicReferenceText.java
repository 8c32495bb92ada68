// The text of an AtomicReference is that of what it holds.
import dev.deco.*;
import java.util.*;
import java.util.concurrent.atomic.*;

class Main {
  static int w(int i) { double s = 0; for (int k = 1; k < 3000; k++) s += Math.sin(i + k) / k; return s > 1e9 ? 1 : 0; }
  @Concurrent static String f(AtomicReference<StringBuilder> ref, int i) { w(i); return ref.toString(); }
  @Synchronized static int run(int n) {
    StringBuilder text = new StringBuilder();
    AtomicReference<StringBuilder> ref = new AtomicReference<>(text);
    String[] out = new String[n];
    for (int i = 0; i < n; i++) { text.setLength(0); text.append(i); out[i] = f(ref, i); }
    return Arrays.hashCode(out);
  }
  public static void main(String[] args) throws Exception { for (int r = 0; r < 2; r++) System.out.println(run(60)); }
}
