// Comparator.comparing compares what its function returns by the program's own compareTo.
import dev.deco.*;
import java.util.*;

class Main {
  static int w(int i) { double s = 0; for (int k = 1; k < 3000; k++) s += Math.sin(i + k) / k; return s > 1e9 ? 1 : 0; }
  static class Key implements Comparable<Key> {
    int k;
    @Override public int compareTo(Key other) { return Integer.compare(k, other.k); }
  }
  record Item(Key key, int id) {}
  @Concurrent static int f(List<Item> items, int i) {
    w(i);
    return items.stream().min(Comparator.comparing(Item::key)).get().id();
  }
  @Synchronized static int run(int n) {
    List<Item> items = new ArrayList<>();
    for (int i = 0; i < 40; i++) { items.add(new Item(new Key(), i)); items.get(i).key().k = i; }
    int[] out = new int[n];
    for (int i = 0; i < n; i++) { items.get(i % 40).key().k = -1 - i; out[i] = f(items, i); }
    return Arrays.hashCode(out);
  }
  public static void main(String[] args) throws Exception { for (int r = 0; r < 5; r++) System.out.println(run(60)); }
}
