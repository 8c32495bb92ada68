// What deferred statements throw: the message of the JVM, the method and the line.
import dev.deco.*; import java.util.*;
public class NullMessage {
  @Concurrent static Integer f(int i) { int s = 0; for (int k = 0; k < 2_000; k++) s += k ^ i;
      return i == 60 ? null : (Integer) (s & 255); }
  @Synchronized static int sum(int n) { int s = 0; for (int i = 0; i < n; i++) s += f(i); return s; }
  @Synchronized static int[] idx(int n) { int[] out = new int[50]; for (int i = 0; i < n; i++) out[i] = f(i);
      return out; }
  @Synchronized static int div(int n) { int s = 0; for (int i = 0; i < n; i++) s += 1000 / (f(i) % 7); return s; }
  static String name(Throwable t) {
      return t.getClass().getSimpleName() + ":" + t.getMessage() + " at " + t.getStackTrace()[0].getMethodName()
          + ":" + t.getStackTrace()[0].getLineNumber();
  }
  public static void main(String[] a) {
    try { sum(100); } catch (Exception e) { System.out.println(name(e)); }
    try { idx(100); } catch (Exception e) { System.out.println(name(e)); }
    try { div(100); } catch (Exception e) { System.out.println(name(e)); } }
}
