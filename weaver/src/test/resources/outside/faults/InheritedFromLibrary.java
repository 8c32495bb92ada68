// What a collection of the program's own inherits from the library runs what it overrides, behind any type.
import dev.deco.*;
import java.util.*;
class Main {
  static int looks;
  static class Growing extends AbstractList<Integer> {
    int reads;
    @Override public Integer get(int i) { reads++; return i * 2 + reads; }
    @Override public int size() { return 4; }
  }
  static class Walked extends AbstractCollection<Integer> {
    int walks;
    @Override public Iterator<Integer> iterator() {
      walks++;
      return List.of(walks, walks * 2).iterator();
    }
    @Override public int size() { return 2; }
  }
  static class Lookup extends AbstractMap<Integer, Integer> {
    @Override public Set<Map.Entry<Integer, Integer>> entrySet() {
      looks = looks * 3 + 1;
      return Map.of(1, looks).entrySet();
    }
  }
  static class Members extends AbstractSet<Integer> {
    @Override public Iterator<Integer> iterator() {
      return new Iterator<>() {
        int at;
        @Override public boolean hasNext() { return at < 2; }
        @Override public Integer next() { looks++; return at++; }
      };
    }
    @Override public int size() { return 2; }
  }
  @Concurrent static int text(Collection<Integer> list, int i) { return i + list.toString().length(); }
  @Concurrent static int concat(Object list, int i) { return i + ("" + list).hashCode(); }
  @Concurrent static int join(Iterable<Integer> list, int i) {
    return i + String.join(",", list.toString()).hashCode();
  }
  @Concurrent static int hash(Object list, int i) { return i + Objects.hash(list, i); }
  @Concurrent static int same(Object a, Object b) { return a.equals(b) ? looks : -looks; }
  @Concurrent static int key(Map<Object, Integer> map, Object key) { return map.getOrDefault(key, 7); }
  @Synchronized static String run(int n) {
    Growing list = new Growing();
    Walked walked = new Walked();
    Lookup map = new Lookup();
    Members set = new Members();
    Object[] all = {list, walked, map, set};
    int[] out = new int[n];
    int sum = 0;
    for (int i = 0; i < n; i++) out[i] = text(i % 2 == 0 ? list : walked, i);
    for (int i = 0; i < n; i++) out[i] += concat(all[i % 4], i);
    for (int i = 0; i < n; i++) sum = sum * 31 + join(set, i);
    for (int i = 0; i < n; i++) out[i] += hash(all[i % 2 * 3], i);
    for (int i = 0; i < n; i++) out[i] += same(set, Set.of(0, 1));
    for (int i = 0; i < n; i++) out[i] += same(map, Map.of(1, looks));
    Map<Object, Integer> known = new HashMap<>(Map.of(5, 6));
    for (int i = 0; i < n; i++) out[i] += key(known, all[i % 2 + 2]);
    return Arrays.toString(out) + sum + " " + list.reads + " " + walked.walks + " " + looks;
  }
  public static void main(String[] args) {
    looks = 0;
    System.out.println(run(9));
  }
}
