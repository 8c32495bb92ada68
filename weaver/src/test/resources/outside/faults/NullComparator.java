// A null comparator stands for compareTo of the elements.
import dev.deco.*;
import java.util.*;

class Main {
  static int w(int i) { double s = 0; for (int k = 1; k < 3000; k++) s += Math.sin(i + k) / k; return s > 1e9 ? 1 : 0; }
  static class Item implements Comparable<Item> {
    int key; final int id;
    Item(int key, int id) { this.key = key; this.id = id; }
    @Override public int compareTo(Item other) { return Integer.compare(key, other.key); }
  }
  @Concurrent static int f(List<Item> items, int i) {
    w(i);
    List<Item> copy = new ArrayList<>(items);
    copy.sort(null);
    return copy.get(0).id;
  }
  @Concurrent static int g(List<Item> items, int i) { w(i); return Collections.max(items, null).id; }
  @Synchronized static String run(int n) {
    List<Item> items = new ArrayList<>();
    for (int i = 0; i < 40; i++) items.add(new Item(i * 7 % 41, i));
    Item x = items.get(5);
    int[] a = new int[n], b = new int[n];
    for (int i = 0; i < n; i++) { x.key = i % 2 == 0 ? -5 : 100; a[i] = f(items, i); }
    for (int i = 0; i < n; i++) { x.key = i % 2 == 0 ? -5 : 100; b[i] = g(items, i); }
    return Arrays.hashCode(a) + " " + Arrays.hashCode(b);
  }
  public static void main(String[] args) throws Exception { for (int r = 0; r < 5; r++) System.out.println(run(60)); }
}
