// Plain: [F21, F316, F127, F237]47
// Got: [F21, F315, F121, F230]40: increments lost (initializer races with seq += 10)
// Suspicion: as ForNameInit.
import dev.deco.*;
import java.util.*;

public class ForNameInit2 {
  static int w(int i) { int s = i; for (int k = 0; k < (9 - (i & 7)) * 6000; k++) s = s * 31 + k ^ (s >>> 7); return s == 12345 ? 1 : 0; }
  static int seq;
  static final class F1 { static { seq++; } } static final class F2 { static { seq++; } } static final class F3 { static { seq += 5; } }
  @Concurrent static String name(String n, int i) throws Exception { w(i); Class<?> c = Class.forName("ForNameInit2$" + n); return c.getSimpleName() + seq; }
  @Synchronized static String run() throws Exception { String[] r = new String[4]; String[] ns = {"F2", "F3", "F1", "F2"}; for (int i = 0; i < 4; i++) { r[i] = name(ns[i], i); seq += 10; } return Arrays.toString(r) + seq; }
  public static void main(String[] a) throws Exception { System.out.println(run()); }
}
