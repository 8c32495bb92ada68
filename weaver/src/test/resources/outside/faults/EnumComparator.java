// Comparators without fields, enum constants among them, count: they are immutable and run all the same.
import dev.deco.*;
import java.util.*;

class Main {
  static int compared;
  enum By implements Comparator<Integer> {
    UP { @Override public int compare(Integer a, Integer b) { compared++; return a.compareTo(b); } }
    ;
  }
  record Far(int from) implements Comparator<Integer> {
    @Override public int compare(Integer a, Integer b) { compared++; return Math.abs(a - from) - Math.abs(b - from); }
  }
  static int w(int i) { double s = 0; for (int k = 1; k < 2000; k++) s += Math.sin(i + k) / k; return s > 1e9 ? 1 : 0; }
  @Concurrent static int f(List<Integer> items, int i) {
    w(i);
    List<Integer> copy = new ArrayList<>(items);
    copy.sort(By.UP);
    return copy.get(0);
  }
  @Concurrent static int g(List<Integer> items, int i) { w(i); return Collections.max(items, new Far(i)); }
  @Concurrent static int h(SortedSet<Integer> items, int i) { w(i); return items.contains(i) ? 1 : 0; }
  @Concurrent static int k(Collection<Integer> items, int i) { w(i); items.add(i); return 0; }
  @Synchronized static String run(int n) {
    compared = 0;
    List<Integer> items = new ArrayList<>();
    for (int i = 0; i < 20; i++) items.add(i * 7 % 41);
    String seen = "";
    for (int i = 0; i < n; i++) { f(items, i); seen += compared + " "; }
    for (int i = 0; i < n; i++) { g(items, i); seen += compared + " "; }
    SortedSet<Integer> set = new TreeSet<>(By.UP);
    set.addAll(items);
    for (int i = 0; i < n; i++) { h(set, i); seen += compared + " "; }
    PriorityQueue<Integer> queue = new PriorityQueue<>(new Far(3));
    for (int i = 0; i < n; i++) { k(queue, i); seen += compared + " "; }
    return seen;
  }
  public static void main(String[] args) { for (int r = 0; r < 3; r++) System.out.println(run(12)); }
}
