// Records that count when they are hashed and compared: no view may ask them more often, nor the library.
import dev.deco.*;
import java.util.*;

class Main {
  static int hashed, compared;
  record Key(int n) {
    @Override public int hashCode() { hashed++; return n; }
    @Override public boolean equals(Object o) { compared++; return o instanceof Key k && k.n == n; }
  }
  @Concurrent static void put(Map<Key, Integer> map, int i) {
    for (int k = 0; k < 5; k++) map.put(new Key((i * 7 + k) % 20), i);
  }
  @Concurrent static boolean has(Set<Key> set, int i) { return set.contains(new Key(i)); }
  @Synchronized static String run(int n) {
    Map<Key, Integer> map = new HashMap<>();
    for (int i = 0; i < n; i++) put(map, i);
    String seen = map.size() + " " + hashed + " " + compared;
    Set<Key> set = new HashSet<>(map.keySet());
    boolean[] found = new boolean[n];
    for (int i = 0; i < n; i++) { found[i] = has(set, i); if (i % 10 == 0) seen += " " + hashed; }
    return seen + " " + Arrays.hashCode(found) + " " + hashed + " " + compared;
  }
  public static void main(String[] a) { for (int i = 0; i < 5; i++) System.out.println(run(100)); }
}
