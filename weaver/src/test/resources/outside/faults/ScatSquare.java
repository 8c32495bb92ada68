// Plain: out[i*i], i from -n to n; positive i wins
// Got: negative i wins (w7 only; w2 as plain)
// Suspicion: flow/OwnParts.drivers unions the parameters that drive all writes and only asks that calls differ in them; that the written places of two calls are disjoint (injective index, one place per call, range lo..hi / loop k) is never checked. No finding from check.
import dev.deco.*;
import java.util.*;

public class ScatSquare {
  static int w(int i) { int s = i; for (int k = 0; k < (9 - (i & 7)) * 6000; k++) s = s * 31 + k ^ (s >>> 7); return s == 12345 ? 1 : 0; }
  @Concurrent static void at(int[] out, int i) { w(i); out[i * i] = i + 100; }
  @Synchronized static int[] run(int n) { int[] o = new int[n * n + 1]; for (int i = -n; i <= n; i++) at(o, i); return o; }
  public static void main(String[] a) { System.out.println(Arrays.toString(run(6))); }
}
