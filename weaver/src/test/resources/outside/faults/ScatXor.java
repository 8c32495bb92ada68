// Plain: out[i^1]=i; out[i]=-i; later wins
// Got: other values (w2, w7)
// Suspicion: flow/OwnParts.drivers unions the parameters that drive all writes and only asks that calls differ in them; that the written places of two calls are disjoint (injective index, one place per call, range lo..hi / loop k) is never checked. No finding from check.
import dev.deco.*;
import java.util.*;

public class ScatXor {
  static int w(int i) { int s = i; for (int k = 0; k < (9 - (i & 7)) * 6000; k++) s = s * 31 + k ^ (s >>> 7); return s == 12345 ? 1 : 0; }
  @Concurrent static void xor(int[] out, int i) { w(i); out[i ^ 1] = i; out[i] = -i; }
  @Synchronized static int[] run(int n) { int[] o = new int[n + 1]; for (int i = 0; i < n; i++) xor(o, i); return o; }
  public static void main(String[] a) { System.out.println(Arrays.toString(run(19))); }
}
