// Plain: each call writes from..from+len, ranges overlap; later call wins
// Got: older value stays in overlapped elements, w2 and w7, most runs
// Suspicion: flow/OwnParts.drivers unions the parameters that drive all writes and only asks that calls differ in them; that the written places of two calls are disjoint (injective index, one place per call, range lo..hi / loop k) is never checked. No finding from check.
import dev.deco.*;
import java.util.*;

public class ScatRangeOverlap {
  static int w(int i) { int s = i; for (int k = 0; k < (9 - (i & 7)) * 6000; k++) s = s * 31 + k ^ (s >>> 7); return s == 12345 ? 1 : 0; }
  @Concurrent static void rng(int[] out, int from, int len) { w(from); for (int k = 0; k < len; k++) out[from + k] = from * 100 + k; }
  @Synchronized static int[] run(int n) { int[] o = new int[n * 3 + 9]; for (int i = 0; i < n; i++) rng(o, i * 2, 3 + i % 4); return o; }
  public static void main(String[] a) { System.out.println(Arrays.toString(run(16))); }
}
