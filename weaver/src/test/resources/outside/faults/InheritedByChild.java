// Plain: [ada x 8]
// Got: nulls in w2, w7
// Suspicion: a thread made in a task inherits from the worker. check says only DECO-303 "new Thread is not in the effects table" (advice to trust); not thread identity (DECO-208).
import dev.deco.*;
import java.util.*;

public class InheritedByChild {
  static int w(int i) { int s = i; for (int k = 0; k < (9 - (i & 7)) * 6000; k++) s = s * 31 + k ^ (s >>> 7); return s == 12345 ? 1 : 0; }
  static final InheritableThreadLocal<String> USER = new InheritableThreadLocal<>();
  @Concurrent static String child(int i) throws Exception { w(i); String[] r = new String[1]; Thread t = new Thread(() -> r[0] = USER.get()); t.start(); t.join(); return r[0]; }
  @Synchronized static String run() throws Exception { String[] s = new String[8]; for (int i = 0; i < 8; i++) s[i] = child(i); return Arrays.toString(s); }
  public static void main(String[] a) throws Exception { USER.set("ada"); System.out.println(run()); }
}
