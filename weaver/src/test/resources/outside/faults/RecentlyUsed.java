// A cache that keeps what was used last: a subclass of LinkedHashMap in access order, in a field.
import dev.deco.*;
import java.util.*;

public class RecentlyUsed {
  private static class Cache<K, V> extends LinkedHashMap<K, V> {
    private final int most;

    Cache(int most) {
      super(16, 0.75f, true);
      this.most = most;
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
      return size() > most;
    }
  }

  private final Map<Integer, Integer> cache = new Cache<>(40);
  private final Map<Integer, Integer> plain = new HashMap<>();

  @Concurrent
  private int look(int i) {
    int s = 0;
    for (int k = 0; k < 60; k++) {
      s += cache.getOrDefault((i * 31 + k * 7) % 64, -1);
      s += plain.getOrDefault(k, 1);
    }
    return s;
  }

  @Concurrent
  private static boolean same(Map<Integer, Integer> a, Map<Integer, Integer> b) {
    return a.equals(b);
  }

  @Synchronized
  private String run(int n) {
    int[] out = new int[n];
    for (int i = 0; i < n; i++) {
      out[i] = look(i);
      if (i % 50 == 0) {
        cache.put(i % 64, i);
      }
    }
    return Arrays.stream(out).sum() + " " + cache.keySet();
  }

  @Synchronized
  private static String compared(Map<Integer, Integer> a, Map<Integer, Integer> b, int n) {
    int equal = 0;
    for (int i = 0; i < n; i++) {
      equal += same(a, b) ? 1 : 0;
    }
    return equal + " " + b.keySet();
  }

  public static void main(String[] args) {
    RecentlyUsed used = new RecentlyUsed();
    for (int i = 0; i < 64; i++) {
      used.cache.put(i, i);
    }
    System.out.println(used.run(200));
    Map<Integer, Integer> tree = new TreeMap<>(Comparator.reverseOrder());
    Map<Integer, Integer> linked = new LinkedHashMap<>(16, 0.75f, true);
    for (int i = 0; i < 30; i++) {
      tree.put(i, i);
      linked.put(i, i);
    }
    System.out.println(compared(tree, linked, 11));
  }
}
