// A HashMap runs hashCode and equals of its keys, which count their calls.
import dev.deco.*;
import java.util.*;

class Main {
  static int hashed = 0;
  static class Key {
    final int n;
    Key(int n) { this.n = n; }
    @Override public int hashCode() { hashed++; return n; }
    @Override public boolean equals(Object o) { return o instanceof Key k && k.n == n; }
  }
  @Concurrent static int find(Map<Key, Integer> map, int i) {
    int sum = 0;
    for (int k = 0; k < 1000; k++) sum += map.getOrDefault(new Key((i + k) % 50), 0);
    return sum;
  }
  @Synchronized static String run(Map<Key, Integer> map, int n) {
    int[] out = new int[n];
    for (int i = 0; i < n; i++) out[i] = find(map, i);
    int seen = hashed;
    return seen + " " + Arrays.stream(out).sum();
  }
  public static void main(String[] a) {
    Map<Key, Integer> map = new HashMap<>();
    for (int i = 0; i < 40; i++) map.put(new Key(i), i);
    for (int i = 0; i < 20; i++) { hashed = 0; System.out.println(run(map, 200)); }
  }
}
