import dev.deco.Concurrent;
import dev.deco.Synchronized;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;

/** A concurrent map is for several tasks; the lists that they find in it are not. */
public class GroupsInConcurrentMap {
  static double total;

  @Concurrent
  static void group(int i, Map<Integer, List<Double>> groups) {
    groups.computeIfAbsent(i % 3, k -> new ArrayList<>()).add(i / 2.0);
  }

  @Synchronized
  static void scope() {
    Map<Integer, List<Double>> groups = new ConcurrentSkipListMap<>();
    for (int i = 0; i < 200; i++) {
      group(i, groups);
    }
    for (List<Double> list : groups.values()) {
      for (double value : list) {
        total = total * 1.01 + value;
      }
    }
  }

  public static void main(String[] args) {
    total = 0;
    scope();
    System.out.println(total);
  }
}
