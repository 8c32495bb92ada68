// A HashMap of the program's own class behind the type Map.
import dev.deco.*;
import java.util.*;

class Main {
  static int w(int i) { double s = 0; for (int k = 1; k < 3000; k++) s += Math.sin(i + k) / k; return s > 1e9 ? 1 : 0; }
  static int asked;
  static class Counted extends HashMap<Integer, Integer> {
    @Override public Integer get(Object key) { asked++; return super.get(key); }
  }
  @Concurrent static int f(Map<Integer, Integer> map, int i) { w(i); return map.get(i) == null ? 0 : 1; }
  @Synchronized static int run(int n) {
    asked = 0;
    Map<Integer, Integer> map = new Counted();
    int s = 0;
    for (int i = 0; i < n; i++) { f(map, i); s = s * 31 + asked; }
    return s;
  }
  public static void main(String[] args) throws Exception { for (int r = 0; r < 5; r++) System.out.println(run(60)); }
}
