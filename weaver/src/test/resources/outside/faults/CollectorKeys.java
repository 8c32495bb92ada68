// Collectors, distinct, merge, Set.of and Objects.hash hash keys that count.
import dev.deco.*;
import java.util.*;
import java.util.stream.*;

class Main {
  static int hashed;
  record Key(int n) { @Override public int hashCode() { hashed++; return n; } }
  static int w(int i) { double s = 0; for (int k = 1; k < 2000; k++) s += Math.sin(i + k) / k; return s > 1e9 ? 1 : 0; }
  @Concurrent static int a(List<Integer> l, int i) {
    w(i);
    return l.stream().collect(Collectors.groupingBy(x -> new Key(x % 3))).size();
  }
  @Concurrent static int b(List<Integer> l, int i) {
    w(i);
    return l.stream().map(x -> new Key(x % 3)).collect(Collectors.toSet()).size();
  }
  @Concurrent static long c(List<Integer> l, int i) {
    w(i);
    return l.stream().map(x -> new Key(x % 3)).distinct().count();
  }
  @Concurrent static int d(List<Integer> l, int i) {
    w(i);
    return l.stream().collect(Collectors.toMap(x -> new Key(x), x -> x)).size();
  }
  @Concurrent static int e(Map<Object, Integer> m, int i) { w(i); return m.merge(new Key(i % 3), 1, Integer::sum); }
  @Concurrent static int f(Map<Object, Integer> m, int i) {
    w(i);
    return Objects.hash(i, new Key(i)) + Set.of(new Key(1), new Key(2)).size();
  }
  @Synchronized static String run(int n) {
    hashed = 0;
    List<Integer> l = IntStream.range(0, 10).boxed().toList();
    String seen = "";
    for (int i = 0; i < n; i++) { a(l, i); seen += hashed + " "; }
    for (int i = 0; i < n; i++) { b(l, i); seen += hashed + " "; }
    for (int i = 0; i < n; i++) { c(l, i); seen += hashed + " "; }
    for (int i = 0; i < n; i++) { d(l, i); seen += hashed + " "; }
    Map<Object, Integer> m = new HashMap<>();
    for (int i = 0; i < n; i++) { e(m, i); seen += hashed + " "; }
    for (int i = 0; i < n; i++) { f(m, i); seen += hashed + " "; }
    return seen;
  }
  public static void main(String[] args) { for (int r = 0; r < 3; r++) System.out.println(run(8)); }
}
