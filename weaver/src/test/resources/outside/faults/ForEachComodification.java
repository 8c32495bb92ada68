// forEach of a map or list that its function changes.
import dev.deco.*;
import java.util.*;

class Main {
  @Concurrent static int f(int i) { return i * i; }
  @Synchronized static String run() {
    Map<Integer, Integer> map = new HashMap<>();
    for (int i = 0; i < 8; i++) map.put(i, i);
    List<Integer> out = new ArrayList<>();
    try {
      map.forEach((k, v) -> { out.add(f(v)); map.remove(7); });
    } catch (ConcurrentModificationException e) { return "failed after " + out; }
    return "fine " + out;
  }
  @Synchronized static String run2() {
    List<Integer> list = new ArrayList<>(List.of(1, 2, 3, 4));
    List<Integer> out = new ArrayList<>();
    try {
      list.forEach(v -> { out.add(f(v)); if (v == 3) list.remove(3); });
    } catch (ConcurrentModificationException e) { return "failed after " + out; }
    return "fine " + out;
  }
  public static void main(String[] a) { System.out.println(run()); System.out.println(run2()); }
}
