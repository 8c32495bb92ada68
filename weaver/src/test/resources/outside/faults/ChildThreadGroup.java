// Plain: [mainfalse3]
// Got: [mainfalse3, maintrue3]: daemon flag of the worker is inherited
// Suspicion: as InheritedByChild.
import dev.deco.*;
import java.util.*;

public class ChildThreadGroup {
  static int w(int i) { int s = i; for (int k = 0; k < (9 - (i & 7)) * 6000; k++) s = s * 31 + k ^ (s >>> 7); return s == 12345 ? 1 : 0; }
  @Concurrent static String child(int i) throws Exception { w(i); Thread t = new Thread(() -> { }); return t.getThreadGroup().getName() + t.isDaemon() + t.getPriority(); }
  @Synchronized static String run() throws Exception { Set<String> s = new TreeSet<>(); for (int i = 0; i < 12; i++) s.add(child(i)); return s.toString(); }
  public static void main(String[] a) throws Exception { Thread.currentThread().setPriority(3); System.out.println(run()); }
}
