// Plain: out[i>>1]
// Got: as plain: kept as a control
// 
import dev.deco.*;
import java.util.*;

public class ScatShift {
  static int w(int i) { int s = i; for (int k = 0; k < (9 - (i & 7)) * 6000; k++) s = s * 31 + k ^ (s >>> 7); return s == 12345 ? 1 : 0; }
  @Concurrent static void at(int[] out, int i) { w(i); out[i >> 1] = i; }
  @Synchronized static int[] run(int n) { int[] o = new int[n]; for (int i = 0; i < n; i++) at(o, i); return o; }
  public static void main(String[] a) { System.out.println(Arrays.toString(run(24))); }
}
