import dev.deco.Concurrent;
import dev.deco.Synchronized;
import java.util.*;

/** A map and its key set are two parameters of one task. */
public class MapAndKeys {
  static int work(int x) {
    int s = x;
    for (int i = 0; i < 3000; i++) {
      s = s * 31 + i;
    }
    return s % 100;
  }

  @Concurrent
  static int both(Map<Integer, Integer> map, Set<Integer> keys, int i) {
    map.put(i, work(i));
    if (i % 3 == 0) {
      keys.remove(i - 1);
    }
    return keys.size() * 1000 + map.size();
  }

  @Concurrent
  static void add(Map<Integer, List<Integer>> map, Collection<List<Integer>> values, int i) {
    map.computeIfAbsent(i % 4, k -> new ArrayList<>()).add(work(i));
    values.removeIf(list -> list.size() > 2);
  }

  @Concurrent
  static int sub(List<Integer> list, List<Integer> part, int i) {
    part.set(0, work(i) + list.get(1));
    list.set(1, part.get(0) + i);
    return list.get(1);
  }

  @Synchronized
  static List<Integer> run(Map<Integer, Integer> map, int n) {
    List<Integer> out = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      out.add(both(map, map.keySet(), i));
    }
    return out;
  }

  @Synchronized
  static String adds(int n) {
    Map<Integer, List<Integer>> map = new HashMap<>();
    Collection<List<Integer>> values = map.values();
    for (int i = 0; i < n; i++) {
      add(map, values, i);
    }
    return map.toString();
  }

  @Synchronized
  static List<Integer> subs(int n) {
    List<Integer> list = new ArrayList<>(List.of(1, 2, 3, 4));
    List<Integer> part = list.subList(1, 3);
    List<Integer> out = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      out.add(sub(list, part, i));
    }
    out.addAll(list);
    return out;
  }

  public static void main(String[] args) {
    System.out.println(run(new HashMap<>(), 30));
    System.out.println(run(new TreeMap<>(), 30));
    System.out.println(run(new LinkedHashMap<>(), 30));
    System.out.println(adds(40));
    System.out.println(subs(20));
  }
}
