// Plain: out[r+c]; later r wins
// Got: earlier values stay (w2, w7)
// Suspicion: flow/OwnParts.drivers unions the parameters that drive all writes and only asks that calls differ in them; that the written places of two calls are disjoint (injective index, one place per call, range lo..hi / loop k) is never checked. No finding from check.
import dev.deco.*;
import java.util.*;

public class ScatSumIndex {
  static int w(int i) { int s = i; for (int k = 0; k < (9 - (i & 7)) * 6000; k++) s = s * 31 + k ^ (s >>> 7); return s == 12345 ? 1 : 0; }
  @Concurrent static void at(int[] out, int r, int c) { w(r); out[r + c] = r * 100 + c; }
  @Synchronized static int[] run(int n) { int[] o = new int[2 * n]; for (int r = 0; r < n; r++) for (int c = 0; c < n; c++) at(o, r, c); return o; }
  public static void main(String[] a) { System.out.println(Arrays.toString(run(9))); }
}
