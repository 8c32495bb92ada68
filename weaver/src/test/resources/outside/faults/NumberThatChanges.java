// Not every Number is constant.
import dev.deco.*;
import java.util.*;
import java.util.concurrent.atomic.*;

class Main {
  static int w(int i) { double s = 0; for (int k = 1; k < 3000; k++) s += Math.sin(i + k) / k; return s > 1e9 ? 1 : 0; }
  @Concurrent static int f(Number number, int i) { w(i); return number.intValue(); }
  @Concurrent static int g(LongAdder number, int i) { w(i); return number.shortValue(); }
  @Synchronized static String run(int n) {
    AtomicInteger number = new AtomicInteger();
    LongAdder adder = new LongAdder();
    int[] a = new int[n], b = new int[n];
    for (int i = 0; i < n; i++) { number.set(i); a[i] = f(number, i); }
    for (int i = 0; i < n; i++) { adder.add(i); b[i] = g(adder, i); }
    return Arrays.hashCode(a) + " " + Arrays.hashCode(b);
  }
  public static void main(String[] args) throws Exception { for (int r = 0; r < 2; r++) System.out.println(run(60)); }
}
