// replaceAll counts as a modification, and looks for one.
import dev.deco.*;
import java.util.*;

class Main {
  static int w(int i) { double s = 0; for (int k = 1; k < 3000; k++) s += Math.sin(i + k) / k; return s > 1e9 ? 1 : 0; }
  @Concurrent static int f(int i) { return w(i) + i * i; }
  @Synchronized static String run(int n) {
    List<Integer> list = new ArrayList<>(List.of(1, 2, 3, 4));
    Iterator<Integer> it = list.iterator();
    List<Integer> part = list.subList(1, 3);
    list.replaceAll(x -> f(x));
    String s = "";
    try { s += it.next(); } catch (ConcurrentModificationException e) { s += "fails"; }
    try { s += " " + part.size(); } catch (ConcurrentModificationException e) { s += " fails"; }
    return s;
  }
  public static void main(String[] args) throws Exception { for (int r = 0; r < 5; r++) System.out.println(run(60)); }
}
