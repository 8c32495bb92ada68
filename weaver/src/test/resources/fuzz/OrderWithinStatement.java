import dev.deco.Concurrent;
import dev.deco.Synchronized;
import java.util.LinkedHashMap;
import java.util.Map;

/** The first argument is computed from a task's result, the second is not: they stay in order all the same. */
public class OrderWithinStatement {
  static class Count {
    int n;

    int add(int x) {
      n += x & 7;
      return n;
    }

    @Concurrent
    int bump(int x) {
      n = n * 3 + x;
      return n;
    }
  }

  static Count shared;

  @Synchronized
  static void scope(Map<Integer, Integer> map, Count other) {
    shared.bump(1);
    map.putIfAbsent(shared.add(other.bump(0)), shared.add(1));
  }

  public static void main(String[] args) {
    shared = new Count();
    Map<Integer, Integer> map = new LinkedHashMap<>();
    scope(map, new Count());
    System.out.println(map);
  }
}
