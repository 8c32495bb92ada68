// Plain: as ScatFill, loop downwards, long overlaps
// Got: older value stays (w2, w7)
// Suspicion: flow/OwnParts.drivers unions the parameters that drive all writes and only asks that calls differ in them; that the written places of two calls are disjoint (injective index, one place per call, range lo..hi / loop k) is never checked. No finding from check.
import dev.deco.*;
import java.util.*;

public class ScatFillDown {
  static int w(int i) { int s = i; for (int k = 0; k < (9 - (i & 7)) * 6000; k++) s = s * 31 + k ^ (s >>> 7); return s == 12345 ? 1 : 0; }
  @Concurrent static void fill(double[] a, int lo, int hi) { w(lo / 3); Arrays.fill(a, lo, hi, lo * 1000 + hi); }
  @Synchronized static String run(int n) { double[] a = new double[n * 4]; for (int i = n; i-- > 0; ) fill(a, i * 3, Math.min(i * 3 + i, a.length)); return Arrays.toString(a); }
  public static void main(String[] a) { System.out.println(run(16)); }
}
