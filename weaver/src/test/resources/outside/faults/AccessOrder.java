// A look-up in a map in access order changes it.
import dev.deco.*;
import java.util.*;

class Main {
  @Concurrent static int look(Map<Integer, Integer> cache, int i) {
    int s = 0;
    for (int k = 0; k < 100; k++) { Integer v = cache.get((i * 31 + k * 7) % 64); s += v == null ? 0 : v; }
    return s;
  }
  @Synchronized static String run(Map<Integer, Integer> cache, int n) {
    int[] out = new int[n];
    for (int i = 0; i < n; i++) out[i] = look(cache, i);
    return Arrays.stream(out).sum() + " " + cache.keySet();
  }
  public static void main(String[] a) {
    for (int r = 0; r < 5; r++) {
      Map<Integer, Integer> cache = new LinkedHashMap<>(16, 0.75f, true);
      for (int i = 0; i < 64; i++) cache.put(i, i);
      System.out.println(run(cache, 400));
    }
  }
}
