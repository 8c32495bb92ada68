// compareTo reads a static variable: sorting, sorted streams and TreeSet run it.
import dev.deco.*;
import java.util.*;

class Main {
  static boolean down;
  static class Item implements Comparable<Item> {
    final int n;
    Item(int n) { this.n = n; }
    @Override public int compareTo(Item o) { return down ? Integer.compare(o.n, n) : Integer.compare(n, o.n); }
  }
  static int w(int i) { double s = 0; for (int k = 1; k < 2000; k++) s += Math.sin(i + k) / k; return s > 1e9 ? 1 : 0; }
  @Concurrent static int first(List<Item> items, int i) {
    w(i);
    List<Item> copy = new ArrayList<>(items);
    Collections.sort(copy);
    return copy.get(0).n;
  }
  @Concurrent static int least(Item[] items, int i) {
    w(i);
    Item[] copy = items.clone();
    Arrays.sort(copy);
    return copy[0].n;
  }
  @Concurrent static int stream(List<Item> items, int i) { w(i); return items.stream().sorted().findFirst().get().n; }
  @Concurrent static int tree(List<Item> items, int i) { w(i); return new TreeSet<>(items).first().n; }
  @Synchronized static String run(int n) {
    List<Item> items = new ArrayList<>();
    for (int i = 0; i < 20; i++) items.add(new Item(i * 7 % 41));
    Item[] array = items.toArray(new Item[0]);
    int[] a = new int[n], b = new int[n], c = new int[n], d = new int[n];
    for (int i = 0; i < n; i++) { down = i % 2 == 0; a[i] = first(items, i); }
    for (int i = 0; i < n; i++) { down = i % 2 == 0; b[i] = least(array, i); }
    for (int i = 0; i < n; i++) { down = i % 2 == 0; c[i] = stream(items, i); }
    for (int i = 0; i < n; i++) { down = i % 2 == 0; d[i] = tree(items, i); }
    return Arrays.hashCode(a) + " " + Arrays.hashCode(b) + " " + Arrays.hashCode(c) + " " + Arrays.hashCode(d);
  }
  public static void main(String[] args) { for (int r = 0; r < 5; r++) System.out.println(run(40)); }
}
